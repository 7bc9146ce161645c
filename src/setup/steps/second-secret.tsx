import { useEffect, useState } from 'preact/hooks';
import { MIN_PASSPHRASE, normalisePassphrase, passphraseWeakness } from '../../core/passphrase.ts';
import type { NewSecond, PasskeyRequest } from '../../messages/protocol.ts';
import { formatNumber, type TextKey, t } from '../../ui/i18n.ts';
import { Message } from '../../ui/parts/message.tsx';
import { Note } from '../../ui/parts/note.tsx';
import { SecretField } from '../../ui/parts/secret-field.tsx';
import { createPasskey, type PasskeySupport, passkeySupport, renewPasskey } from '../../ui/passkey.ts';
import type { Code } from '../../ui/sentences.ts';
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
  'no-webauthn': 'passkeyNoWebauthn',
};

/** A passkey, or where none can be had a passphrase. */
export function SecondSecret({ kept, passkey, onSecond }: Props) {
  const [support, setSupport] = useState<PasskeySupport | null>(null);
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [problem, setProblem] = useState<Code | null>(null);
  const [busy, setBusy] = useState(false);
  useEffect(() => void passkeySupport().then(setSupport), []);
  const none = support && NO_PASSKEY[support];

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
    const same = normalisePassphrase(passphrase) === normalisePassphrase(again);
    const found = passphraseWeakness(passphrase) ?? (same ? null : 'passphrases-differ');
    void choose(async () => found ?? { kind: 'passphrase', passphrase });
  };
  return (
    <StepFrame name="second" title={t('secondTitle')} lead={t('secondLead')}>
      {none && <Note kind="plain">{t(none)}</Note>}
      {support && !none && (
        <div class="stack">
          {passkey && (
            <button
              type="button"
              id="keep-passkey"
              class="btn pri tall wide"
              disabled={busy}
              onClick={() => choose(() => withPasskey(renewPasskey(passkey)))}
            >
              {t('passkeyKeep')}
            </button>
          )}
          <button
            type="button"
            id="use-passkey"
            class={passkey ? 'btn tall wide' : 'btn pri tall wide'}
            data-first={support === 'yes' || undefined}
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
          disabled={busy}
          onClick={() => choose(async () => null)}
        >
          {t('passphraseKeep')}
        </button>
      )}
      <form class="stack gaps" onSubmit={withPassphrase}>
        <SecretField
          id="passphrase"
          label={t('passphraseNew')}
          value={passphrase}
          onInput={setPassphrase}
          hint={t('passphraseHint', formatNumber(MIN_PASSPHRASE))}
          first={support !== null && support !== 'yes'}
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
        <button type="submit" id="continue" class="btn tall wide" disabled={busy || passphrase === ''}>
          {t(busy ? 'busy' : 'passphraseUse')}
        </button>
      </form>
    </StepFrame>
  );
}
