import { plainText } from './plain-words.ts';

/** Scripts without spaces between words, or that grow prefixes: their phrases count in the middle of a word too. */
const UNBOUNDED = /[^\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}\s*#]/u;
const WORD = /[\p{L}\p{N}]+/gu;
const LETTER = /^\p{L}/u;
const SEPARATOR = /[\s\-_.'’:]/;
const DIGIT = /\d/;
const WORD_END = /[\s;]/;

interface Phrase {
  list: number;
  text: string;
  /** A letter may follow. */
  isOpen: boolean;
}

/** Phrases by the first character that they need. */
type Index = Map<string, Phrase[]>;

function put(index: Index, phrase: Phrase): void {
  const first = phrase.text.charAt(0);
  const known = index.get(first);
  if (known === undefined) index.set(first, [phrase]);
  else known.push(phrase);
}

/** Does the phrase, from its sign `next` on, stand at this place of the text? */
function stands(phrase: Phrase, next: number, text: string, at: number): boolean {
  let here = at;
  for (let sign = next; sign < phrase.text.length; sign += 1) {
    const wanted = phrase.text.charAt(sign);
    if (wanted === '*') return standsAfterRest(phrase, sign + 1, text, here);
    if (wanted === ' ') {
      while (SEPARATOR.test(text.charAt(here))) here += 1;
      continue;
    }
    const char = text.charAt(here);
    if (wanted === '#' ? !DIGIT.test(char) : wanted !== char) return false;
    here += 1;
  }
  return phrase.isOpen || !LETTER.test(text.slice(here, here + 2));
}

function standsAfterRest(phrase: Phrase, next: number, text: string, at: number): boolean {
  if (next === phrase.text.length) return true;
  for (let here = at; ; here += 1) {
    if (stands(phrase, next, text, here)) return true;
    if (here >= text.length || WORD_END.test(text.charAt(here))) return false;
  }
}

/**
 * Tells which of several lists of phrases (`one time code|kod*`) occur in a folded text, in one walk through it. A space
 * stands for any or no separator, `*` for the rest of a word, or for its beginning where it stands first, `#` for a digit.
 * Regular expressions of these lists take a megabyte in every page that has them.
 */
export function phraseFinder(lists: readonly string[]): (text: string) => ReadonlySet<number> {
  const atWord: Index = new Map();
  const anywhere: Index = new Map();
  lists.forEach((phrases, list) => {
    for (const text of plainText(phrases).split('|')) {
      const isOpen = UNBOUNDED.test(text);
      if (text.startsWith('*')) put(anywhere, { list, text: text.slice(1), isOpen });
      else put(isOpen ? anywhere : atWord, { list, text, isOpen });
    }
  });

  return (text) => {
    const found = new Set<number>();
    const look = (index: Index, key: string, at: number) => {
      for (const phrase of index.get(key) ?? []) {
        if (!found.has(phrase.list) && stands(phrase, 0, text, at)) found.add(phrase.list);
      }
    };
    for (let at = 0; at < text.length; at += 1) look(anywhere, text.charAt(at), at);
    for (const { index: at } of text.matchAll(WORD)) {
      const first = text.charAt(at);
      look(atWord, first, at);
      if (DIGIT.test(first)) look(atWord, '#', at);
    }
    return found;
  };
}
