import { useEffect, useState } from 'preact/hooks';
import { MIN_PASSPHRASE } from '../../core/passphrase.ts';
import type { NewSecond, PasskeyRequest } from '../../messages/views.ts';
import { formatNumber, type TextKey, t } from '../../ui/i18n.ts';
import { Message } from '../../ui/parts/message.tsx';
import { Note } from '../../ui/parts/note.tsx';
import { SecretField } from '../../ui/parts/secret-field.tsx';
import {
  askPasskeyAccess,
  createPasskey,
  type PasskeySupport,
  passkeySupport,
  renewPasskey,
} from '../../ui/passkey.ts';
import type { Code } from '../../ui/sentences.ts';
import { newPassphraseProblem } from '../new-passphrase.ts';
import { StepFrame } from './step-frame.tsx';

interface Props {
  /** The passphrase that was shown may stay. */
  kept: boolean;
  /** The passkey of now, which may stay too. */
  passkey: PasskeyRequest | null;
  /** Null keeps what was shown. Gives why it could not go on. */
  onSecond: (second: NewSecond | null) => Promise<Code | null>;
}

const NO_PASSKEY: Partial<Record<PasskeySupport, TextKey>> = {
  'needs-domain': 'passkeyNeedsDomain',
  'needs-access': 'passkeyNeedsAccess',
  'no-webauthn': 'passkeyNoWebauthn',
};

/** A passkey, or where none can be had a passphrase. */
export function SecondSecret(props: Props) {
  const [support, setSupport] = useState<PasskeySupport | null>(null);
  const look = () => void passkeySupport().then(setSupport);
  useEffect(look, []);
  // Drawn once it is known: a field must not move under the pointer.
  if (support === null) return <main aria-busy="true" />;
  const onAccess = () => void askPasskeyAccess().then(look);
  return <SecondForm key={support} {...props} support={support} onAccess={onAccess} />;
}

interface FormProps extends Props {
  support: PasskeySupport;
  /** The user wants to give the access that a passkey takes. */
  onAccess: () => void;
}

function SecondForm({ kept, passkey, onSecond, support, onAccess }: FormProps) {
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [problem, setProblem] = useState<Code | null>(null);
  const [busy, setBusy] = useState(false);
  const none = NO_PASSKEY[support];

  const choose = async (second: () => Promise<NewSecond | null | Code>) => {
    setBusy(true);
    setProblem(null);
    const chosen = await second();
    setProblem(typeof chosen === 'string' ? chosen : await onSecond(chosen));
    setBusy(false);
  };
  const withPasskey = async (ceremony: ReturnType<typeof createPasskey>) => {
    const made = await ceremony;
    return made.ok ? made.value : made.error;
  };
  const withPassphrase = (event: Event) => {
    event.preventDefault();
    void choose(async () => newPassphraseProblem(passphrase, again) ?? { kind: 'passphrase', passphrase });
  };
  return (
    <StepFrame name="second" title={t('secondTitle')} lead={t('secondLead')}>
      {none && <Note kind="plain">{t(none)}</Note>}
      {support === 'needs-access' && (
        <button type="button" id="allow-passkeys" class="btn tall wide" disabled={busy} onClick={onAccess}>
          {t('passkeyAllow')}
        </button>
      )}
      {!none && (
        <div class="stack gap">
          {passkey && (
            <button
              type="button"
              id="keep-passkey"
              class="btn pri tall wide"
              data-first
              disabled={busy}
              onClick={() => choose(() => withPasskey(renewPasskey(passkey)))}
            >
              {t('passkeyKeep')}
            </button>
          )}
          <button
            type="button"
            id="use-passkey"
            class={support === 'yes' && !passkey ? 'btn pri tall wide' : 'btn tall wide'}
            data-first={(support === 'yes' && !passkey) || undefined}
            disabled={busy}
            onClick={() => choose(() => withPasskey(createPasskey()))}
          >
            {t('passkeyMake')}
          </button>
          <p class="meta">{t(support === 'yes' ? 'passkeyHint' : 'passkeyKeyHint')}</p>
        </div>
      )}
      {kept && (
        <button
          type="button"
          id="keep-second"
          class="btn pri tall wide"
          data-first
          disabled={busy}
          onClick={() => choose(async () => null)}
        >
          {t('passphraseKeep')}
        </button>
      )}
      {(kept || !none) && <p class="or">{t('or')}</p>}
      <form class="stack gaps" onSubmit={withPassphrase} aria-busy={busy}>
        <SecretField
          id="passphrase"
          label={t('passphraseNew')}
          value={passphrase}
          onInput={setPassphrase}
          hint={t('passphraseHint', formatNumber(MIN_PASSPHRASE))}
          first={!kept && !passkey && support !== 'yes'}
          closed={busy}
        />
        <SecretField
          id="passphrase-again"
          label={t('passphraseAgain')}
          value={again}
          onInput={setAgain}
          closed={busy}
        />
        <Message code={problem} />
        <button
          type="submit"
          id="continue"
          class={support === 'yes' || passkey || kept ? 'btn tall wide' : 'btn pri tall wide'}
          disabled={busy || again === ''}
        >
          {t(busy ? 'busy' : 'passphraseUse')}
        </button>
      </form>
    </StepFrame>
  );
}
