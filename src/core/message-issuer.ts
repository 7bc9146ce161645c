import { cleanText } from './clean-text.ts';
import type { Name } from './message-names.ts';
import { foldText } from './message-text.ts';

const MAX_ISSUER = 60;
/** How far from the name of the code a service's name is looked for, in UTF-16 units. */
const NEAR = 60;
const MAX_TRIED = 10;

/** A name of up to four words, the first with a capital; CJK names have none. */
const WORDS = `[\\p{Lu}\\d][\\p{L}\\p{N}&+.'’]*(?:[ -][\\p{Lu}\\d][\\p{L}\\p{N}&+.'’]*){0,3}`;
const ACCOUNT =
  'account(?:s|team)?|konto|kontos|compte|cuenta(?: de)?|conta(?: da)?|konta|hesab\\p{L}*|учетной записи|аккаунта|облікового запису|акаунта|حساب|akun|帐户|帳戶|账户|アカウント|계정';
const ACCOUNT_AFTER = new RegExp(`(${WORDS})[ -]?(?:${ACCOUNT})`, 'gu');
const ACCOUNT_BEFORE = new RegExp(`(?:${ACCOUNT})\\s(${WORDS})`, 'gu');
const BEFORE_NAME = new RegExp(`(${WORDS})[ -]?$`, 'u');
/** Small letters too, where a hyphen joins them to the name: "je bol-verificatiecode". */
const JOINED_TO_NAME = /(?:^|[ (])([\p{L}][\p{L}\p{N}.]{1,30})-$/u;
const FOR =
  'for|from|with|at|on|to|into|bij|voor|van|op|via|met|in|mit|avec|con|com|fur|für|bei|von|zu|pour|de|sur|chez|para|en|do|da|di|per|su|dla|w|для|в|на|от|у|untuk|cho|ke';
const ARTICLE =
  '(?:the|your|my|het|de|je|uw|jouw|mijn|das|die|den|dein|deine|ihr|ihre|le|la|votre|ton|el|tu|su|o|a|seu|sua|il|tuo|account)';
const AFTER_NAME = new RegExp(`(?:^|[\\s,.(])(?:${FOR})\\s(?:${ARTICLE}\\s)?(${WORDS})`, 'u');
const BRACKETED =
  /^\s*(?:<#>\s*|\[#\]\s*|\[Web발신\]\s*)?(?:\[([^[\]]{1,40})\]|【([^【】]{1,40})】|\(([^()]{1,40})\))/u;
const IN_FRONT = new RegExp(`^\\s*(?:<#>\\s*|\\[#\\]\\s*)?(${WORDS}):\\s`, 'u');

/** Words that begin a sentence with a capital and are none of a name. */
const NO_NAME = new Set(
  (
    'your the a use uw je jouw de het een gebruik ihr ihre dein deine der die das ein votre le la les un une tu su el seu sua il tuo ' +
    'twoj ваш ваша the this hi hello hallo hoi beste dear code otp pin tan sms please enter voer vul here enter confirm new nieuwe ' +
    'dit deze geen no never nooit one time verification security verificatie kode kod код ma mã g fb is it if not secure mot'
  ).split(' '),
);

/**
 * The service that a code is from, as the message writes it, or null: in brackets or before a colon where it begins, beside
 * "account", before the code's name, or after "for". A guess, to be shown and not to be trusted.
 */
export function issuerOf(text: string, names: readonly Name[]): string | null {
  const bracketed = BRACKETED.exec(text)
    ?.slice(1)
    .find((part) => part !== undefined);
  if (bracketed && /\p{L}/u.test(bracketed)) return named(bracketed);
  for (const pattern of [ACCOUNT_AFTER, ACCOUNT_BEFORE]) {
    for (const [, words = ''] of text.matchAll(pattern)) {
      const found = /^\p{Lu}/u.test(words) ? named(words) : null;
      if (found) return found;
    }
  }
  const front = IN_FRONT.exec(text)?.[1];
  if (front && !names.some(({ kind, start }) => kind === 'code' && start < front.length)) {
    const found = named(front);
    if (found) return found;
  }
  for (const name of names.filter(({ kind }) => kind === 'code' || kind === 'maybe').slice(0, MAX_TRIED)) {
    const found = besideName(text, name);
    if (found) return found;
  }
  return null;
}

function besideName(text: string, { start, end }: Name): string | null {
  const front = text.slice(Math.max(0, start - NEAR), start);
  const before = (BEFORE_NAME.exec(front) ?? JOINED_TO_NAME.exec(front))?.[1];
  const found = before ? named(before) : null;
  if (found) return found;
  const after = AFTER_NAME.exec(text.slice(end, end + NEAR).split(/[.!?\n]\s/)[0] ?? '')?.[1];
  return (after ? named(after) : null) ?? wordAfter(text.slice(end, end + NEAR));
}

/** "Kode OTP Tokopedia: 4410": a name right behind. */
function wordAfter(rest: string): string | null {
  const words = new RegExp(`^ (${WORDS})(?=[ :.])`, 'u').exec(rest)?.[1];
  return words && /^\p{Lu}/u.test(words) ? named(words) : null;
}

/** A name without the words that only begin a sentence, and without numbers, in front; null where nothing is left. */
function named(words: string): string | null {
  const parts = cleanText(words, MAX_ISSUER).split(' ');
  while (parts.length > 0 && NO_NAME.has(foldText(parts[0] ?? ''))) parts.shift();
  const name = parts
    .join(' ')
    .replace(/[ -](?:account|accountteam|konto|kontos)$/i, '')
    .replace(/[.'’-]+$/, '');
  return /\p{L}/u.test(name) && !/\d{4}/.test(name) ? name : null;
}
