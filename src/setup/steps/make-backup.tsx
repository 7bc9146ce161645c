import { useState } from 'preact/hooks';
import { MIN_PASSPHRASE } from '../../core/passphrase.ts';
import type { MadeFile } from '../../messages/backup-views.ts';
import { ask } from '../../messages/send.ts';
import type { LockView } from '../../messages/views.ts';
import { formatNumber, t } from '../../ui/i18n.ts';
import { Note } from '../../ui/parts/note.tsx';
import { PIN_LENGTH, PinField } from '../../ui/parts/pin-field.tsx';
import { PinOutcome } from '../../ui/parts/pin-outcome.tsx';
import { SecretField } from '../../ui/parts/secret-field.tsx';
import { useTry } from '../../ui/use-try.ts';
import { newPassphraseProblem } from '../new-passphrase.ts';
import { RadioCard } from '../parts/radio-card.tsx';
import { StepFrame } from './step-frame.tsx';

interface Props {
  lock: LockView;
  onMade: (file: MadeFile) => void;
}

/** The PIN, and what is to open the file. */
export function MakeBackup({ lock, onMade }: Props) {
  const { recoveryNumber } = lock;
  const [withCode, setWithCode] = useState(recoveryNumber !== null);
  const [pin, setPin] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const tries = useTry(lock.pin);
  const waits = tries.retryAt !== null;
  const closed = tries.busy || waits;

  const make = async (event: Event) => {
    event.preventDefault();
    const found = withCode ? null : newPassphraseProblem(passphrase, again);
    if (found) return tries.note(found);
    const secret = withCode
      ? { kind: 'recovery-code' as const }
      : { kind: 'passphrase' as const, passphrase };
    const made = await tries.run(() => ask('backupMake', { pin, secret }));
    if (made.ok) onMade(made.value);
    else setPin('');
  };
  return (
    <StepFrame name="backup" title={t('backupTitle')} lead={t('backupLead')}>
      <form class="stack gaps" onSubmit={make} aria-busy={tries.busy}>
        <PinField
          id="pin"
          label={t('pinLabel')}
          value={pin}
          onInput={setPin}
          first
          showLabel
          closed={closed}
          describedBy="message"
        />
        <fieldset class="modes">
          <legend>{t('backupWith')}</legend>
          {recoveryNumber !== null && (
            <RadioCard
              id="with-recovery-code"
              name="with"
              title={t('backupWithCode', formatNumber(recoveryNumber))}
              checked={withCode}
              onChoose={() => setWithCode(true)}
            />
          )}
          <RadioCard
            id="with-passphrase"
            name="with"
            title={t('backupWithPassphrase')}
            checked={!withCode}
            onChoose={() => setWithCode(false)}
          />
        </fieldset>
        {!withCode && (
          <>
            <SecretField
              id="passphrase"
              label={t('passphraseNew')}
              value={passphrase}
              onInput={setPassphrase}
              hint={t('passphraseHint', formatNumber(MIN_PASSPHRASE))}
              closed={closed}
            />
            <SecretField
              id="passphrase-again"
              label={t('passphraseAgain')}
              value={again}
              onInput={setAgain}
              closed={closed}
            />
          </>
        )}
        {lock.mode === 'two-step' && <Note kind="plain">{t('backupPinToo')}</Note>}
        <PinOutcome tries={tries} />
        <button
          type="submit"
          id="make"
          class="btn pri tall wide"
          disabled={closed || pin.length < PIN_LENGTH || (!withCode && again === '')}
        >
          {t(tries.busy ? 'busy' : 'backupGo')}
        </button>
      </form>
    </StepFrame>
  );
}
