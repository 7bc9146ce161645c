import { useState } from 'preact/hooks';
import { ask } from '../../messages/send.ts';
import type { VaultStatus } from '../../messages/views.ts';
import { attempt } from '../../ui/attempt.ts';
import { t, tCount } from '../../ui/i18n.ts';
import { openJourney } from '../../ui/own-pages.ts';
import { Brand } from '../../ui/parts/brand.tsx';
import { Message } from '../../ui/parts/message.tsx';
import { Note } from '../../ui/parts/note.tsx';
import { Screen } from '../../ui/parts/screen.tsx';
import { type Code, sentence } from '../../ui/sentences.ts';
import { StartOverButton } from '../parts/start-over.tsx';

interface Props {
  status: Extract<VaultStatus, { state: 'damaged' }>;
  onChange: () => void;
}

export function DamagedScreen({ status: { code, copy }, onChange }: Props) {
  const [problem, setProblem] = useState<Code | null>(null);
  const restore = async () => {
    const answer = await attempt(ask('restoreCopy'));
    if (answer.ok) onChange();
    else setProblem(answer.error);
  };
  return (
    <Screen name="damaged">
      <div class="body pad stack gaps">
        <Brand />
        <div>
          <h1 class="title" tabIndex={-1}>
            {t('damagedTitle')}
          </h1>
          <p class="lead">{t('damagedLead')}</p>
        </div>
        <Note kind="danger">{sentence(code)}</Note>
        {copy !== null && (
          <button type="button" id="restore-copy" class="btn pri tall wide" data-first onClick={restore}>
            {tCount(copy, 'restoreCopyOne', 'restoreCopyMany')}
          </button>
        )}
        <Message code={problem} />
        <button
          type="button"
          class="btn tall wide"
          data-first={copy === null || undefined}
          onClick={onChange}
        >
          {t('tryAgain')}
        </button>
        <button type="button" id="restore-file" class="btn tall wide" onClick={() => openJourney('restore')}>
          {t('restoreFile')}
        </button>
        <StartOverButton onDone={onChange} />
        <p class="meta centre grow-top">{t('whatHappened', code.toUpperCase())}</p>
      </div>
    </Screen>
  );
}
