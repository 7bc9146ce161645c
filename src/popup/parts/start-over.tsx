import { useState } from 'preact/hooks';
import { ask } from '../../messages/send.ts';
import { attempt } from '../../ui/attempt.ts';
import { t } from '../../ui/i18n.ts';
import { Field } from '../../ui/parts/field.tsx';
import { Message } from '../../ui/parts/message.tsx';
import type { Code } from '../../ui/sentences.ts';

/** Erasing everything: asked for twice, the second time by a word. */
export function StartOver({ onDone }: { onDone: () => void }) {
  const [open, setOpen] = useState(false);
  const [word, setWord] = useState('');
  const [problem, setProblem] = useState<Code | null>(null);
  const erase = async (event: Event) => {
    event.preventDefault();
    const answer = await attempt(ask('startOver', { word: word.trim() }));
    if (answer.ok) onDone();
    else setProblem(answer.error);
  };
  if (!open) {
    return (
      <button type="button" id="start-over" class="btn tall wide" onClick={() => setOpen(true)}>
        {t('startOver')}
      </button>
    );
  }
  return (
    <form class="note danger column" onSubmit={erase}>
      <b>{t('startOver')}</b>
      <p>{t('startOverLead')}</p>
      <Field
        id="start-over-word"
        label={t('startOverType', t('startOverWord'))}
        value={word}
        onInput={setWord}
      />
      <Message code={problem} />
      <div class="pair">
        <button type="button" class="btn" onClick={() => setOpen(false)}>
          {t('cancel')}
        </button>
        <button type="submit" id="start-over-go" class="btn danger">
          {t('startOverGo')}
        </button>
      </div>
    </form>
  );
}
