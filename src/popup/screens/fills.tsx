import { useEffect, useState } from 'preact/hooks';
import { ask } from '../../messages/send.ts';
import type { FillEntry, FillGesture } from '../../messages/views.ts';
import { attempt } from '../../ui/attempt.ts';
import { fullName } from '../../ui/find-accounts.ts';
import { type TextKey, t } from '../../ui/i18n.ts';
import { Bar } from '../../ui/parts/bar.tsx';
import { Message } from '../../ui/parts/message.tsx';
import { Screen } from '../../ui/parts/screen.tsx';
import type { Code } from '../../ui/sentences.ts';

const GESTURES: Record<FillGesture, TextKey> = {
  offer: 'filledByOffer',
  popup: 'filledByPopup',
  command: 'filledByCommand',
  menu: 'filledByMenu',
  refill: 'filledAgain',
};

/** What was filled where, and by what the user did. */
export function FillsScreen({ onBack, onLocked }: { onBack: () => void; onLocked: () => void }) {
  const [problem, setProblem] = useState<Code | null>(null);
  const [entries, setEntries] = useState<FillEntry[] | null>(null);
  const load = async () => {
    const answer = await attempt(ask('fills'));
    if (answer.ok) setEntries(answer.value);
    else if (answer.error === 'locked') onLocked();
    else setProblem(answer.error);
  };
  useEffect(() => void load(), []);
  const clear = async () => {
    const answer = await attempt(ask('clearFills'));
    if (answer.ok) await load();
    else if (answer.error === 'locked') onLocked();
    else setProblem(answer.error);
  };
  const format = new Intl.DateTimeFormat(t('languageTag'), { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <Screen name="fills" onBack={onBack}>
      <Bar title={t('fillsTitle')} onBack={onBack} />
      <div class="body pad-small stack gap" aria-busy={entries === null && problem === null}>
        <p class="meta">{t('fillsLead')}</p>
        <Message code={problem} />
        {entries?.length === 0 && <p class="meta">{t('fillsNone')}</p>}
        {entries && entries.length > 0 && (
          <>
            <ul class="card">
              {entries.map(({ at, site, by, account }) => (
                <li class="opt fill-entry" key={`${at} ${site}`}>
                  <span class="l">
                    {site}
                    <span class="meta">{account ? fullName(account) : t('fillsDeleted')}</span>
                    <span class="meta">{t(GESTURES[by], format.format(at))}</span>
                  </span>
                </li>
              ))}
            </ul>
            <button type="button" class="btn" data-act="clear-fills" onClick={() => void clear()}>
              {t('fillsClear')}
            </button>
          </>
        )}
      </div>
    </Screen>
  );
}
