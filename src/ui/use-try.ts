import { useState } from 'preact/hooks';
import type { Result } from '../core/result.ts';
import type { PinState, TryRefused } from '../messages/views.ts';
import { attempt } from './attempt.ts';
import type { Code } from './sentences.ts';

/** Why a try was not taken; with how the PIN stands where one was tried. */
export type Refusal = Code | TryRefused;

/** Nothing is known of earlier tries; the first answer tells. */
const NO_TRIES: PinState = { kind: 'open', failures: 0, retryAt: null };

export function isTryRefused(error: unknown): error is TryRefused {
  return typeof error === 'object' && error !== null && 'pin' in error;
}

/** Tries to open or to prove something: what the last one brought, and how the PIN stands since. */
export function useTry(first: PinState = NO_TRIES) {
  const [pin, setPin] = useState(first);
  const [problem, setProblem] = useState<Code | null>(null);
  const [busy, setBusy] = useState(false);

  const note = (refusal: Refusal | null) => {
    setBusy(false);
    setProblem(isTryRefused(refusal) ? refusal.code : refusal);
    if (isTryRefused(refusal)) setPin(refusal.pin);
  };
  /** After a try that was taken it stays busy: the screen goes. */
  const run = async <T>(request: () => Promise<Result<T, Refusal>>): Promise<Result<T, Refusal>> => {
    setBusy(true);
    setProblem(null);
    const answer = await attempt(request());
    if (!answer.ok) note(answer.error);
    return answer;
  };
  const retryAt = pin.kind === 'open' ? pin.retryAt : null;
  const free = () => {
    setProblem(null);
    if (pin.kind === 'open') setPin({ ...pin, retryAt: null });
  };
  return { pin, problem, busy, retryAt, run, note, free };
}

export type Tries = ReturnType<typeof useTry>;
