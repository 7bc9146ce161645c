/** The longest message that is read, in UTF-16 units; of a longer one the beginning. */
export const MAX_MESSAGE = 20_000;

/** A message in one spelling. Both texts have the same length, so that a place in one is that place in the other. */
export interface MessageText {
  /** As a person reads it: NFKC, digits 0–9, no invisible characters. */
  text: string;
  /** Folded for comparing with phrases: small letters, no accents. */
  plain: string;
}

/** Bidi marks, zero-width characters, controls, the keycap of emoji digits, and Arabic vowel marks. */
const INVISIBLE =
  /(?![\t\n])[\p{Cc}\p{Cs}\p{Default_Ignorable_Code_Point}]|\u20e3|\u0640|(?=\p{Script=Inherited})[\u064b-\u0655]/gu;

/** Digit zero of the scripts whose digits NFKC keeps; the other nine follow it (Unicode, Nd). */
const ZEROS = [
  0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0xf20,
  0x1040, 0x17e0, 0x1810,
];

/** Letters that no decomposition brings to the one that they are typed as. */
const SAME_LETTER: Record<string, string> = { ı: 'i', ł: 'l', đ: 'd', ø: 'o', ي: 'ی', ى: 'ی', ك: 'ک' };

function westernDigit(digit: string): string {
  const point = digit.charCodeAt(0);
  const zero = ZEROS.find((start) => point >= start && point < start + 10);
  return zero === undefined ? digit : String(point - zero);
}

/** The beginning of a message in one spelling. */
export function messageText(raw: string): MessageText {
  const text = raw
    .slice(0, MAX_MESSAGE)
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    // NFKC would make a comma between digits of what is one between sentences.
    .replace(/[，；]/g, '$& ')
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(/\p{Nd}/gu, westernDigit)
    .slice(0, MAX_MESSAGE);
  return { text, plain: foldText(text) };
}

/** Small letters without accents, one for each UTF-16 unit of the text. */
export function foldText(text: string): string {
  return text.replace(/[A-Z\u0080-\uffff]/g, foldLetter);
}

function foldLetter(letter: string): string {
  const parts = letter.normalize('NFD');
  const base = /^.[\u0300-\u036f\u0653-\u0655]+$/.test(parts) ? parts.charAt(0) : letter;
  const small = base.toLowerCase();
  return SAME_LETTER[small] ?? (small.length === 1 ? small : letter);
}

/** The text with the spans, sorted or not, replaced by as many of `filler`. */
export function blanked(text: string, spans: readonly Span[], filler: string): string {
  const parts = text.split('');
  for (const { start, end } of spans) parts.fill(filler, start, end);
  return parts.join('');
}

/** A piece of a text: from `start` up to but not including `end`. */
export interface Span {
  start: number;
  end: number;
}
