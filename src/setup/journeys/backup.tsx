import { useState } from 'preact/hooks';
import { normalisePassphrase } from '../../core/passphrase.ts';
import { ask } from '../../messages/send.ts';
import { readFile, saveFile } from '../../ui/backup-files.ts';
import { formatNumber, t, tCount } from '../../ui/i18n.ts';
import { Message } from '../../ui/parts/message.tsx';
import { PinField } from '../../ui/parts/pin-field.tsx';
import { SecretField } from '../../ui/parts/secret-field.tsx';
import { FileField } from '../parts/file-field.tsx';
import { StepFrame } from '../steps/step-frame.tsx';
import { useRequest } from '../use-request.ts';

interface Props {
  recoveryNumber: number | null;
  onCancel: () => void;
}

type Step = 'make' | 'check' | { accounts: number };

/** A backup file: made, saved, read back, and only then called one. */
export function Backup({ recoveryNumber, onCancel }: Props) {
  const [step, setStep] = useState<Step>('make');
  const [withCode, setWithCode] = useState(recoveryNumber !== null);
  const [pin, setPin] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const { busy, problem, setProblem, run } = useRequest();

  const make = async (event: Event) => {
    event.preventDefault();
    if (!withCode && normalisePassphrase(passphrase) !== normalisePassphrase(again)) {
      setProblem('passphrases-differ');
      return;
    }
    const secret = withCode
      ? { kind: 'recovery-code' as const }
      : { kind: 'passphrase' as const, passphrase };
    const made = await run(() => ask('backupMake', { pin, secret }));
    if (!made) return;
    saveFile(made.value);
    setStep('check');
  };
  const check = async (file: File) => {
    const checked = await run(async () => ask('backupCheck', { file: await readFile(file) }));
    if (checked) setStep(checked.value);
  };
  if (step === 'check') {
    return (
      <StepFrame name="backup-check" title={t('backupCheckTitle')} lead={t('backupCheckLead')}>
        <FileField label={t('backupCheckFile')} busy={busy} onFile={check} />
        <Message code={problem} />
        <button type="button" id="cancel" class="btn quiet wide" onClick={() => setStep('make')}>
          {t('backupAgain')}
        </button>
      </StepFrame>
    );
  }
  if (step !== 'make') {
    return (
      <StepFrame
        name="backup-done"
        title={t('backupDoneTitle')}
        lead={tCount(step.accounts, 'backupDoneOne', 'backupDoneMany')}
      >
        <p class="meta">{t('backupDoneLead')}</p>
        <button type="button" id="close" class="btn pri tall wide" data-first onClick={onCancel}>
          {t('ready')}
        </button>
      </StepFrame>
    );
  }
  return (
    <StepFrame name="backup" title={t('backupTitle')} lead={t('backupLead')}>
      <form class="stack gaps" onSubmit={make}>
        <PinField id="pin" label={t('pinLabel')} value={pin} onInput={setPin} first showLabel closed={busy} />
        <fieldset class="modes" aria-label={t('backupWith')}>
          {recoveryNumber !== null && (
            <label class="mode" for="with-recovery-code">
              <input
                type="radio"
                name="with"
                id="with-recovery-code"
                checked={withCode}
                onChange={() => setWithCode(true)}
              />
              <span>{t('backupWithCode', formatNumber(recoveryNumber))}</span>
            </label>
          )}
          <label class="mode" for="with-passphrase">
            <input
              type="radio"
              name="with"
              id="with-passphrase"
              checked={!withCode}
              onChange={() => setWithCode(false)}
            />
            <span>{t('backupWithPassphrase')}</span>
          </label>
        </fieldset>
        {!withCode && (
          <>
            <SecretField
              id="passphrase"
              label={t('passphraseNew')}
              value={passphrase}
              onInput={setPassphrase}
              closed={busy}
            />
            <SecretField
              id="passphrase-again"
              label={t('passphraseAgain')}
              value={again}
              onInput={setAgain}
              closed={busy}
            />
          </>
        )}
        <Message code={problem} />
        <button type="submit" id="make" class="btn pri tall wide" disabled={busy}>
          {t(busy ? 'busy' : 'backupGo')}
        </button>
        <button type="button" id="cancel" class="btn quiet wide" onClick={onCancel}>
          {t('cancel')}
        </button>
      </form>
    </StepFrame>
  );
}
