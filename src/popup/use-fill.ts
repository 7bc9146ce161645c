import { useState } from 'preact/hooks';
import type { AccountId, Site } from '../core/account.ts';
import { ask } from '../messages/send.ts';
import { attempt } from '../ui/attempt.ts';
import type { Code } from '../ui/sentences.ts';

/** Where a fill stands: nowhere, at the question whether to link, or refused. All of one account. */
export type FillState =
  | { kind: 'idle' }
  | { kind: 'ask-link'; id: AccountId }
  | { kind: 'failed'; id: AccountId; code: Code };

/** Fills by one account; asks to link first where the background says so. The popup closes after a fill. */
export function useFill(onLocked: () => void) {
  const [state, setState] = useState<FillState>({ kind: 'idle' });
  const fill = async (id: AccountId, link: Site | null = null) => {
    const answer = await attempt(ask('fill', { id, link }));
    if (answer.ok) {
      window.close();
      return;
    }
    const code = answer.error;
    if (code === 'locked') onLocked();
    else if (!link && (code === 'needs-link' || code === 'wrong-site')) setState({ kind: 'ask-link', id });
    else setState({ kind: 'failed', id, code });
  };
  return {
    state,
    fill,
    fail: (id: AccountId, code: Code) => setState({ kind: 'failed', id, code }),
    reset: () => setState({ kind: 'idle' }),
  };
}
