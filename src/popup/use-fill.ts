import { useState } from 'preact/hooks';
import type { AccountId, Site } from '../core/account.ts';
import { ask } from '../messages/send.ts';
import type { Resemblance } from '../messages/site-views.ts';
import { attempt } from '../ui/attempt.ts';
import { isResemblance } from '../ui/resemblance.ts';
import type { Code } from '../ui/sentences.ts';
import { isTryRefused, type Refusal } from '../ui/use-try.ts';

/** What the user said yes to before the fill: the site to link, the look-alike's domain that he typed. */
interface Confirmed {
  link?: Site;
  typed?: string;
}

/** Where a fill stands: nowhere, at a question, or refused. All of one account. */
export type FillState =
  | { kind: 'idle' }
  | { kind: 'ask-link'; id: AccountId }
  | { kind: 'ask-typed'; id: AccountId; found: Resemblance }
  | { kind: 'ask-pin'; id: AccountId; confirmed: Confirmed }
  | { kind: 'failed'; id: AccountId; code: Code };

/** Fills by one account; asks to link, for the domain, or for the PIN, where the background says so. */
export function useFill({ onLocked, onFilled }: { onLocked: () => void; onFilled: () => void }) {
  const [state, setState] = useState<FillState>({ kind: 'idle' });
  /** What was wrong with the PIN that was sent along; null for every other outcome, which shows in the state. */
  const fill = async (id: AccountId, confirmed: Confirmed = {}, pin?: string): Promise<Refusal | null> => {
    const asked = { id, link: null, ...confirmed, ...(pin !== undefined && { pin }) };
    const answer = await attempt(ask('fill', asked));
    if (answer.ok) {
      onFilled();
      return null;
    }
    const refusal = answer.error;
    if (isTryRefused(refusal)) return refusal;
    if (refusal === 'locked') onLocked();
    else if (refusal === 'needs-pin') setState({ kind: 'ask-pin', id, confirmed });
    else if (isResemblance(refusal)) setState({ kind: 'ask-typed', id, found: refusal });
    else if (!confirmed.link && (refusal === 'needs-link' || refusal === 'wrong-site'))
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
