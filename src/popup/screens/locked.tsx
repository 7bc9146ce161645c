import { useState } from 'preact/hooks';
import { ask } from '../../messages/send.ts';
import type { LockView, WaitingFill } from '../../messages/views.ts';
import { t } from '../../ui/i18n.ts';
import { openJourney } from '../../ui/own-pages.ts';
import { Bar } from '../../ui/parts/bar.tsx';
import { Brand } from '../../ui/parts/brand.tsx';
import { Screen } from '../../ui/parts/screen.tsx';
import { isTryRefused, useTry } from '../../ui/use-try.ts';
import type { AskedSecond } from '../ask-second.ts';
import { ClosedPin } from '../parts/closed-pin.tsx';
import { StartOver } from '../parts/start-over.tsx';
import { UnlockForm } from '../parts/unlock-form.tsx';

interface Props {
  lock: LockView;
  waiting: WaitingFill | null;
  onChange: () => void;
}

export function LockedScreen({ lock, waiting, onChange }: Props) {
  const tries = useTry(lock.pin);
  const [startingOver, setStartingOver] = useState(false);
  const closed = tries.pin.kind !== 'open';

  const send = async (pin: string | null, second: (() => Promise<AskedSecond>) | null) => {
    const answer = await tries.run(async () => {
      const shown = await second?.();
      if (shown && !shown.ok) return shown;
      return ask('unlock', { ...(pin !== null && { pin }), ...(shown && { second: shown.value }) });
    });
    if (answer.ok && answer.value.filled) window.close();
    // The last wrong PIN may have changed more than the PIN: what the vault asks for, or whether it is there.
    if (answer.ok || (isTryRefused(answer.error) && answer.error.pin.kind !== 'open')) onChange();
    return answer.ok ? null : answer.error;
  };
  if (startingOver) {
    const back = () => setStartingOver(false);
    return (
      <Screen name="locked" onBack={back}>
        <Bar title={t('startOver')} onBack={back} />
        <div class="body pad-small">
          <StartOver onDone={onChange} onCancel={back} />
        </div>
      </Screen>
    );
  }
  return (
    <Screen name="locked">
      <div class="body pad stack">
        <Brand aside={t(tries.busy ? 'busy' : 'lockedState')} />
        {closed ? (
          <ClosedPin lock={lock} pin={tries.pin} />
        ) : (
          <UnlockForm lock={lock} waiting={waiting} tries={tries} onSend={send} />
        )}
        <button
          type="button"
          id="forgot"
          class={closed ? 'btn pri tall wide' : 'btn quiet wide'}
          data-first={closed || undefined}
          onClick={() => openJourney('recover')}
        >
          {t(closed || lock.asks === 'second' ? 'anotherWay' : 'forgotPin')}
        </button>
        <button
          type="button"
          id="start-over-link"
          class="btn quiet small wide"
          onClick={() => setStartingOver(true)}
        >
          {t('lockedOut')}
        </button>
      </div>
    </Screen>
  );
}
