/**
 * Codes that are written down: 30 characters of Crockford's base 32 in six groups of five = 150 bits: 4 bits kind (1: the
 * recovery code, 2: the text to a recovery contact), 130 random bits, 16 bits checksum.
 *
 * The checksum is over the kind and the random bits, so that a typing error is told from a code of another vault
 * before any key is derived.
 */
import { err, ok, type Result } from './result.ts';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const KINDS = { recovery: 1n, contact: 2n };
export type WrittenKind = keyof typeof KINDS;
const RANDOM_BITS = 130n;
const CHECK_BITS = 16n;
export const GROUPS = 6;
export const GROUP_LENGTH = 5;

/** Random bytes that a code takes; the bits above 130 are dropped. */
export const RECOVERY_RANDOM_BYTES = 17;

/** CRC-16/CCITT-FALSE. An error check, not a secret: 130 bits leave nothing to guess. */
function crc16(bytes: Uint8Array): bigint {
  let crc = 0xffff;
  for (const byte of bytes) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit++)
      crc = crc & 0x8000 ? ((crc << 1) ^ 0x1021) & 0xffff : (crc << 1) & 0xffff;
  }
  return BigInt(crc);
}

function toBytes(value: bigint): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length: RECOVERY_RANDOM_BYTES }, (_, i) =>
    Number((value >> BigInt(8 * i)) & 0xffn),
  );
}

/** The code for these random bytes, without separators. */
export function makeRecoveryCode(random: Uint8Array, kind: WrittenKind = 'recovery'): string {
  const drawn = random.reduce((sum, byte, i) => sum | (BigInt(byte) << BigInt(8 * i)), 0n);
  const payload = (KINDS[kind] << RANDOM_BITS) | (drawn & ((1n << RANDOM_BITS) - 1n));
  let rest = (payload << CHECK_BITS) | crc16(toBytes(payload));
  let code = '';
  for (let i = 0; i < GROUPS * GROUP_LENGTH; i++) {
    code = ALPHABET[Number(rest & 31n)] + code;
    rest >>= 5n;
  }
  return code;
}

/** Capitals, no separators; the letters that Crockford reads as digits (O, I, L) become those digits. */
export function normaliseRecoveryText(text: string): string {
  return text.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
}

/**
 * Reads what a person typed: any case, with or without spaces and dashes.
 *
 * Returns the 130 random bits as 17 bytes, key material for the recovery slot.
 */
export function parseRecoveryCode(
  text: string,
  kind: WrittenKind = 'recovery',
): Result<Uint8Array<ArrayBuffer>, 'bad-code'> {
  const code = normaliseRecoveryText(text);
  if (code.length !== GROUPS * GROUP_LENGTH) return err('bad-code');
  let value = 0n;
  for (const char of code) {
    const digit = ALPHABET.indexOf(char);
    if (digit < 0) return err('bad-code');
    value = (value << 5n) | BigInt(digit);
  }
  const payload = value >> CHECK_BITS;
  if (payload >> RANDOM_BITS !== KINDS[kind]) return err('bad-code');
  if (crc16(toBytes(payload)) !== (value & ((1n << CHECK_BITS) - 1n))) return err('bad-code');
  return ok(toBytes(payload & ((1n << RANDOM_BITS) - 1n)));
}

/** Six groups of five. */
export function recoveryGroups(code: string): string[] {
  return Array.from({ length: GROUPS }, (_, i) => code.slice(i * GROUP_LENGTH, (i + 1) * GROUP_LENGTH));
}
