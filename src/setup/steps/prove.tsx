import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { LockView, SecondProof, ShownProofs } from '../../messages/views.ts';
import { formatNumber, t } from '../../ui/i18n.ts';
import { Message } from '../../ui/parts/message.tsx';
import { PIN_LENGTH, PinField } from '../../ui/parts/pin-field.tsx';
import { PinOutcome } from '../../ui/parts/pin-outcome.tsx';
import { SecretField } from '../../ui/parts/secret-field.tsx';
import { usePasskey } from '../../ui/passkey.ts';
import type { Tries } from '../../ui/use-try.ts';
import type { StepName } from '../step.ts';
import { StepFrame } from './step-frame.tsx';

/** What can be asked for. */
export type Asked = 'pin' | 'second' | 'recovery-code' | 'contact';

/** What the mode protects with, asked for once more while the vault is open. */
export function whatTheModeAsks({ mode }: LockView): Asked[] {
  return mode === 'two-step' ? ['pin', 'second'] : ['pin'];
}

interface Props {
  name?: StepName;
  title: string;
  lead: string;
  asks: readonly Asked[];
  lock: Pick<LockView, 'second' | 'passkey' | 'recoveryNumber'>;
  /** Where it is not the PIN of now. */
  pinLabel?: string;
  go: string;
  submitId: string;
  tries: Tries;
  onShow: (proofs: ShownProofs) => Promise<void>;
  /** Above the fields: a choice of what to show. */
  children?: ComponentChildren;
}

/** Fields for what has to be shown; a passkey is asked for at the end, by the button that goes on. */
export function Prove(props: Props) {
  const { name = 'prove', title, lead, asks, lock, go, submitId, tries } = props;
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
    tries.note(shown.error);
    return null;
  };
  const show = async (event: Event) => {
    event.preventDefault();
    const proof = has('second') ? await second() : undefined;
    if (proof === null) return;
    await props.onShow({
      ...(has('pin') && { pin }),
      ...(proof && { second: proof }),
      ...(has('recovery-code') && { recoveryCode }),
      ...(has('contact') && { contact }),
    });
    // Which of two was wrong cannot be told; of what is hidden, six digits are the quicker to type again.
    setPin('');
  };
  const waits = has('pin') && tries.retryAt !== null;
  const closed = tries.busy || asking;
  const complete =
    (!has('pin') || pin.length === PIN_LENGTH) &&
    (!has('second') || passkey !== null || passphrase !== '') &&
    (!has('recovery-code') || recoveryCode !== '') &&
    (!has('contact') || contact !== '');
  return (
    <StepFrame name={name} title={title} lead={lead}>
      {props.children}
      <form class="stack gaps" onSubmit={show} aria-busy={closed}>
        {has('recovery-code') && (
          <WrittenField
            id="recovery-code"
            label={
              lock.recoveryNumber === null
                ? t('recoverCode')
                : t('recoverCodeNumber', formatNumber(lock.recoveryNumber))
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
            label={props.pinLabel ?? t('pinLabel')}
            value={pin}
            onInput={setPin}
            closed={closed || waits}
            bad={tries.problem !== null || waits}
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
        {has('pin') ? <PinOutcome tries={tries} /> : <Message code={tries.problem} />}
        <button
          type="submit"
          id={submitId}
          class="btn pri tall wide"
          data-first={(passkey && asks.length === 1) || undefined}
          disabled={closed || waits || !complete}
        >
          {closed ? t('busy') : go}
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
