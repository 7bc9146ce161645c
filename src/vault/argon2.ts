import { argon2id } from 'hash-wasm';
import { fromBase64, toBase64 } from '../core/base64.ts';
import { type Bytes, KEY_BYTES, randomBytes } from './cipher.ts';

/** Argon2id (RFC 9106) as it stands beside what it stretched: cost and salt (base 64). */
export interface Argon2Parameters {
  memoryKiB: number;
  iterations: number;
  parallelism: number;
  salt: string;
}

/** 64 MiB, t=3 is the RFC's second recommended option, with one lane: a WebAssembly worker has no threads. */
const COST = { memoryKiB: 65_536, iterations: 3, parallelism: 1 };
export const SALT_BYTES = 32;

/** For a new secret. */
export function newArgon2(): Argon2Parameters {
  return { ...COST, salt: toBase64(randomBytes(SALT_BYTES)) };
}

/**
 * Null for what is none, or asks for terabytes, or for nothing: what was stored is checked before it costs anything.
 * Read costs are 19 to 256 MiB, 2 to 10 passes, 1 to 4 lanes.
 */
export function parseArgon2(value: unknown): Argon2Parameters | null {
  if (typeof value !== 'object' || value === null) return null;
  const { memoryKiB, iterations, parallelism, salt } = value as Record<string, unknown>;
  const within = (number: unknown, low: number, high: number): number is number =>
    Number.isInteger(number) && Number(number) >= low && Number(number) <= high;
  if (!within(memoryKiB, 19_456, 262_144) || !within(iterations, 2, 10) || !within(parallelism, 1, 4))
    return null;
  if (typeof salt !== 'string' || fromBase64(salt)?.length !== SALT_BYTES) return null;
  return { memoryKiB, iterations, parallelism, salt };
}

/** 32 bytes from a PIN or a passphrase. */
export async function stretch(text: string, parameters: Argon2Parameters): Promise<Bytes> {
  const stretched = await argon2id({
    password: text,
    salt: fromBase64(parameters.salt) ?? new Uint8Array(),
    memorySize: parameters.memoryKiB,
    iterations: parameters.iterations,
    parallelism: parameters.parallelism,
    hashLength: KEY_BYTES,
    outputType: 'binary',
  });
  return Uint8Array.from(stretched);
}
