import { phraseFinder } from './message-phrases.ts';
import { CODE_NAMES, MAYBE_CODE_NAMES, NAMES_AT_ONCE } from './message-rules-code.ts';
import { NO_NAMES, OTHER_NAMES } from './message-rules-other.ts';
import type { Span } from './message-text.ts';

/**
 * What a name says of the number beside it: surely a security code, perhaps one, one when it follows at once; a code of another
 * kind; no code at all; or nothing, though it looks like a name.
 */
export type NameKind = 'code' | 'maybe' | 'at-once' | 'other-code' | 'other' | 'none';

export interface Name extends Span {
  kind: NameKind;
  /** The rule that found it. */
  rule: string;
}

const findCodeWord = phraseFinder(MAYBE_CODE_NAMES);
const FINDERS = [
  { kind: 'code' as const, find: phraseFinder(CODE_NAMES) },
  { kind: 'none' as const, find: phraseFinder(NO_NAMES) },
  { kind: 'other' as const, find: phraseFinder(OTHER_NAMES) },
  { kind: 'maybe' as const, find: findCodeWord },
  { kind: 'at-once' as const, find: phraseFinder(NAMES_AT_ONCE) },
];

/**
 * The names in a folded text, in its order. Where two share a word the longer one counts: a "promo code" is no code, and a
 * "card verification code" is no card.
 */
export function namesOf(plain: string): Name[] {
  const all: Name[] = FINDERS.flatMap(({ kind, find }) =>
    find(plain).map(({ id, start, end }) => ({ kind, rule: id, start, end })),
  );
  // Of equally long ones the first finder's counts.
  all.sort((a, b) => b.end - b.start - (a.end - a.start));
  const taken = new Uint8Array(plain.length);
  const kept = all.filter(({ start, end }) => {
    if (taken.subarray(start, end).includes(1)) return false;
    taken.fill(1, start, end);
    return true;
  });
  return kept.map((name) => withCodeWord(name, plain)).sort((a, b) => a.start - b.start);
}

function withCodeWord(name: Name, plain: string): Name {
  if (name.kind !== 'other' || findCodeWord(plain.slice(name.start, name.end)).length === 0) return name;
  return { ...name, kind: 'other-code' };
}
