import { useEffect, useRef, useState } from 'preact/hooks';
import type { LockView, SecondProof, WaitingFill } from '../../messages/protocol.ts';
import { type TextKey, t } from '../../ui/i18n.ts';
import { Marked } from '../../ui/parts/marked.tsx';
import { PinField } from '../../ui/parts/pin-field.tsx';
import { SecretField } from '../../ui/parts/secret-field.tsx';
import { showPasskey, useNeedsTab } from '../show-passkey.ts';
import type { Tries } from '../use-try.ts';
import { PinOutcome } from './pin-outcome.tsx';
import { UnlockInTab } from './unlock-in-tab.tsx';

interface Props {
  lock: LockView;
  waiting: WaitingFill | null;
  tries: Tries;
  /** Resolves when it was answered, with whether it opened. */
  onShow: (shown: { pin?: string; second?: SecondProof }) => Promise<boolean>;
}

/** Title and reason, by what is asked for and what the second secret is. */
function wording({ asks, second }: LockView): { title: TextKey; lead: TextKey | null } {
  const isPasskey = second === 'passkey';
  switch (asks) {
    case 'pin':
      return { title: 'pinTitle', lead: null };
    case 'second':
      return { title: isPasskey ? 'unlockPasskeyTitle' : 'unlockPassphraseTitle', lead: 'unlockSecondLead' };
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
export function UnlockForm({ lock, waiting, tries, onShow }: Props) {
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

  const show = async (second: SecondProof | undefined, pin: string) => {
    const opened = await onShow({ ...(asksPin && { pin }), ...(second && { second }) });
    if (opened) return;
    // Which of the two was wrong cannot be told; of what is hidden, six digits are the quicker to type again.
    setDigits('');
  };
  const full = (pin: string) => {
    if (asksSecond) form.current?.querySelector<HTMLElement>('#passphrase, #use-passkey')?.focus();
    else void show(undefined, pin);
  };
  const submit = async (event: Event) => {
    event.preventDefault();
    if (!asksSecond) return;
    if (!passkey) return show({ kind: 'passphrase', passphrase }, digits);
    const shown = await showPasskey(passkey);
    if (shown.ok) await show(shown.value, digits);
    else tries.note(shown.error);
  };
  const ready =
    !closed && (!asksPin || digits.length === 6) && (!asksSecond || !!passkey || passphrase !== '');
  if (needsTab !== false) return needsTab ? <UnlockInTab /> : null;
  return (
    <form id="unlock-form" ref={form} class="stack locked" aria-busy={tries.busy} onSubmit={submit}>
      <h1 class="title" tabIndex={-1}>
        {t(title)}
      </h1>
      {waiting && (
        <p class="lead">
          <Marked text="fillsAfterPin">{waiting.host}</Marked>
        </p>
      )}
      {lead && <p class="lead">{t(lead)}</p>}
      {asksPin && (
        <PinField
          id="pin"
          label={t('pinLabel')}
          value={digits}
          onInput={setDigits}
          onFull={full}
          bad={tries.problem !== null || waits}
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
