import { fromBase64, toBase64 } from '../core/base64.ts';
import { type Argon2Parameters, newArgon2, parseArgon2, stretch } from './argon2.ts';
import { type Bytes, KEY_BYTES } from './cipher.ts';

/** A PIN or passphrase, stretched, with what it was stretched by. */
export interface Stretched {
  argon2: Argon2Parameters;
  stretched: Bytes;
}

export async function stretchNew(text: string): Promise<Stretched> {
  const argon2 = newArgon2();
  return { argon2, stretched: await stretch(text, argon2) };
}

export function encodeStretched({ argon2, stretched }: Stretched): unknown {
  return { argon2, stretched: toBase64(stretched) };
}

export function decodeStretched(value: unknown): Stretched | null {
  const { argon2, stretched } = (value ?? {}) as Record<string, unknown>;
  const parameters = parseArgon2(argon2);
  const bytes = typeof stretched === 'string' ? fromBase64(stretched) : null;
  return parameters && bytes?.length === KEY_BYTES ? { argon2: parameters, stretched: bytes } : null;
}
