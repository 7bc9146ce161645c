import { useEffect, useState } from 'preact/hooks';
import { ask } from '../messages/send.ts';
import type { SiteFacts } from '../messages/site-views.ts';
import type { AccountList } from '../messages/views.ts';

/** What is known of the site in the active tab, asked for again when the accounts are; null until then. */
export function useSiteFacts(list: AccountList | null): SiteFacts | null {
  const [facts, setFacts] = useState<SiteFacts | null>(null);
  useEffect(() => {
    if (!list) return undefined;
    let stale = false;
    void ask('siteFacts').then((answer) => {
      if (!stale && answer.ok) setFacts(answer.value);
    });
    return () => {
      stale = true;
    };
  }, [list]);
  return facts;
}
