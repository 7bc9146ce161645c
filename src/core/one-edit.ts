import { STRANGER } from './confusables.ts';
import { areNeighbours } from './keyboard.ts';
import { passesFor } from './label-shape.ts';

/** How one edit makes a label of another; the names are dnstwist's. */
export type Edit =
  | 'addition'
  | 'bitsquatting'
  | 'homoglyph'
  | 'hyphenation'
  | 'insertion'
  | 'omission'
  | 'repetition'
  | 'replacement'
  | 'transposition'
  | 'vowel-swap';

/** An edit; `likely` where hands or eyes slip so, which is not every letter in the place of every other. */
export interface FoundEdit {
  edit: Edit;
  likely: boolean;
}

const isVowel = (char: string) => char !== '' && 'aeiou'.includes(char);

/**
 * The edit that makes `seen` of `label`, or null where one does not do: a letter left out, put in, put in the place of
 * another, or exchanged with its neighbour (Damerau 1964).
 */
export function editBetween(label: string, seen: string): FoundEdit | null {
  let start = 0;
  while (start < label.length && start < seen.length && label[start] === seen[start]) start++;
  const rest = label.slice(start);
  const seenRest = seen.slice(start);
  if (rest === '' && seenRest === '') return null;
  const [a = '', b = ''] = rest;
  const [x = '', y = ''] = seenRest;
  if (rest.slice(1) === seenRest) return { edit: a === '-' ? 'hyphenation' : 'omission', likely: true };
  if (rest === seenRest.slice(1)) return insertionOf(x, label[start - 1] ?? '', rest);
  if (rest.length !== seenRest.length) return null;
  if (rest.slice(1) === seenRest.slice(1)) return replacementOf(a, x);
  const swapped = a === y && b === x && rest.slice(2) === seenRest.slice(2);
  return swapped ? { edit: 'transposition', likely: true } : null;
}

function insertionOf(put: string, before: string, after: string): FoundEdit {
  if (put === '-') return { edit: 'hyphenation', likely: true };
  if (put === before || put === after[0]) return { edit: 'repetition', likely: true };
  if (after === '') return { edit: 'addition', likely: true };
  return { edit: 'insertion', likely: areNeighbours(put, before) || areNeighbours(put, after.charAt(0)) };
}

function replacementOf(was: string, is: string): FoundEdit {
  if (is === STRANGER || passesFor(was, is)) return { edit: 'homoglyph', likely: true };
  if (isVowel(was) && isVowel(is)) return { edit: 'vowel-swap', likely: true };
  const bits = was.charCodeAt(0) ^ is.charCodeAt(0);
  if (areNeighbours(was, is)) return { edit: 'replacement', likely: true };
  if ((bits & (bits - 1)) === 0) return { edit: 'bitsquatting', likely: true };
  return { edit: 'replacement', likely: false };
}

/** The label itself and all that leaving out one letter makes of it: two labels one edit apart have one of these in common. */
export function shortened(label: string): Set<string> {
  const all = new Set([label]);
  for (let i = 0; i < label.length; i++) all.add(label.slice(0, i) + label.slice(i + 1));
  return all;
}
