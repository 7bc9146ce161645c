import { useEffect, useRef, useState } from 'preact/hooks';
import type { LockView, TryRefused, WaitingFill } from '../../messages/views.ts';
import { type TextKey, t } from '../../ui/i18n.ts';
import { Marked } from '../../ui/parts/marked.tsx';
import { PinField } from '../../ui/parts/pin-field.tsx';
import { PinOutcome } from '../../ui/parts/pin-outcome.tsx';
import { SecretField } from '../../ui/parts/secret-field.tsx';
import { isTryRefused, type Refusal, type Tries } from '../../ui/use-try.ts';
import { type AskedSecond, askSecond, useNeedsTab } from '../ask-second.ts';
import { UnlockInTab } from './unlock-in-tab.tsx';

interface Props {
  lock: LockView;
  waiting: WaitingFill | null;
  tries: Tries;
  /** Sends what is not null. `second` is asked of the user when it is called; the answer is what was refused. */
  onSend: (pin: string | null, second: (() => Promise<AskedSecond>) | null) => Promise<Refusal | null>;
}

/** Title and reason, by what is asked for and what the second secret is. */
function wording({ asks, second, pinLost }: LockView): { title: TextKey; lead: TextKey | null } {
  const isPasskey = second === 'passkey';
  switch (asks) {
    case 'pin':
      return { title: 'pinTitle', lead: null };
    case 'second':
      return {
        title: isPasskey ? 'unlockPasskeyTitle' : 'unlockPassphraseTitle',
        lead: pinLost ? 'unlockLostLead' : 'unlockSecondLead',
      };
    case 'pin-and-second':
      return {
        title: isPasskey ? 'unlockPinPasskeyTitle' : 'unlockPinPassphraseTitle',
        lead: 'unlockBothLead',
      };
    default:
      return asks satisfies never;
  }
}

/** What the vault asks for: PIN, second secret, or both. */
export function UnlockForm({ lock, waiting, tries, onSend }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const [digits, setDigits] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const { asks, passkey } = lock;
  const asksPin = asks !== 'second';
  const asksSecond = asks !== 'pin';
  const { title, lead } = wording(lock);
  const needsTab = useNeedsTab(asksSecond && passkey !== null);
  const waits = asksPin && tries.retryAt !== null;
  const closed = tries.busy || waits;
  useEffect(() => {
    // Closed fields lose the focus; give it back once they are open again.
    if (tries.problem) form.current?.querySelector<HTMLElement>('input:not(:disabled)')?.focus();
  }, [tries.problem]);

  const send = async (pin: string) => {
    const second = asksSecond ? () => askSecond(passkey, passphrase) : null;
    const refusal = await onSend(asksPin ? pin : null, second);
    // Which of the two was wrong cannot be told; of what is hidden, six digits are the quicker to type again.
    if (isTryRefused(refusal)) setDigits('');
  };
  const full = (pin: string) => {
    if (asksSecond) form.current?.querySelector<HTMLElement>('#passphrase, #use-passkey')?.focus();
    else void send(pin);
  };
  const submit = (event: Event) => {
    event.preventDefault();
    if (asksSecond) void send(digits);
  };
  const wrong = (...codes: TryRefused['code'][]) => codes.some((code) => code === tries.problem);
  const ready =
    !closed && (!asksPin || digits.length === 6) && (!asksSecond || !!passkey || passphrase !== '');
  if (needsTab !== false) return needsTab ? <UnlockInTab /> : null;
  return (
    <form
      id="unlock-form"
      ref={form}
      class={asksPin && asksSecond ? 'stack locked both' : 'stack locked'}
      aria-busy={tries.busy}
      onSubmit={submit}
    >
      <h1 class="title" tabIndex={-1}>
        {t(title)}
      </h1>
      {waiting && (
        <p class="lead">
          <Marked text={asksSecond ? 'fillsAfterUnlock' : 'fillsAfterPin'}>{waiting.host}</Marked>
        </p>
      )}
      {lead && !(waiting && asksPin) && <p class="lead">{t(lead)}</p>}
      {asksPin && (
        <PinField
          id="pin"
          label={t('pinLabel')}
          value={digits}
          onInput={setDigits}
          onFull={full}
          bad={wrong('wrong-pin', 'wrong-pair') || waits}
          closed={closed}
          first
          describedBy="message"
          showLabel={asksSecond}
        />
      )}
      {asksSecond && !passkey && (
        <SecretField
          id="passphrase"
          label={t('passphrase')}
          value={passphrase}
          onInput={setPassphrase}
          first={!asksPin}
          closed={closed}
          bad={wrong('wrong-second', 'wrong-pair')}
        />
      )}
      <PinOutcome tries={tries} />
      {asksSecond && (
        <button
          type="submit"
          id={passkey ? 'use-passkey' : 'unlock'}
          class="btn pri tall wide"
          data-first={(passkey && !asksPin) || undefined}
          disabled={!ready}
        >
          {t(tries.busy ? 'busy' : passkey ? 'unlockPasskey' : 'unlockGo')}
        </button>
      )}
    </form>
  );
}
