import { useState } from 'preact/hooks';
import type { BackupHead } from '../../messages/protocol.ts';
import { ask } from '../../messages/send.ts';
import { readFile } from '../../ui/backup-files.ts';
import { formatDate, t } from '../../ui/i18n.ts';
import { Message } from '../../ui/parts/message.tsx';
import type { Code } from '../../ui/sentences.ts';
import { FileField } from '../parts/file-field.tsx';
import { type Asked, Prove } from '../steps/prove.tsx';
import { StepFrame } from '../steps/step-frame.tsx';
import { useRequest } from '../use-request.ts';

interface Props {
  /** What the file holds waits in the background. */
  onOpened: () => void;
  onCancel: () => void;
}

/** What opens the file. A copy of a vault in two-step mode takes the code and one of two. */
function asked({ opens, pin, second }: BackupHead, withPassphrase: boolean): Asked[] {
  const asks: Asked[] = [opens === 'passphrase' ? 'second' : 'recovery-code'];
  if (opens === 'slots' && second && withPassphrase) return [...asks, 'second'];
  return pin ? [...asks, 'pin'] : asks;
}

/** Of two that are asked for it cannot be told which was wrong. */
function ofTwo(problem: Code | null): Code | null {
  return problem === 'wrong-passphrase' || problem === 'other-code' ? 'wrong-file-pair' : problem;
}

/** Chooses a backup file and opens it. */
export function Restore({ onOpened, onCancel }: Props) {
  const [chosen, setChosen] = useState<{ file: string; head: BackupHead } | null>(null);
  const [withPassphrase, setWithPassphrase] = useState(false);
  const { busy, problem, setProblem, run } = useRequest();
  const choose = async (picked: File) => {
    const file = await readFile(picked);
    const head = await run(() => ask('restoreHead', { file }));
    if (head) setChosen({ file, head: head.value });
  };
  if (!chosen) {
    return (
      <StepFrame name="restore" title={t('restoreTitle')} lead={t('restoreLead')}>
        <FileField label={t('restoreChoose')} busy={busy} onFile={choose} />
        <Message code={problem} />
        <button type="button" id="cancel" class="btn quiet wide" onClick={onCancel}>
          {t('cancel')}
        </button>
      </StepFrame>
    );
  }
  const { file, head } = chosen;
  const asks = asked(head, withPassphrase);
  return (
    <Prove
      key={String(withPassphrase)}
      name="restore-open"
      title={t('restoreOpenTitle')}
      lead={t('restoreMade', formatDate(head.madeAt))}
      asks={asks}
      lock={{ second: 'passphrase', passkey: null, recoveryNumber: head.number }}
      go={t('restoreOpenGo')}
      submitId="open"
      busy={busy}
      problem={asks.length > 1 ? ofTwo(problem) : problem}
      onProblem={setProblem}
      onCancel={onCancel}
      onShow={async ({ pin, second, recoveryCode }) => {
        const passphrase = second?.kind === 'passphrase' ? second.passphrase : undefined;
        const opened = await run(() =>
          ask('restoreOpen', {
            file,
            ...(passphrase && { passphrase }),
            ...(recoveryCode && { recoveryCode }),
            ...(pin && { pin }),
          }),
        );
        if (opened) onOpened();
      }}
    >
      {head.opens === 'slots' && head.second && (
        <button type="button" class="btn quiet wide" onClick={() => setWithPassphrase(!withPassphrase)}>
          {t(withPassphrase ? 'restoreWithPin' : 'restoreWithPassphrase')}
        </button>
      )}
    </Prove>
  );
}
