import { useCallback, useEffect, useState } from 'preact/hooks';
import { ask } from '../messages/send.ts';
import type { AccountList } from '../messages/views.ts';
import { useAt } from '../ui/clock.ts';

function earliestEnd(list: AccountList | null): number | null {
  const ends = (list?.accounts ?? []).flatMap(({ code }) => code?.validUntil ?? []);
  return ends.length > 0 ? Math.min(...ends) : null;
}

/** The accounts, asked for again when the first of their codes has run out. */
export function useAccounts(onLocked: () => void): { list: AccountList | null; reload: () => Promise<void> } {
  const [list, setList] = useState<AccountList | null>(null);
  const reload = useCallback(async () => {
    const answer = await ask('accounts');
    if (answer.ok) setList(answer.value);
    else onLocked();
  }, [onLocked]);
  useEffect(() => void reload(), [reload]);
  useAt(earliestEnd(list), list, reload);
  return { list, reload };
}
