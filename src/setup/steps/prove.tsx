import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { LockView, SecondProof, ShownProofs } from '../../messages/protocol.ts';
import { t } from '../../ui/i18n.ts';
import { Message } from '../../ui/parts/message.tsx';
import { PinField } from '../../ui/parts/pin-field.tsx';
import { SecretField } from '../../ui/parts/secret-field.tsx';
import { usePasskey } from '../../ui/passkey.ts';
import type { Code } from '../../ui/sentences.ts';
import type { StepName } from '../step.ts';
import { StepFrame } from './step-frame.tsx';

/** What can be asked for. */
export type Asked = 'pin' | 'second' | 'recovery-code' | 'contact';

interface Props {
  name?: StepName;
  title: string;
  lead: string;
  asks: readonly Asked[];
  lock: Pick<LockView, 'second' | 'passkey' | 'recoveryNumber'>;
  go: string;
  submitId: string;
  busy: boolean;
  problem: Code | null;
  onProblem: (problem: Code) => void;
  onShow: (proofs: ShownProofs) => void;
  onCancel: () => void;
  /** Above the fields: a choice of what to show. */
  children?: ComponentChildren;
}

/** Fields for what has to be shown; a passkey is asked for at the end, by the button that goes on. */
export function Prove(props: Props) {
  const { name = 'prove', title, lead, asks, lock, go, submitId, busy, problem, onProblem } = props;
  const [pin, setPin] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [recoveryCode, setRecoveryCode] = useState('');
  const [contact, setContact] = useState('');
  const [asking, setAsking] = useState(false);
  const has = (asked: Asked) => asks.includes(asked);
  const passkey = has('second') ? lock.passkey : null;

  const second = async (): Promise<SecondProof | null> => {
    if (!passkey) return { kind: 'passphrase', passphrase };
    setAsking(true);
    const shown = await usePasskey(passkey);
    setAsking(false);
    if (shown.ok) return { kind: 'passkey', output: shown.value };
    onProblem(shown.error);
    return null;
  };
  const show = async (event: Event) => {
    event.preventDefault();
    const proof = has('second') ? await second() : undefined;
    if (proof === null) return;
    props.onShow({
      ...(has('pin') && { pin }),
      ...(proof && { second: proof }),
      ...(has('recovery-code') && { recoveryCode }),
      ...(has('contact') && { contact }),
    });
  };
  const closed = busy || asking;
  return (
    <StepFrame name={name} title={title} lead={lead}>
      {props.children}
      <form class="stack gaps" onSubmit={show}>
        {has('recovery-code') && (
          <WrittenField
            id="recovery-code"
            label={
              lock.recoveryNumber === null
                ? t('recoverCode')
                : t('recoverCodeNumber', String(lock.recoveryNumber))
            }
            value={recoveryCode}
            onInput={setRecoveryCode}
          />
        )}
        {has('contact') && (
          <WrittenField id="contact-text" label={t('contactText')} value={contact} onInput={setContact} />
        )}
        {has('pin') && (
          <PinField
            id="pin"
            label={t('pinLabel')}
            value={pin}
            onInput={setPin}
            closed={closed}
            showLabel
            first={asks[0] === 'pin'}
            describedBy="message"
          />
        )}
        {has('second') && !passkey && (
          <SecretField
            id="passphrase"
            label={t('passphrase')}
            value={passphrase}
            onInput={setPassphrase}
            first={asks[0] === 'second'}
            closed={closed}
          />
        )}
        {passkey && <p class="meta">{t('passkeyAsked')}</p>}
        <Message code={problem} />
        <button type="submit" id={submitId} class="btn pri tall wide" disabled={closed}>
          {closed ? t('busy') : go}
        </button>
        <button type="button" id="cancel" class="btn quiet wide" onClick={props.onCancel}>
          {t('cancel')}
        </button>
      </form>
    </StepFrame>
  );
}

interface WrittenProps {
  id: string;
  label: string;
  value: string;
  onInput: (text: string) => void;
}

/** A code from a sheet or a message. */
function WrittenField({ id, label, value, onInput }: WrittenProps) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <textarea
        id={id}
        class="mono"
        rows={2}
        data-first
        autoComplete="off"
        autoCapitalize="characters"
        spellcheck={false}
        value={value}
        aria-describedby={`${id}-hint message`}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      <p class="meta" id={`${id}-hint`}>
        {t('recoverLead')}
      </p>
    </div>
  );
}
