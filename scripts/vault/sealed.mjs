import { createDecipheriv, hkdfSync } from 'node:crypto';

const NONCE = 12;
const TAG = 16;

/** HKDF-SHA-256 to 32 bytes. @param {Uint8Array} key @param {Uint8Array} salt @param {string} info */
export function derive(key, salt, info) {
  return Buffer.from(hkdfSync('sha256', key, salt, info, 32));
}

/**
 * Opens AES-256-GCM: nonce, ciphertext, tag. Null when key, bytes or additional data are not the right ones.
 *
 * @param {Buffer} key
 * @param {Buffer} sealed
 * @param {unknown[]} additional
 */
export function unseal(key, sealed, additional) {
  if (sealed.length < NONCE + TAG) return null;
  const cipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE), { authTagLength: TAG });
  cipher.setAuthTag(sealed.subarray(sealed.length - TAG));
  cipher.setAAD(Buffer.from(JSON.stringify(additional), 'utf8'));
  const plain = cipher.update(sealed.subarray(NONCE, sealed.length - TAG));
  try {
    return Buffer.concat([plain, cipher.final()]);
  } catch {
    return null;
  }
}
