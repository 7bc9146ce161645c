/** The longest issuer or account name that is kept, in code points. */
export const MAX_TEXT_CODE_POINTS = 128;

/**
 * What does not show: controls, lone surrogates, bidi overrides, zero-width and other default-ignorable characters,
 * and the interlinear marks. Tab to carriage return stay, because they are white space and become a space below.
 */
const INVISIBLE = /(?![\t-\r])[\p{Cc}\p{Cs}\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB]/gu;

/**
 * One line of text that looks like what it is: no invisible characters, NFC (Unicode UAX #15), single spaces, trimmed,
 * and at most `maxCodePoints` long. Cleaning twice changes nothing.
 *
 * Issuers and names come from pages and pictures. One with a right-to-left override or a zero-width character in it
 * could pass for another.
 */
export function cleanText(text: string, maxCodePoints = MAX_TEXT_CODE_POINTS): string {
  const line = text.replace(INVISIBLE, '').normalize('NFC').replace(/\s+/g, ' ').trim();
  return Array.from(line).slice(0, maxCodePoints).join('').trimEnd();
}
