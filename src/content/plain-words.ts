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
