import { useState } from 'preact/hooks';
import type { BackupHead, BackupWay } from '../../messages/backup-views.ts';
import { ask } from '../../messages/send.ts';
import { readFile } from '../../ui/backup-files.ts';
import { formatDate, type TextKey, t } from '../../ui/i18n.ts';
import { Message } from '../../ui/parts/message.tsx';
import type { Code } from '../../ui/sentences.ts';
import { useTry } from '../../ui/use-try.ts';
import { FileField } from '../parts/file-field.tsx';
import { Prove } from '../steps/prove.tsx';
import { StepFrame } from '../steps/step-frame.tsx';
import { useRequest } from '../use-request.ts';

interface Props {
  /** What the file holds waits in the background. */
  onOpened: () => void;
}

/** Of two that are asked for it cannot be told which was wrong. */
function ofTwo(problem: Code | null): Code | null {
  return problem === 'wrong-passphrase' || problem === 'other-code' ? 'wrong-file-pair' : problem;
}

type Chosen = { file: string; head: BackupHead };

/** Chooses a backup file and opens it. */
export function Restore({ onOpened }: Props) {
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const { busy, problem, run } = useRequest();
  const choose = async (picked: File) => {
    const file = await readFile(picked);
    const head = await run(() => ask('restoreHead', { file }));
    if (head) setChosen({ file, head: head.value });
  };
  if (chosen) return <OpenBackup {...chosen} onOpened={onOpened} />;
  return (
    <StepFrame name="restore" title={t('restoreTitle')} lead={t('restoreLead')}>
      <FileField label={t('restoreChoose')} busy={busy} onFile={choose} />
      <Message code={problem} />
    </StepFrame>
  );
}

/** What the way has that the one before has not. */
function wayLabel(way: BackupWay, { passkey }: BackupHead): TextKey {
  if (way.includes('pin')) return 'restoreWithPin';
  if (way.includes('second')) return passkey ? 'restoreWithPasskey' : 'restoreWithPassphrase';
  return 'restoreWithCode';
}

function OpenBackup({ file, head, onOpened }: Chosen & Props) {
  const [nth, setNth] = useState(0);
  const tries = useTry();
  const { ways, passkey, number } = head;
  const asks = ways[nth] ?? [];
  const next = (nth + 1) % ways.length;
  return (
    <Prove
      key={nth}
      name="restore-open"
      title={t('restoreOpenTitle')}
      lead={t('restoreMade', formatDate(head.madeAt))}
      asks={asks}
      lock={{ second: passkey ? 'passkey' : 'passphrase', passkey, recoveryNumber: number }}
      pinLabel={t('restorePin')}
      go={t('restoreOpenGo')}
      submitId="open"
      tries={asks.length > 1 ? { ...tries, problem: ofTwo(tries.problem) } : tries}
      onShow={async (shown) => {
        const { pin, second, recoveryCode } = shown;
        const proofs = {
          ...(second && { second }),
          ...(recoveryCode && { recoveryCode }),
          ...(pin && { pin }),
        };
        const opened = await tries.run(() => ask('restoreOpen', { file, ...proofs }));
        if (opened.ok) onOpened();
      }}
    >
      {ways.length > 1 && (
        <button
          type="button"
          id="other-way"
          class="btn quiet wide"
          onClick={() => {
            tries.note(null);
            setNth(next);
          }}
        >
          {t(wayLabel(ways[next] ?? [], head))}
        </button>
      )}
    </Prove>
  );
}
