/**
 * The PIN's wrong tries: how long to wait, and when the PIN rests.
 *
 * NIST SP 800-63B-4 §3.2.10: no more than ten consecutive failures, then the activation secret is disabled.
 */
export interface Attempts {
  /** Consecutive failures; a try is charged as a failure before it is verified. */
  failures: number;
  /** When the last failure was charged, ms epoch. */
  lastFailureAt: number;
}

export const NO_ATTEMPTS: Attempts = { failures: 0, lastFailureAt: 0 };
export const MAX_FAILURES = 10;

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const DELAYS_MS = [0, 0, 0, 30 * SECOND, MINUTE, 5 * MINUTE, 15 * MINUTE, 60 * MINUTE, 60 * MINUTE];

/**
 * When the next try is free, ms epoch; null when it is free now.
 *
 * A clock that stands before the last failure was turned back: the whole delay counts again from now.
 */
export function retryAt(attempts: Attempts, now: number): number | null {
  const delay =
    attempts.failures === 0 ? 0 : (DELAYS_MS[Math.min(attempts.failures, DELAYS_MS.length) - 1] ?? 0);
  const until = Math.min(attempts.lastFailureAt, now) + delay;
  return delay > 0 && until > now ? until : null;
}

export function isSpent(attempts: Attempts): boolean {
  return attempts.failures >= MAX_FAILURES;
}

/** The record to store before a PIN is verified. */
export function charge(attempts: Attempts, now: number): Attempts {
  return { failures: attempts.failures + 1, lastFailureAt: now };
}

/** The record to store when the clock was turned back, so that the delay runs out from here; null when it was not. */
export function reanchor(attempts: Attempts, now: number): Attempts | null {
  return attempts.failures > 0 && now < attempts.lastFailureAt ? { ...attempts, lastFailureAt: now } : null;
}

/** Of two records of the same tries the one that holds: more failures, then the later one. */
export function higher(a: Attempts, b: Attempts): Attempts {
  if (a.failures !== b.failures) return a.failures > b.failures ? a : b;
  return a.lastFailureAt >= b.lastFailureAt ? a : b;
}
