/**
 * AES-256-GCM with random 96-bit nonces (NIST SP 800-38D; far below its 2^32 limit for one key), and HKDF-SHA-256
 * (RFC 5869) for every derived key. Sealed bytes are nonce (12) ‖ ciphertext ‖ tag (16).
 */
export type Bytes = Uint8Array<ArrayBuffer>;

export const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

export function randomBytes(length: number): Bytes {
  return crypto.getRandomValues(new Uint8Array(length));
}

/** Additional data from parts that cannot run into each other: the UTF-8 of their JSON array. */
export function additionalData(...parts: (string | number)[]): Bytes {
  return new TextEncoder().encode(JSON.stringify(parts));
}

/** 32 bytes from key material. `info` names their one purpose. */
export async function deriveBytes(material: Bytes, salt: Bytes, info: string): Promise<Bytes> {
  const base = await crypto.subtle.importKey('raw', material, 'HKDF', false, ['deriveBits']);
  const parameters = { name: 'HKDF', hash: 'SHA-256', salt, info: new TextEncoder().encode(info) };
  return new Uint8Array(await crypto.subtle.deriveBits(parameters, base, 8 * KEY_BYTES));
}

/** A non-extractable AES-256-GCM key from key material. `info` names its one purpose. */
export async function deriveKey(material: Bytes, salt: Bytes, info: string): Promise<CryptoKey> {
  const base = await crypto.subtle.importKey('raw', material, 'HKDF', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt, info: new TextEncoder().encode(info) },
    base,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}

export async function seal(key: CryptoKey, plaintext: Bytes, aad: Bytes): Promise<Bytes> {
  const iv = randomBytes(NONCE_BYTES);
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: aad }, key, plaintext);
  const out = new Uint8Array(NONCE_BYTES + sealed.byteLength);
  out.set(iv);
  out.set(new Uint8Array(sealed), NONCE_BYTES);
  return out;
}

/** Null when the key is not the one, or the bytes or their additional data were changed: GCM cannot tell which. */
export async function open(key: CryptoKey, sealed: Uint8Array, aad: Bytes): Promise<Bytes | null> {
  if (sealed.length < NONCE_BYTES + TAG_BYTES) return null;
  const copy = Uint8Array.from(sealed);
  try {
    const iv = copy.subarray(0, NONCE_BYTES);
    const body = copy.subarray(NONCE_BYTES);
    return new Uint8Array(
      await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: aad }, key, body),
    );
  } catch {
    // OperationError is WebCrypto's only word for a tag that does not verify.
    return null;
  }
}
