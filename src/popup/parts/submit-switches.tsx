import { useState } from 'preact/hooks';
import type { Site } from '../../core/account.ts';
import { ask } from '../../messages/send.ts';
import { attempt } from '../../ui/attempt.ts';
import { t } from '../../ui/i18n.ts';
import { Message } from '../../ui/parts/message.tsx';
import type { Code } from '../../ui/sentences.ts';
import { SwitchRow } from './setting-row.tsx';

/** For each site of an account, whether a fill there also presses the page's button. Kept at once. */
export function SubmitSwitches({ sites, on: before }: { sites: readonly Site[]; on: readonly Site[] }) {
  const [on, setOn] = useState(before);
  const [problem, setProblem] = useState<Code | null>(null);
  const change = async (site: Site, isOn: boolean) => {
    const answer = await attempt(ask('setSubmits', { site, on: isOn }));
    setProblem(answer.ok ? null : answer.error);
    if (answer.ok) setOn(isOn ? [...on, site] : on.filter((each) => each !== site));
  };
  if (sites.length === 0) return null;
  return (
    <div class="card">
      {sites.map((site) => (
        <SwitchRow
          key={site}
          id={`submits-${site}`}
          label={t('submits', site)}
          hint={t('submitsHint')}
          on={on.includes(site)}
          onChange={(isOn) => void change(site, isOn)}
        />
      ))}
      <Message code={problem} />
    </div>
  );
}
