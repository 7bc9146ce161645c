import { fromBase64, toBase64 } from '../core/base64.ts';
import { type Bytes, KEY_BYTES } from './cipher.ts';
import { decodeStretched, encodeStretched, type Stretched } from './stretched.ts';

/**
 * Sealed with the vault, for what has to be made while it is open and without asking anew: a slot for a changed PIN
 * beside the recovery code, a backup file under that code, and the PIN's slot of a browser session.
 */
export interface Keyring {
  /** The recovery code's key (`recoveryKey`) and number. The code itself is kept nowhere. */
  recovery: { key: Bytes; number: number };
  /** In strong mode only. */
  pin: Stretched | null;
}

export const KEYRING_ID = 'keyring';

export function encodeKeyring({ recovery, pin }: Keyring): unknown {
  return {
    recovery: { key: toBase64(recovery.key), number: recovery.number },
    pin: pin && encodeStretched(pin),
  };
}

/** Null for what is none. */
export function parseKeyring(value: unknown): Keyring | null {
  const { recovery, pin } = (value ?? {}) as { recovery?: Record<string, unknown>; pin?: unknown };
  const key = typeof recovery?.key === 'string' ? fromBase64(recovery.key) : null;
  const number = recovery?.number;
  if (key?.length !== KEY_BYTES || !Number.isSafeInteger(number)) return null;
  return { recovery: { key, number: Number(number) }, pin: decodeStretched(pin) };
}
