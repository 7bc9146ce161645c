/** The recovery code and the text to a recovery contact, as they are written down. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 30;
const RANDOM_BITS = 130n;
const SECRET_BYTES = 17;

/** CRC-16/CCITT-FALSE. @param {Uint8Array} bytes */
export function crc16(bytes) {
  let crc = 0xffff;
  for (const byte of bytes) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit++) crc = ((crc << 1) ^ (crc & 0x8000 ? 0x1021 : 0)) & 0xffff;
  }
  return crc;
}

/** As 17 bytes, least significant first. @param {bigint} value */
function secretBytes(value) {
  return Buffer.from(
    Array.from({ length: SECRET_BYTES }, (_, at) => Number((value >> BigInt(8 * at)) & 255n)),
  );
}

/**
 * The 17 bytes that a written code stands for; null when it is none of this kind. Crockford's base 32 reads O as 0 and I
 * and L as 1.
 *
 * @param {string} written
 * @param {1 | 2} kind 1: the recovery code, 2: the text to a contact
 */
export function secretOf(written, kind) {
  const symbols = written.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
  const digits = [...symbols].map((symbol) => ALPHABET.indexOf(symbol));
  if (digits.length !== LENGTH || digits.includes(-1)) return null;
  const value = digits.reduce((all, digit) => (all << 5n) | BigInt(digit), 0n);
  const checked = value >> 16n;
  if (checked >> RANDOM_BITS !== BigInt(kind) || crc16(secretBytes(checked)) !== Number(value & 0xffffn))
    return null;
  return secretBytes(checked & ((1n << RANDOM_BITS) - 1n));
}
