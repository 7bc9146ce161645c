import { foldText, type Span } from './message-text.ts';

/** Words as data, with the reason why they are there. */
export interface PhraseRule {
  id: string;
  because: string;
  /**
   * `one|two words|three*`. A space stands for any or no separator, `*` for the rest of a word, or for its beginning where it
   * stands first, `~` for a few words between, `…` for a few words or numbers, `#` for a digit.
   */
  phrases: string;
}

export interface FoundPhrase extends Span {
  id: string;
}

/** No message needs more names than this; a hostile one has them. */
const MAX_FOUND = 400;

/** Scripts without spaces between words, or that grow prefixes: their phrases count in the middle of a word too. */
const UNBOUNDED = /[^\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}\s*~…#]/u;
const LETTER = /\p{L}/u;
const SEPARATOR = /[\s\-_.'’]/;
const DIGIT = /\d/;
const SENTENCE_END = /[\n.!?。！？]/;
const MAX_SEPARATORS = 3;
const MAX_REST = 20;
const MAX_BETWEEN = 30;
const MAX_BETWEEN_WITH_NUMBERS = 40;

interface Phrase {
  id: string;
  text: string;
  /** A letter may stand before it, or behind. */
  isOpenBefore: boolean;
  isOpenBehind: boolean;
  /** What it begins in the middle of belongs to it. */
  takesWord: boolean;
}

/** Phrases by their first two letters, or the first where the second is a sign. */
type Index = Map<string, Phrase[]>;

function indexOf(rules: readonly PhraseRule[]): Index {
  const index: Index = new Map();
  for (const { id, phrases } of rules) {
    for (const written of foldText(phrases).split('|')) {
      const takesWord = written.startsWith('*');
      const text = takesWord ? written.slice(1) : written;
      const isOpen = UNBOUNDED.test(text);
      const key = /^[^ *~…#]{2}/.exec(text)?.[0] ?? text.charAt(0);
      const phrase = { id, text, isOpenBefore: isOpen || takesWord, isOpenBehind: isOpen, takesWord };
      const known = index.get(key);
      if (known) known.push(phrase);
      else index.set(key, [phrase]);
    }
  }
  return index;
}

/** Where the phrase ends that stands here from its sign `sign` on, or -1. */
function endOf(phrase: Phrase, sign: number, text: string, at: number): number {
  let here = at;
  for (let next = sign; next < phrase.text.length; next += 1) {
    const wanted = phrase.text.charAt(next);
    if (wanted === '*') return endAfterRest(phrase, next + 1, text, here);
    if (wanted === '~' || wanted === '…') return endAfterGap(phrase, next + 1, text, here, wanted === '…');
    if (wanted === ' ') {
      for (let i = 0; i < MAX_SEPARATORS && SEPARATOR.test(text.charAt(here)); i += 1) here += 1;
      continue;
    }
    const char = text.charAt(here);
    if (wanted === '#' ? !DIGIT.test(char) : wanted !== char) return -1;
    here += 1;
  }
  return phrase.isOpenBehind || !LETTER.test(text.charAt(here)) ? here : -1;
}

function endAfterRest(phrase: Phrase, sign: number, text: string, at: number): number {
  for (let here = at; here <= at + MAX_REST; here += 1) {
    const end = endOf(phrase, sign, text, here);
    // Where nothing comes after the rest, it is all of the rest.
    if (end !== -1 && (sign < phrase.text.length || !LETTER.test(text.charAt(end)))) return end;
    if (!LETTER.test(text.charAt(here))) return -1;
  }
  return -1;
}

function endAfterGap(phrase: Phrase, sign: number, text: string, at: number, withNumbers: boolean): number {
  const last = at + (withNumbers ? MAX_BETWEEN_WITH_NUMBERS : MAX_BETWEEN);
  for (let here = at; here <= last; here += 1) {
    const isWordStart = here === at || !LETTER.test(text.charAt(here - 1));
    const end = isWordStart ? endOf(phrase, sign, text, here) : -1;
    if (end !== -1) return end;
    const char = text.charAt(here);
    if (char === '' || SENTENCE_END.test(char) || (!withNumbers && DIGIT.test(char))) return -1;
  }
  return -1;
}

/** Finds the phrases of these rules in a folded text, in its order; they may overlap. */
export function phraseFinder(rules: readonly PhraseRule[]): (plain: string) => FoundPhrase[] {
  let index: Index | null = null;
  return (plain) => {
    index ??= indexOf(rules);
    const found: FoundPhrase[] = [];
    let wordStart = 0;
    for (let at = 0; at < plain.length && found.length < MAX_FOUND; at += 1) {
      if (at === 0 || !LETTER.test(plain.charAt(at - 1))) wordStart = at;
      const key = plain.slice(at, at + 2);
      for (const phrases of [index.get(key), index.get(key.charAt(0))]) {
        for (const phrase of phrases ?? []) {
          if (at !== wordStart && !phrase.isOpenBefore) continue;
          const end = endOf(phrase, 0, plain, at);
          if (end === -1) continue;
          found.push({ id: phrase.id, start: phrase.takesWord ? wordStart : at, end });
        }
      }
    }
    return found;
  };
}
