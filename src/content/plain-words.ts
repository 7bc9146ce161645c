/** Folds text so that one phrase fits all its spellings: case, accents, widths, Arabic letter variants, spaces. */
export function plainText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f\u064b-\u0655\u0640]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[ıłđß]/g, (letter) => ({ ı: 'i', ł: 'l', đ: 'd', ß: 'ss' })[letter] ?? letter)
    .replace(/[يى]/g, 'ی')
    .replace(/ك/g, 'ک')
    .replace(/[\s\u200b-\u200f\u00ad]+/g, ' ')
    .trim();
}

/** Splits an identifier into words: `otpCode_1` → `otp code 1`. Bounds keep "pin" out of "shipping". */
export function identifierWords(identifier: string): string {
  const spaced = identifier
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/([a-z]{2,})(\d+)(?=\s|$)/gi, '$1 $2')
    .replace(/\b(\d) (fa|factor|step|sv)\b/gi, '$1$2');
  return plainText(spaced);
}

const UNBOUNDED = /[^\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}\s*#]/u;

function body(folded: string): string {
  return folded
    .replace(/[.+?^${}()[\]\\]/g, '\\$&')
    .replace(/\*/g, '[^\\s;]*')
    .replace(/ /g, "[\\s\\-_.'’:]*")
    .replace(/#/g, '\\d');
}

/**
 * Compiles phrases (`one time code|kod*`) to one expression over folded text. A space stands for any or no
 * separator, `*` for the rest of a word, `#` for a digit. Scripts without spaces or with prefixes get no word bounds.
 * The bounds stand once around all phrases: a copy for each made compiling fifty times as slow.
 */
export function phrasePattern(phrases: string): RegExp {
  const folded = phrases.split('|').map(plainText);
  const bounded = folded.filter((phrase) => !UNBOUNDED.test(phrase)).map(body);
  const free = folded.filter((phrase) => UNBOUNDED.test(phrase)).map(body);
  const alternatives = bounded.length === 0 ? [] : [`(?<![\\p{L}\\p{N}])(?:${bounded.join('|')})(?!\\p{L})`];
  return new RegExp([...alternatives, ...free].join('|'), 'u');
}
