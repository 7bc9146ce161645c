import { createGuardrails, generateSync } from 'otplib';
import {
  type Algorithm,
  type CodeSettings,
  MAX_COUNTER,
  MAX_PERIOD_SECONDS,
  MAX_SECRET_BYTES,
} from './account.ts';

/** A code and when it counts: from `validFrom` up to but not including `validUntil`, ms epoch. HOTP has no times. */
export interface TimedCode {
  code: string;
  validFrom: number | null;
  validUntil: number | null;
}

/**
 * The limits of an account instead of the library's, which refuse secrets under 16 and over 64 bytes. A short secret is
 * the issuer's choice, and the user still has to sign in.
 */
const GUARDRAILS = createGuardrails({
  MIN_SECRET_BYTES: 1,
  MAX_SECRET_BYTES,
  MAX_PERIOD: MAX_PERIOD_SECONDS,
  MAX_COUNTER,
});

const HASHES = { SHA1: 'sha1', SHA256: 'sha256', SHA512: 'sha512' } as const;

const STEAM_ALPHABET = '23456789BCDFGHJKMNPQRTVWXY';
const STEAM_LENGTH = 5;
const STEAM_PERIOD_SECONDS = 30;

/**
 * The code at `now` (ms epoch; times before 1970 count as 1970). HOTP: the code of the stored counter, at any time.
 *
 * TOTP is RFC 6238 with T0 = 0, HOTP is RFC 4226. Throws on a secret or settings that `parseAccount` would refuse.
 */
export function codeAt(secret: Uint8Array, settings: CodeSettings, now: number): TimedCode {
  return codeOfStep(secret, settings, stepAt(settings, now));
}

/**
 * The code at `now` and the one after it. HOTP: the codes of the stored counter and of the next; the last counter of
 * all, 2^53 - 1, has no next and repeats.
 */
export function codesAt(
  secret: Uint8Array,
  settings: CodeSettings,
  now: number,
): { current: TimedCode; next: TimedCode } {
  const step = stepAt(settings, now);
  return {
    current: codeOfStep(secret, settings, step),
    next: codeOfStep(secret, settings, Math.min(step + 1, MAX_COUNTER)),
  };
}

function stepAt(settings: CodeSettings, now: number): number {
  if (settings.type === 'hotp') return settings.counter;
  return Math.max(0, Math.floor(now / periodOf(settings)));
}

/** Milliseconds. */
function periodOf(settings: Exclude<CodeSettings, { type: 'hotp' }>): number {
  return 1000 * (settings.type === 'steam' ? STEAM_PERIOD_SECONDS : settings.periodSeconds);
}

function codeOfStep(secret: Uint8Array, settings: CodeSettings, step: number): TimedCode {
  if (settings.type === 'hotp') {
    return { code: decimalCode(secret, settings, step), validFrom: null, validUntil: null };
  }
  const period = periodOf(settings);
  const code = settings.type === 'steam' ? steamCode(secret, step) : decimalCode(secret, settings, step);
  return { code, validFrom: step * period, validUntil: (step + 1) * period };
}

function decimalCode(
  secret: Uint8Array,
  { algorithm, digits }: { algorithm: Algorithm; digits: number },
  counter: number,
): string {
  return generateSync({
    strategy: 'hotp',
    secret,
    algorithm: HASHES[algorithm],
    digits,
    counter,
    guardrails: GUARDRAILS,
  });
}

/**
 * Steam Guard's five characters, least significant first: the truncated value of RFC 4226 §5.3 in base 26.
 *
 * Ten decimal digits hold that 31-bit value whole. The library's own hook for other alphabets does not reach its
 * synchronous functions (otplib 13.5.0).
 */
function steamCode(secret: Uint8Array, counter: number): string {
  let value = Number(decimalCode(secret, { algorithm: 'SHA1', digits: 10 }, counter));
  let code = '';
  for (let i = 0; i < STEAM_LENGTH; i++) {
    code += STEAM_ALPHABET.charAt(value % STEAM_ALPHABET.length);
    value = Math.floor(value / STEAM_ALPHABET.length);
  }
  return code;
}
