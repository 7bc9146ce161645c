/**
 * What a slot asks for. A slot that names several factors opens with all of them together and with no fewer: each gives
 * 32 bytes, and the slot's key is derived from their concatenation.
 */
import { fromBase64 } from '../core/base64.ts';
import { type Argon2Parameters, parseArgon2, stretch } from './argon2.ts';
import { type Bytes, deriveBytes, KEY_BYTES } from './cipher.ts';

/** A factor with what is stored of it, in clear, beside the slot. */
export type Factor =
  | { type: 'pin'; argon2: Argon2Parameters }
  /** HMAC-SHA-256 key of this browser profile, not extractable; on its disk all the same. */
  | { type: 'device' }
  /** 32 random bytes that are in the browser's memory only. */
  | { type: 'pepper' }
  | { type: 'passphrase'; argon2: Argon2Parameters }
  /** WebAuthn PRF. `credential` in base64url; `input` (32 bytes, base 64) is what the authenticator evaluates. */
  | { type: 'passkey'; credential: string; input: string; relyingParty: string | null }
  /** The how-manieth recovery code of this vault, from 1; printed with it. */
  | { type: 'recovery'; number: number }
  /** A recovery contact's text, useless without this half (17 bytes, base 64). */
  | { type: 'contact'; half: string };

export type FactorType = Factor['type'];

/** The order in which their bytes are put together. */
export const FACTOR_ORDER: readonly FactorType[] = [
  'pin',
  'device',
  'pepper',
  'passphrase',
  'passkey',
  'recovery',
  'contact',
];

/** What can be shown for the factors, as far as one has them. */
export interface Proofs {
  /** As typed, or stretched already with the parameters of the slot. */
  pin?: string | { stretched: Bytes };
  device?: CryptoKey;
  pepper?: Bytes;
  /** As typed, NFKC. */
  passphrase?: string | { stretched: Bytes };
  /** The authenticator's PRF output, 32 bytes. */
  passkey?: Bytes;
  /** The recovery code's 130 bits as 17 bytes, or what was derived of them. */
  recovery?: { secret: Bytes } | { key: Bytes };
  /** The contact text's 130 bits as 17 bytes. */
  contact?: Bytes;
}

/** A new device key. */
export function makeDeviceKey(): Promise<CryptoKey> {
  return crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256', length: 256 }, false, ['sign']);
}

/** What every slot and backup file of a recovery code is made from, so that the code itself need not be kept. */
export function recoveryKey(secret: Bytes): Promise<Bytes> {
  // 130 random bits need no stretching: there is nothing to guess.
  return deriveBytes(secret, new Uint8Array(), 'tweestap recovery v2');
}

function joined(...parts: Uint8Array[]): Bytes {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

/** The 32 bytes of one factor; null when nothing was shown for it. */
export async function materialOf(factor: Factor, proofs: Proofs, salt: Bytes): Promise<Bytes | null> {
  switch (factor.type) {
    case 'pin':
    case 'passphrase': {
      const shown = proofs[factor.type];
      if (shown === undefined) return null;
      return typeof shown === 'string' ? stretch(shown, factor.argon2) : shown.stretched;
    }
    case 'device':
      return proofs.device ? new Uint8Array(await crypto.subtle.sign('HMAC', proofs.device, salt)) : null;
    case 'pepper':
      return proofs.pepper ?? null;
    case 'passkey':
      return proofs.passkey ?? null;
    case 'recovery': {
      const shown = proofs.recovery;
      if (!shown) return null;
      return 'key' in shown ? shown.key : recoveryKey(shown.secret);
    }
    case 'contact': {
      const half = fromBase64(factor.half);
      if (!proofs.contact || !half) return null;
      return deriveBytes(joined(proofs.contact, half), salt, 'tweestap contact v2');
    }
    default:
      return factor satisfies never;
  }
}

const isText = (value: unknown): value is string => typeof value === 'string';

function hasBytes(value: unknown, length: number): value is string {
  return isText(value) && fromBase64(value)?.length === length;
}

/** Validates a stored factor; null for what is none. */
export function parseFactor(value: unknown): Factor | null {
  if (typeof value !== 'object' || value === null) return null;
  const { type, argon2, credential, input, relyingParty, number, half } = value as Record<string, unknown>;
  switch (type) {
    case 'pin':
    case 'passphrase': {
      const parameters = parseArgon2(argon2);
      return parameters && { type, argon2: parameters };
    }
    case 'device':
    case 'pepper':
      return { type };
    case 'passkey':
      if (!isText(credential) || !hasBytes(input, KEY_BYTES)) return null;
      return relyingParty === null || isText(relyingParty) ? { type, credential, input, relyingParty } : null;
    case 'recovery':
      return Number.isSafeInteger(number) && Number(number) >= 1 ? { type, number: Number(number) } : null;
    case 'contact':
      return hasBytes(half, CONTACT_HALF_BYTES) ? { type, half } : null;
    default:
      return null;
  }
}

export const CONTACT_HALF_BYTES = 17;

/** A factor's stored part, flat, for the additional data of its slot. */
export function factorData(factor: Factor): (string | number)[] {
  switch (factor.type) {
    case 'pin':
    case 'passphrase': {
      const { memoryKiB, iterations, parallelism, salt } = factor.argon2;
      return [factor.type, memoryKiB, iterations, parallelism, salt];
    }
    case 'passkey':
      return [factor.type, factor.credential, factor.input, factor.relyingParty ?? ''];
    case 'recovery':
      return [factor.type, factor.number];
    case 'contact':
      return [factor.type, factor.half];
    default:
      return [factor.type];
  }
}
