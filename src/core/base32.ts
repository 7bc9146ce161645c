import { MAX_SECRET_BYTES } from './account.ts';
import { err, ok, type Result } from './result.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** How people and sites group a key: white space, any dash, underscores, and what clings to copied text. */
const SEPARATORS = /[\s_\p{Pd}\p{Cf}]/gu;

/**
 * The secret that base32 text (RFC 4648 §6) stands for, 1 to 1,024 bytes.
 *
 * Forgives case, separators, missing or surplus padding, and bits that do not fill a byte. Does not guess: 0, 1, 8 and
 * 9 are errors, because a wrong guess gives wrong codes and no message.
 */
export function decodeBase32(text: string): Result<Uint8Array, 'bad-secret'> {
  const digits = text.replace(SEPARATORS, '').replace(/=+$/, '');
  // Checked before the change of case, which turns some other letters into A to Z (U+017F becomes S).
  if (!/^[A-Za-z2-7]+$/.test(digits)) return err('bad-secret');
  const length = Math.floor((digits.length * 5) / 8);
  if (length < 1 || length > MAX_SECRET_BYTES) return err('bad-secret');

  const bytes = new Uint8Array(length);
  let buffer = 0;
  let bits = 0;
  let at = 0;
  for (const digit of digits.toUpperCase()) {
    buffer = ((buffer << 5) | ALPHABET.indexOf(digit)) & 0xfff;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = buffer >> bits;
    }
  }
  return ok(bytes);
}

/** Base32 in capitals without padding, the form that otpauth URIs use. */
export function encodeBase32(bytes: Uint8Array): string {
  let text = '';
  let buffer = 0;
  let bits = 0;
  for (const byte of bytes) {
    buffer = ((buffer << 8) | byte) & 0xfff;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += ALPHABET.charAt((buffer >> bits) & 31);
    }
  }
  return bits > 0 ? text + ALPHABET.charAt((buffer << (5 - bits)) & 31) : text;
}
