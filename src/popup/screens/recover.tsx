import { useState } from 'preact/hooks';
import { pinWeakness } from '../../core/pin.ts';
import { parseRecoveryCode } from '../../core/recovery-code.ts';
import { ask } from '../../messages/send.ts';
import { attempt } from '../../ui/attempt.ts';
import { t } from '../../ui/i18n.ts';
import { openSetup } from '../../ui/own-pages.ts';
import { Bar } from '../../ui/parts/bar.tsx';
import { Message } from '../../ui/parts/message.tsx';
import { PinField } from '../../ui/parts/pin-field.tsx';
import { Screen } from '../../ui/parts/screen.tsx';
import type { Code } from '../../ui/sentences.ts';

/** The other way in. What follows, confirming a new recovery code, runs in the set-up tab. */
export function RecoverScreen({ onBack }: { onBack: () => void }) {
  const [recoveryCode, setRecoveryCode] = useState('');
  const [pin, setPin] = useState('');
  const [again, setAgain] = useState('');
  const [problem, setProblem] = useState<Code | null>(null);
  const [busy, setBusy] = useState(false);

  /** What can be said without the background, the first that is wrong. */
  const check = (): Code | null => {
    if (!parseRecoveryCode(recoveryCode).ok) return 'bad-code';
    return pinWeakness(pin) ?? (pin === again ? null : 'pins-differ');
  };
  const recover = async (event: Event) => {
    event.preventDefault();
    const found = check();
    setProblem(found);
    if (found) return;
    setBusy(true);
    const answer = await attempt(ask('recover', { recoveryCode, pin }));
    setBusy(false);
    if (answer.ok) await openSetup();
    else setProblem(answer.error);
  };

  return (
    <Screen name="recover" onBack={onBack}>
      <Bar title={t('recoverTitle')} onBack={onBack} />
      <form class="body pad stack gaps" onSubmit={recover}>
        <div class="field">
          <label for="recovery-code">{t('recoverCode')}</label>
          <textarea
            id="recovery-code"
            class="mono"
            rows={3}
            data-first
            autoComplete="off"
            autoCapitalize="characters"
            spellcheck={false}
            value={recoveryCode}
            aria-describedby="recovery-code-hint"
            onInput={(event) => setRecoveryCode(event.currentTarget.value)}
          />
          <p class="meta" id="recovery-code-hint">
            {t('recoverLead')}
          </p>
        </div>
        <PinField id="pin" label={t('recoverPin')} value={pin} onInput={setPin} showLabel />
        <PinField id="pin-again" label={t('recoverPinAgain')} value={again} onInput={setAgain} showLabel />
        <Message code={problem} />
        <button type="submit" id="recover" class="btn pri tall wide" disabled={busy}>
          {t(busy ? 'busy' : 'recoverGo')}
        </button>
        <p class="meta">{t('recoverNext')}</p>
        <p class="meta">{t('recoverNone')}</p>
      </form>
    </Screen>
  );
}
