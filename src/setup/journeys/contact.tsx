import { useState } from 'preact/hooks';
import { recoveryGroups } from '../../core/recovery-code.ts';
import type { LockView } from '../../messages/protocol.ts';
import { ask } from '../../messages/send.ts';
import { t } from '../../ui/i18n.ts';
import { Note } from '../../ui/parts/note.tsx';
import { QrPicture } from '../../ui/parts/qr-picture.tsx';
import { CodeGroups } from '../parts/code-groups.tsx';
import { type Asked, Prove } from '../steps/prove.tsx';
import { StepFrame } from '../steps/step-frame.tsx';
import { useRequest } from '../use-request.ts';

/** Makes the text that the user sends to his own e-mail or other phone. */
export function Contact({ lock, onCancel }: { lock: LockView; onCancel: () => void }) {
  const [text, setText] = useState<string | null>(null);
  const [copied, setCopied] = useState(false);
  const { busy, problem, setProblem, run } = useRequest();
  const asks: Asked[] = lock.mode === 'two-step' ? ['pin', 'second'] : ['pin'];
  if (text === null) {
    return (
      <Prove
        title={t('contactTitle')}
        lead={t('contactLead')}
        asks={asks}
        lock={lock}
        go={t('contactGo')}
        submitId="continue"
        busy={busy}
        problem={problem}
        onProblem={setProblem}
        onCancel={onCancel}
        onShow={async ({ pin = '', second }) => {
          const made = await run(() => ask('contactMake', { pin, ...(second && { second }) }));
          if (made) setText(made.value.text);
        }}
      />
    );
  }
  const message = t('contactMessage', recoveryGroups(text).join('-'));
  return (
    <StepFrame name="contact" title={t('contactSend')} lead={t('contactSendLead')}>
      <div id="contact-text" data-text={text}>
        <CodeGroups code={text} />
      </div>
      <Note kind="warn">{t('contactNever')}</Note>
      <QrPicture text={message} label={t('contactQr')} hint={t('contactQrHint')} />
      <button
        type="button"
        id="copy"
        class="btn pri tall wide"
        data-first
        onClick={async () => {
          await navigator.clipboard.writeText(message);
          setCopied(true);
        }}
      >
        {t(copied ? 'contactCopied' : 'contactCopy')}
      </button>
      <button type="button" id="close" class="btn quiet wide" onClick={onCancel}>
        {t('ready')}
      </button>
    </StepFrame>
  );
}
