import { argon2id } from 'hash-wasm';
import { type Bytes, deriveKey, KEY_BYTES } from './cipher.ts';

/**
 * Argon2id (RFC 9106) parameters as they stand in a PIN slot.
 *
 * 64 MiB, t=3, p=1 is the RFC's second recommended option with one lane: a WebAssembly worker has no threads.
 */
export interface Argon2Parameters {
  memoryKiB: number;
  iterations: number;
  parallelism: number;
}

export const PIN_ARGON2: Argon2Parameters = { memoryKiB: 65_536, iterations: 3, parallelism: 1 };

/** Stored parameters are checked before they cost anything: a changed slot must not ask for terabytes, nor for nothing. */
export function areSaneParameters({ memoryKiB, iterations, parallelism }: Argon2Parameters): boolean {
  const within = (value: number, low: number, high: number) =>
    Number.isInteger(value) && value >= low && value <= high;
  return within(memoryKiB, 19_456, 262_144) && within(iterations, 2, 10) && within(parallelism, 1, 4);
}

/** A new device key: HMAC-SHA-256, not extractable, so a PIN slot alone is not enough to try PINs with. */
export function makeDeviceKey(): Promise<CryptoKey> {
  return crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256', length: 256 }, false, ['sign']);
}

export async function deviceMac(deviceKey: CryptoKey, data: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.sign('HMAC', deviceKey, data));
}

/** The key that wraps the master key in a PIN slot: HKDF(Argon2id(PIN, salt) ‖ HMAC(device key, salt)). */
export async function pinKey(
  pin: string,
  salt: Bytes,
  parameters: Argon2Parameters,
  deviceKey: CryptoKey,
): Promise<CryptoKey> {
  const stretched = await argon2id({
    password: pin,
    salt,
    memorySize: parameters.memoryKiB,
    iterations: parameters.iterations,
    parallelism: parameters.parallelism,
    hashLength: KEY_BYTES,
    outputType: 'binary',
  });
  const material = new Uint8Array(2 * KEY_BYTES);
  material.set(stretched);
  material.set(await deviceMac(deviceKey, salt), KEY_BYTES);
  return deriveKey(material, salt, 'tweestap slot pin v1');
}
