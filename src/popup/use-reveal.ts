import { useCallback, useMemo, useState } from 'preact/hooks';
import type { AccountId } from '../core/account.ts';
import { ask } from '../messages/send.ts';
import type { AccountView, CodeView } from '../messages/views.ts';
import { attempt } from '../ui/attempt.ts';
import { useAt } from '../ui/clock.ts';
import type { Refusal } from '../ui/use-try.ts';

/** Where every code asks for the PIN: the account that asks, and the codes that were shown, for as long as they hold. */
export function useReveal(onLocked: () => void) {
  const [asking, setAsking] = useState<AccountId | null>(null);
  const [shown, setShown] = useState<ReadonlyMap<AccountId, CodeView>>(new Map());
  const drop = useCallback((isGone: (id: AccountId, code: CodeView) => boolean) => {
    setShown((codes) => new Map([...codes].filter(([id, code]) => !isGone(id, code))));
  }, []);
  const firstEnd = useMemo(() => {
    const ends = [...shown.values()].flatMap(({ validUntil }) => validUntil ?? []);
    return ends.length > 0 ? Math.min(...ends) : null;
  }, [shown]);
  const dropOld = useCallback(() => {
    drop((_, { validUntil }) => validUntil !== null && validUntil <= Date.now());
  }, [drop]);
  useAt(firstEnd, shown, dropOld);

  const reveal = async (id: AccountId, pin: string): Promise<{ code: CodeView } | { refusal: Refusal }> => {
    const answer = await attempt(ask('revealCode', { id, pin }));
    if (answer.ok) {
      setShown((codes) => new Map(codes).set(id, answer.value));
      setAsking(null);
      return { code: answer.value };
    }
    if (answer.error === 'locked') onLocked();
    return { refusal: answer.error };
  };
  return {
    asking,
    askFor: setAsking,
    codeOf: ({ id, code }: AccountView): CodeView | null => code ?? shown.get(id) ?? null,
    reveal,
    forget: (id: AccountId) => drop((each) => each === id),
  };
}
