import { useState } from 'preact/hooks';
import type { AccountId, Site } from '../core/account.ts';
import { ask } from '../messages/send.ts';
import { attempt } from '../ui/attempt.ts';
import type { Code } from '../ui/sentences.ts';
import { isTryRefused, type Refusal } from '../ui/use-try.ts';

/** Where a fill stands: nowhere, at the question whether to link, at the PIN, or refused. All of one account. */
export type FillState =
  | { kind: 'idle' }
  | { kind: 'ask-link'; id: AccountId }
  | { kind: 'ask-pin'; id: AccountId; link: Site | null }
  | { kind: 'failed'; id: AccountId; code: Code };

/** Fills by one account; asks to link, or for the PIN, where the background says so. */
export function useFill({ onLocked, onFilled }: { onLocked: () => void; onFilled: () => void }) {
  const [state, setState] = useState<FillState>({ kind: 'idle' });
  /** What was wrong with the PIN that was sent along; null for every other outcome, which shows in the state. */
  const fill = async (id: AccountId, link: Site | null = null, pin?: string): Promise<Refusal | null> => {
    const answer = await attempt(ask('fill', { id, link, ...(pin !== undefined && { pin }) }));
    if (answer.ok) {
      onFilled();
      return null;
    }
    const refusal = answer.error;
    if (isTryRefused(refusal)) return refusal;
    if (refusal === 'locked') onLocked();
    else if (refusal === 'needs-pin') setState({ kind: 'ask-pin', id, link });
    else if (!link && (refusal === 'needs-link' || refusal === 'wrong-site'))
      setState({ kind: 'ask-link', id });
    else setState({ kind: 'failed', id, code: refusal });
    return null;
  };
  return {
    state,
    fill,
    fail: (id: AccountId, code: Code) => setState({ kind: 'failed', id, code }),
    reset: () => setState({ kind: 'idle' }),
  };
}
