import { useEffect, useState } from 'preact/hooks';
import { ask } from '../messages/send.ts';
import type { SiteFacts } from '../messages/site-views.ts';
import type { AccountList } from '../messages/views.ts';

/**
 * What is known of the site in the active tab, asked for again when the accounts are. Undefined until the first answer: a
 * warning that came after the list would move it under the user's hand. Null where there is no answer.
 */
export function useSiteFacts(list: AccountList | null): SiteFacts | null | undefined {
  const [facts, setFacts] = useState<SiteFacts | null>();
  useEffect(() => {
    void ask('siteFacts').then(
      (answer) => setFacts(answer.ok ? answer.value : null),
      () => setFacts(null),
    );
  }, [list]);
  return facts;
}
