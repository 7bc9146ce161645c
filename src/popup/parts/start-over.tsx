import { useState } from 'preact/hooks';
import { ask } from '../../messages/send.ts';
import { attempt } from '../../ui/attempt.ts';
import { saveFile } from '../../ui/backup-files.ts';
import { t } from '../../ui/i18n.ts';
import { Field } from '../../ui/parts/field.tsx';
import { Message } from '../../ui/parts/message.tsx';
import type { Code } from '../../ui/sentences.ts';

interface Props {
  onDone: () => void;
  onCancel: () => void;
}

/** Erasing everything: a last copy is offered first, and a word is asked for. */
export function StartOver({ onDone, onCancel }: Props) {
  const [word, setWord] = useState('');
  const [problem, setProblem] = useState<Code | null>(null);
  const [saved, setSaved] = useState<string | null>(null);
  const copy = async () => {
    const answer = await attempt(ask('sealedCopy'));
    setProblem(answer.ok ? null : answer.error);
    if (!answer.ok) return;
    saveFile(answer.value);
    setSaved(answer.value.name);
  };
  const erase = async (event: Event) => {
    event.preventDefault();
    const answer = await attempt(ask('startOver', { word: word.trim() }));
    if (answer.ok) onDone();
    else setProblem(answer.error);
  };
  return (
    <form class="stack gap" onSubmit={erase}>
      <div class="card part">
        <b>{t('sealedCopyTitle')}</b>
        <p class="meta">{t('sealedCopyLead')}</p>
        <button type="button" id="sealed-copy" class="btn wide" onClick={copy}>
          {t('sealedCopy')}
        </button>
        <p id="sealed-copy-name" class="meta" role="status">
          {saved && t('sealedCopySaved', saved)}
        </p>
      </div>
      <div class="note danger column">
        <p>{t('startOverLead')}</p>
        <p>{t('startOverUninstall')}</p>
        <Field
          id="start-over-word"
          label={t('startOverType', t('startOverWord'))}
          value={word}
          onInput={setWord}
        />
        <Message code={problem} />
        <div class="pair">
          <button type="button" class="btn" onClick={onCancel}>
            {t('cancel')}
          </button>
          <button type="submit" id="start-over-go" class="btn danger">
            {t('startOverGo')}
          </button>
        </div>
      </div>
    </form>
  );
}

/** The way to it, where there is more on the screen. */
export function StartOverButton({ onDone }: { onDone: () => void }) {
  const [open, setOpen] = useState(false);
  if (open) return <StartOver onDone={onDone} onCancel={() => setOpen(false)} />;
  return (
    <button type="button" id="start-over" class="btn tall wide" onClick={() => setOpen(true)}>
      {t('startOver')}
    </button>
  );
}
