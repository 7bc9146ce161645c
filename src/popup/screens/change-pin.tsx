import { useState } from 'preact/hooks';
import { pinWeakness } from '../../core/pin.ts';
import { ask } from '../../messages/send.ts';
import { attempt } from '../../ui/attempt.ts';
import { t } from '../../ui/i18n.ts';
import { Bar } from '../../ui/parts/bar.tsx';
import { Message } from '../../ui/parts/message.tsx';
import { PinField } from '../../ui/parts/pin-field.tsx';
import { Screen } from '../../ui/parts/screen.tsx';
import type { Code } from '../../ui/sentences.ts';

/** The PIN of now, and the new one twice. */
export function ChangePinScreen({ onBack, onChanged }: { onBack: () => void; onChanged: () => void }) {
  const [pin, setPin] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const [problem, setProblem] = useState<Code | null>(null);
  const [busy, setBusy] = useState(false);

  const change = async (event: Event) => {
    event.preventDefault();
    const found = pinWeakness(next) ?? (next === again ? null : 'pins-differ');
    setProblem(found);
    if (found) return;
    setBusy(true);
    const answer = await attempt(ask('changePin', { pin, next }));
    setBusy(false);
    if (answer.ok) {
      onChanged();
      return;
    }
    setPin('');
    setProblem(typeof answer.error === 'string' ? answer.error : answer.error.code);
  };
  return (
    <Screen name="change-pin" onBack={onBack}>
      <Bar title={t('changePinTitle')} onBack={onBack} />
      <form class="body pad stack gaps" onSubmit={change}>
        <PinField id="pin" label={t('changePinNow')} value={pin} onInput={setPin} first showLabel />
        <PinField id="pin-new" label={t('recoverPin')} value={next} onInput={setNext} showLabel />
        <PinField id="pin-again" label={t('recoverPinAgain')} value={again} onInput={setAgain} showLabel />
        <Message code={problem} />
        <button type="submit" id="change-pin-go" class="btn pri tall wide" disabled={busy}>
          {t(busy ? 'busy' : 'changePinGo')}
        </button>
        <p class="meta">{t('changePinLead')}</p>
      </form>
    </Screen>
  );
}
