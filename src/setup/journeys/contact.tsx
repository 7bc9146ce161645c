import { useState } from 'preact/hooks';
import { recoveryGroups } from '../../core/recovery-code.ts';
import { ask } from '../../messages/send.ts';
import type { LockView } from '../../messages/views.ts';
import { t } from '../../ui/i18n.ts';
import { closeTab } from '../../ui/own-pages.ts';
import { Message } from '../../ui/parts/message.tsx';
import { Note } from '../../ui/parts/note.tsx';
import { QrPicture } from '../../ui/parts/qr-picture.tsx';
import { useTry } from '../../ui/use-try.ts';
import { CodeGroups } from '../parts/code-groups.tsx';
import { Prove, whatTheModeAsks } from '../steps/prove.tsx';
import { StepFrame } from '../steps/step-frame.tsx';

/** Makes the text that the user sends to his own e-mail or other phone. */
export function Contact({ lock }: { lock: LockView }) {
  const [text, setText] = useState<string | null>(null);
  const tries = useTry(lock.pin);
  if (text !== null) return <ContactText text={text} />;
  return (
    <Prove
      title={t('contactTitle')}
      lead={t('contactLead')}
      asks={whatTheModeAsks(lock)}
      lock={lock}
      go={t('contactGo')}
      submitId="continue"
      tries={tries}
      onShow={async ({ pin = '', second }) => {
        const made = await tries.run(() => ask('contactMake', { pin, ...(second && { second }) }));
        if (made.ok) setText(made.value.text);
      }}
    >
      {lock.contact && <Note kind="plain">{t('contactReplaces')}</Note>}
    </Prove>
  );
}

function ContactText({ text }: { text: string }) {
  const [copied, setCopied] = useState<boolean | null>(null);
  const message = t('contactMessage', recoveryGroups(text).join('-'));
  const copy = () =>
    navigator.clipboard.writeText(message).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <StepFrame name="contact" title={t('contactSend')} lead={t('contactSendLead')} last>
      <div id="contact-text" data-text={text}>
        <CodeGroups code={text} label={t('contactGroups')} />
      </div>
      <Note kind="warn">{t('contactNever')}</Note>
      <QrPicture text={message} label={t('contactQr')} hint={t('contactQrHint')} />
      <Message code={copied === false ? 'copy-failed' : null} />
      <button type="button" id="copy" class="btn pri tall wide" data-first onClick={copy}>
        {t(copied ? 'contactCopied' : 'contactCopy')}
      </button>
      <button type="button" id="close" class="btn quiet wide" onClick={closeTab}>
        {t('ready')}
      </button>
    </StepFrame>
  );
}
