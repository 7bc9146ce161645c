import type { Candidate } from './code-candidates.ts';
import type { Name, NameKind } from './message-names.ts';

/** How well a name and a candidate belong together. */
export interface Claim {
  name: Name;
  score: number;
  /** Nothing but signs and a word such as "is" between them. */
  isDirect: boolean;
  /** What stands between them. */
  gap: string;
}

/** What a name is worth by itself, and how far it reaches, in UTF-16 units. */
const WEIGHT: Record<NameKind, number> = {
  code: 50,
  maybe: 38,
  'at-once': 20,
  'other-code': 50,
  other: 40,
  none: 0,
};
const REACH: Record<NameKind, number> = {
  code: 250,
  maybe: 160,
  'at-once': 25,
  'other-code': 160,
  other: 30,
  none: 0,
};

/** What each unit of distance costs, and where that ends. */
const COST = 0.4;
const MAX_COST = 24;
const OTHER_COST = 1;
/** A number between them, the end of a sentence, the end of a line. */
const OVER_NUMBER = 15;
const OVER_SENTENCE = 12;
const OVER_LINE = 4;
const DIRECT = 25;
const DIRECT_BEHIND = 15;
const JOINED = 18;
const ALONE = 15;

const COPULA =
  'is|are|was|luidt|lautet|ist|est le|est|es|e|to|jest|adalah|ialah|la|هو|هي|است|है|是|为|為|は|が|가|는|은|를|을|dir|bu';
const SIGNS = `[\\s:=\\-–—‐>→"'“”‘’«»()\\[\\]「」『』【】#*<|,]*`;
const DIRECT_GAP = new RegExp(`^${SIGNS}(?:(?:${COPULA})${SIGNS})?$`, 'u');
const ENDS_IN_COPULA = new RegExp(`(?:^|[\\s:])(?:${COPULA})${SIGNS}$|:\\s*$`, 'u');
/** A name with a number of its own behind it names none before it. */
const HAS_ITS_OWN = new RegExp(`^${SIGNS}(?:(?:${COPULA})${SIGNS})?\\d{4}|^\\s*[:=]`, 'u');
const STARTS_WITH_COPULA = new RegExp(
  `^['’"”»)\\]」』】]{0,2}[\\s\\-–—(]{0,4}(?:(?:${COPULA})(?![a-z]))`,
  'u',
);
const SENTENCE_END = /[!?。！？।]|(?<!\d)\.(?=\s)/g;
/** Dates, times and amounts between a name and its number. */
const JOINED_NUMBERS = /\d+(?:[.,:/-]\d+)+/g;

/** The best claim of a name of one of these kinds on a candidate, or null. */
export function bestClaim(
  plain: string,
  candidate: Candidate,
  names: readonly Name[],
  kinds: readonly NameKind[],
): Claim | null {
  let best: Claim | null = null;
  for (const name of names) {
    if (!kinds.includes(name.kind)) continue;
    const claim = claimOf(plain, candidate, name);
    if (claim && claim.score > (best?.score ?? 0)) best = claim;
  }
  return best;
}

function claimOf(plain: string, candidate: Candidate, name: Name): Claim | null {
  const isBefore = name.end <= candidate.start;
  if (!isBefore && name.start < candidate.end) return null;
  const [from, to] = isBefore ? [name.end, candidate.start] : [candidate.end, name.start];
  if (to - from > REACH[name.kind]) return null;
  const gap = plain.slice(from, to);
  const isDirect = isBefore ? DIRECT_GAP.test(gap) : /^[\s()[\]\-–—'’"”:]{0,4}$/.test(gap);
  const ends = gap.match(SENTENCE_END)?.length ?? 0;
  if (name.kind === 'other') return otherClaim(name, gap, isDirect, isBefore, ends);
  if (name.kind === 'at-once' && !(isDirect && isBefore)) return null;
  if (!isBefore && HAS_ITS_OWN.test(plain.slice(name.end, name.end + 30))) return null;
  // A name in a later sentence speaks of a code that stands by itself only.
  if (!isBefore && ends > 0 && !candidate.isAlone) return null;
  const isJoined = isBefore ? ENDS_IN_COPULA.test(gap) : STARTS_WITH_COPULA.test(gap);
  const score =
    WEIGHT[name.kind] -
    Math.min(MAX_COST, gap.length * COST) -
    OVER_NUMBER * (gap.replace(JOINED_NUMBERS, '').match(/\d{4,}/g)?.length ?? 0) -
    OVER_SENTENCE * ends -
    OVER_LINE * Math.min(2, gap.match(/\n+/g)?.length ?? 0) +
    directness(isBefore, isDirect, isJoined) +
    (candidate.isAlone ? ALONE : 0);
  return { name, score, isDirect, gap };
}

function directness(isBefore: boolean, isDirect: boolean, isJoined: boolean): number {
  if (isDirect) return isBefore ? DIRECT : DIRECT_BEHIND;
  return isJoined ? JOINED : 0;
}

/** "Order 4410" and "order number: 4410", hardly ever "4410 order". */
function otherClaim(
  name: Name,
  gap: string,
  isDirect: boolean,
  isBefore: boolean,
  ends: number,
): Claim | null {
  if (ends > 0 || /\d{4,}/.test(gap) || (!isBefore && !/^[ -]?$/.test(gap))) return null;
  const score = WEIGHT.other - gap.length * OTHER_COST + (isDirect ? DIRECT : 0) - (isBefore ? 0 : JOINED);
  return { name, score, isDirect, gap };
}
