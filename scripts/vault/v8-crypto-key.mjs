import { Unreadable } from './unreadable.mjs';

const CRYPTO_KEY = 'K'.charCodeAt(0);
const HMAC = 2;
const EXTRACTABLE = 1;
/** @type {Record<number, string>} */
const HASHES = { 5: 'SHA-1', 6: 'SHA-256', 7: 'SHA-384', 8: 'SHA-512' };

/**
 * A CryptoKey as Blink writes it: "non-extractable" is one bit beside the plain key.
 *
 * @param {import('./cursor.mjs').Cursor} input behind the tag of a host object
 * @returns {import('./types.mjs').DeviceKey}
 */
export function cryptoKeyIn(input) {
  if (input.byte() !== CRYPTO_KEY) throw new Unreadable('A value holds an object that no value of ours has.');
  if (input.byte() !== HMAC) throw new Unreadable('A key is not an HMAC key.');
  const bits = input.varint() * 8;
  const hash = HASHES[input.varint()] ?? 'unknown';
  const usages = input.varint();
  return {
    cryptoKey: true,
    algorithm: 'HMAC',
    hash,
    bits,
    extractable: (usages & EXTRACTABLE) !== 0,
    raw: input.sized(),
  };
}
