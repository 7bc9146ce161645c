import { useEffect, useState } from 'preact/hooks';
import { looksLikeDate, pinWeakness } from '../../core/pin.ts';
import { ask } from '../../messages/send.ts';
import type { SettingsView } from '../../messages/views.ts';
import { t } from '../../ui/i18n.ts';
import { Bar } from '../../ui/parts/bar.tsx';
import { Note } from '../../ui/parts/note.tsx';
import { PinField } from '../../ui/parts/pin-field.tsx';
import { PinOutcome } from '../../ui/parts/pin-outcome.tsx';
import { Screen } from '../../ui/parts/screen.tsx';
import { SecretField } from '../../ui/parts/secret-field.tsx';
import { isTryRefused, useTry } from '../../ui/use-try.ts';
import { askSecond, useNeedsTab } from '../ask-second.ts';
import { openInTab } from '../own-tab.ts';

interface Props {
  onBack: () => void;
  onChanged: () => void;
}

/** The PIN of now, and the new one twice; in two-step mode the second secret too. */
export function ChangePinScreen({ onBack, onChanged }: Props) {
  const [vault, setVault] = useState<SettingsView['vault']>(null);
  const [pin, setPin] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const tries = useTry();
  const { note } = tries;
  useEffect(() => void ask('settings').then((settings) => setVault(settings.vault)), []);
  const asksSecond = vault?.mode === 'two-step';
  const passkey = asksSecond ? vault.passkey : null;
  const needsTab = useNeedsTab(passkey !== null);
  useEffect(() => {
    if (needsTab) void openInTab('change-pin');
  }, [needsTab]);
  if (!vault || needsTab !== false) return <main class="screen" aria-busy="true" />;

  const change = async (event: Event) => {
    event.preventDefault();
    const found = pinWeakness(next) ?? (next === again ? null : 'pins-differ');
    note(found);
    if (found) return;
    const answer = await tries.run(async () => {
      const shown = asksSecond ? await askSecond(passkey, passphrase) : null;
      if (shown && !shown.ok) return shown;
      return ask('changePin', { pin, next, ...(shown && { second: shown.value }) });
    });
    if (answer.ok) onChanged();
    else if (isTryRefused(answer.error)) setPin('');
  };
  const waits = tries.retryAt !== null;
  return (
    <Screen name="change-pin" onBack={onBack}>
      <Bar title={t('changePinTitle')} onBack={onBack} />
      <form class="body pad stack gaps" onSubmit={change}>
        <PinField
          id="pin"
          label={t('changePinNow')}
          value={pin}
          onInput={setPin}
          closed={waits}
          describedBy="message"
          first
          showLabel
        />
        {asksSecond && !passkey && (
          <SecretField
            id="passphrase"
            label={t('passphrase')}
            value={passphrase}
            onInput={setPassphrase}
            closed={waits}
          />
        )}
        <PinField id="pin-new" label={t('changePinNew')} value={next} onInput={setNext} showLabel />
        <PinField id="pin-again" label={t('changePinAgain')} value={again} onInput={setAgain} showLabel />
        {pinWeakness(next) === null && looksLikeDate(next) && <Note kind="warn">{t('pinDate')}</Note>}
        <PinOutcome tries={tries} />
        <button
          type="submit"
          id={passkey ? 'use-passkey' : 'change-pin-go'}
          class="btn pri tall wide"
          disabled={tries.busy || waits}
        >
          {t(tries.busy ? 'busy' : passkey ? 'changePinPasskey' : 'changePinGo')}
        </button>
        <p class="meta">{t(vault.mode === 'basic' ? 'changePinLead' : 'changePinCopies')}</p>
      </form>
    </Screen>
  );
}
