import { useState } from 'preact/hooks';
import type { MadeFile } from '../../messages/backup-views.ts';
import { ask } from '../../messages/send.ts';
import type { LockView } from '../../messages/views.ts';
import { readFile, saveFile } from '../../ui/backup-files.ts';
import { t, tCount } from '../../ui/i18n.ts';
import { closeTab } from '../../ui/own-pages.ts';
import { Message } from '../../ui/parts/message.tsx';
import { FileField } from '../parts/file-field.tsx';
import { MakeBackup } from '../steps/make-backup.tsx';
import { StepFrame } from '../steps/step-frame.tsx';
import { useRequest } from '../use-request.ts';

/** A backup file: made, saved, read back, and only then called one. */
export function Backup({ lock }: { lock: LockView }) {
  const [made, setMade] = useState<MadeFile | null>(null);
  const [accounts, setAccounts] = useState<number | null>(null);
  const { busy, problem, run } = useRequest();

  const check = async (file: File) => {
    const checked = await run(async () => ask('backupCheck', { file: await readFile(file) }));
    if (checked) setAccounts(checked.value.accounts);
  };
  if (accounts !== null) {
    return (
      <StepFrame
        name="backup-done"
        title={t('backupDoneTitle')}
        lead={tCount(accounts, 'backupDoneOne', 'backupDoneMany')}
        last
      >
        <p class="meta">{t('backupDoneLead')}</p>
        <button type="button" id="close" class="btn pri tall wide" data-first onClick={closeTab}>
          {t('ready')}
        </button>
      </StepFrame>
    );
  }
  if (!made) {
    return (
      <MakeBackup
        lock={lock}
        onMade={(file) => {
          saveFile(file);
          setMade(file);
        }}
      />
    );
  }
  return (
    <StepFrame name="backup-check" title={t('backupCheckTitle')} lead={t('backupCheckLead')}>
      <FileField label={t('backupCheckFile', made.name)} busy={busy} onFile={check} />
      <Message code={problem} />
      <button type="button" id="save-again" class="btn tall wide" onClick={() => saveFile(made)}>
        {t('backupAgain')}
      </button>
    </StepFrame>
  );
}
