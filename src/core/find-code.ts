import { type Candidate, candidatesOf } from './code-candidates.ts';
import { bestClaim, type Claim } from './message-claims.ts';
import type { Name } from './message-names.ts';
import { phraseFinder } from './message-phrases.ts';
import { SECRET, SIGN_IN, TAKE, TEMPORARY } from './message-rules-code.ts';
import { SELLING, UNITS } from './message-rules-other.ts';
import type { Span } from './message-text.ts';

/** The code of a message, and the name that it goes by. */
export interface FoundCode {
  candidate: Candidate;
  /** Null for a code that stands quite alone, or only says what it is for. */
  name: Name | null;
}

/** What a claim must come to. */
const ENOUGH = 25;
/** "Enter 59678 to log in": as good as a name. */
const TAKEN = 42;
const TAKE_REACH = 25;
const SIGN_IN_REACH = 70;
const DOUBTFUL = 18;
const SELLING_COST = 20;
const MIXED_REACH = 25;
/** Four letters and digits are as often a model or a standard. */
const MIN_MIXED = 5;
const SHAPE_BONUS: Record<Candidate['shape'], number> = { digits: 15, mixed: 8, capitals: 0, small: -5 };

const findTake = phraseFinder(TAKE);
const findSignIn = phraseFinder(SIGN_IN);
const findSecret = phraseFinder(SECRET);
const findTemporary = phraseFinder(TEMPORARY);
const findSelling = phraseFinder(SELLING);
const findUnits = phraseFinder(UNITS);

interface Facts {
  text: string;
  plain: string;
  names: Name[];
  take: Span[];
  signIn: Span[];
  units: (Span & { id: string })[];
  /** A code may make something cheaper, or be to collect a parcel with. */
  sells: boolean;
  /** Something says that a code is to let in or to be kept secret. */
  guards: boolean;
  /** Or at least that it is the reader's, or ends. */
  lasts: boolean;
  shouts: boolean;
}

/**
 * The one code that a message carries, or null. `text` and `plain` are of one length, with addresses blanked. Each number
 * belongs to what names it best: a code, or an order, a card, an amount.
 */
export function findCode(text: string, plain: string, names: Name[]): FoundCode | null {
  const candidates = candidatesOf(text);
  const [only] = candidates;
  if (!only) return null;
  if (candidates.length === 1 && isBare(text, only)) return { candidate: only, name: null };
  const signIn = findSignIn(plain);
  const guards =
    signIn.length > 0 || findSecret(plain).length > 0 || names.some(({ kind }) => kind === 'code');
  const facts: Facts = {
    text,
    plain,
    names,
    take: findTake(plain),
    signIn,
    guards,
    lasts: guards || findTemporary(plain).length > 0,
    units: findUnits(plain),
    sells:
      findSelling(plain).length > 0 || /\d ?%/.test(plain) || names.some(({ rule }) => rule === 'delivery'),
    shouts: isShouted(text),
  };
  let best: (FoundCode & { score: number }) | null = null;
  for (const candidate of candidates) {
    const rated = rate(candidate, facts);
    if (rated && rated.score > (best?.score ?? 0)) best = { candidate, ...rated };
  }
  return best && { candidate: best.candidate, name: best.name };
}

function isBare(text: string, { shape, start, end, code }: Candidate): boolean {
  const rest = text.slice(0, start) + text.slice(end);
  return shape === 'digits' && code.length <= 8 && !/[\p{L}\p{N}]/u.test(rest);
}

/** Letters are no sign of a code where everything is in capitals. */
function isShouted(text: string): boolean {
  const capitals = text.match(/[A-Z]/g)?.length ?? 0;
  return capitals > (text.match(/[a-z]/g)?.length ?? 0);
}

function rate(candidate: Candidate, facts: Facts): { score: number; name: Name | null } | null {
  const { plain, names } = facts;
  if (counts(candidate, facts.units, plain)) return null;
  const claim = bestClaim(plain, candidate, names, ['code', 'maybe', 'at-once']);
  const other = bestClaim(plain, candidate, names, ['other', 'other-code'])?.score ?? 0;
  const named = claim && fits(candidate, claim, facts) ? claimScore(candidate, claim, facts) : 0;
  const taken = isTaken(candidate, facts) ? TAKEN : 0;
  const score = Math.max(named, taken) - (candidate.isDoubtful && !claim?.isDirect ? DOUBTFUL : 0);
  if (score < ENOUGH || score <= other) return null;
  return { score: score + SHAPE_BONUS[candidate.shape], name: named >= taken ? (claim?.name ?? null) : null };
}

function counts(candidate: Candidate, units: Facts['units'], plain: string): boolean {
  return units.some(({ id, start, end }) => {
    const isAfter = start >= candidate.end && /^ ?$/.test(plain.slice(candidate.end, start));
    const isBefore = end <= candidate.start && /^[. ]{0,2}$/.test(plain.slice(end, candidate.start));
    return isAfter || (isBefore && id === 'money');
  });
}

/** The bare word "code" needs something around it that agrees: letters always, digits where something is sold. */
function claimScore({ shape }: Candidate, { name, score }: Claim, { sells, guards, lasts }: Facts): number {
  if (name.kind === 'code') return score;
  const isUnsure = shape !== 'digits' || name.rule === 'unsure' || name.rule === 'password';
  if ((isUnsure && !lasts) || (sells && (!guards || shape !== 'digits'))) return 0;
  return sells ? score - SELLING_COST : score;
}

/** Letters must be named more closely than digits, since words are made of them. */
function fits(
  { shape, code, start, end, isAlone }: Candidate,
  claim: Claim,
  { text, shouts }: Facts,
): boolean {
  if (shape === 'digits') return true;
  if (claim.name.kind === 'at-once') return false;
  const isBefore = claim.name.end <= start;
  const endsHere = /^["'”’)\]」]?(?:[.!,;]?(?:\s|$)|[.。，])/u.test(text.slice(end, end + 3));
  if (shape === 'mixed') {
    return claim.isDirect || isAlone || (code.length >= MIN_MIXED && claim.gap.length <= MIXED_REACH);
  }
  const isMarked = isBefore && claim.isDirect && /[:：\n"“«「]/.test(claim.gap);
  const isLast = /^["'”’)\]」]?[.!]?\s*(?:\n|$)/.test(text.slice(end, end + 20));
  if (shape === 'small') return isMarked && isLast && claim.name.kind === 'code';
  const isFirst = !isBefore && /(?:^|[\n.!?:]\s*)$/.test(text.slice(0, start));
  if (isAlone && isBefore && /\n/.test(claim.gap)) return !shouts;
  return (
    endsHere &&
    ((isMarked && (isLast || !shouts)) || (!shouts && (isFirst || (isBefore && claim.isDirect && isLast))))
  );
}

/** "Use 90412 to log in": in one sentence, with nothing but a few words between. */
function isTaken({ shape, start, end, code }: Candidate, { plain, take, signIn }: Facts): boolean {
  if (shape !== 'digits' || code.length > 8) return false;
  const isNear = (span: Span, reach: number) => {
    const gap = span.end <= start ? plain.slice(span.end, start) : plain.slice(end, span.start);
    const distance = span.end <= start ? start - span.end : span.start - end;
    return distance >= 0 && distance <= reach && !/[.!?。！？\n](?=\s|$)|\d{4,}/.test(gap);
  };
  return take.some((span) => isNear(span, TAKE_REACH)) && signIn.some((span) => isNear(span, SIGN_IN_REACH));
}
