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
const SIGNS: Record<string, string> = {
  ' ': `[\\s\\-_.'’]{0,3}`,
  '*': '\\p{L}{0,20}',
  '~': '(?:[^\\n.!?。！？\\d]{0,30}?[^\\n.!?。！？\\d\\p{L}])?',
  '…': '(?:[^\\n.!?。！？]{0,40}?[^\\n.!?。！？\\p{L}])?',
  '#': '\\d',
};

function patternOf(phrase: string): string {
  return Array.from(phrase, (sign) => SIGNS[sign] ?? sign).join('');
}

/** One expression for all: the words that need bounds fail at once wherever no word begins. */
function expressionOf(phrases: string): RegExp {
  const all = foldText(phrases)
    .split('|')
    .sort((a, b) => b.length - a.length);
  const free = all.filter((phrase) => UNBOUNDED.test(phrase)).map(patternOf);
  const bound = all.filter((phrase) => !UNBOUNDED.test(phrase)).map(patternOf);
  const words = `(?<!\\p{L})(?:${bound.join('|')})(?!\\p{L})`;
  return new RegExp([...(bound.length > 0 ? [words] : []), ...free].join('|'), 'gu');
}

/** Finds the phrases of these rules in a folded text, without overlaps within one rule, in no order. */
export function phraseFinder(rules: readonly PhraseRule[]): (plain: string) => FoundPhrase[] {
  let compiled: { id: string; pattern: RegExp }[] | null = null;
  const compile = () => rules.map(({ id, phrases }) => ({ id, pattern: expressionOf(phrases) }));
  return (plain) => {
    compiled ??= compile();
    const found: FoundPhrase[] = [];
    for (const { id, pattern } of compiled) {
      for (const { index, 0: match } of plain.matchAll(pattern)) {
        found.push({ id, start: index, end: index + match.length });
        if (found.length >= MAX_FOUND) return found;
      }
    }
    return found;
  };
}
