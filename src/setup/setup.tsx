import { useCallback, useEffect, useState } from 'preact/hooks';
import type { LockView, RecoveryQuestion, SettingsView, VaultStatus } from '../messages/protocol.ts';
import { ask } from '../messages/send.ts';
import { t } from '../ui/i18n.ts';
import { sentence } from '../ui/sentences.ts';
import { Backup } from './journeys/backup.tsx';
import { ChangeMode } from './journeys/change-mode.tsx';
import { Contact } from './journeys/contact.tsx';
import { Merge } from './journeys/merge.tsx';
import { Recover } from './journeys/recover.tsx';
import { Renew } from './journeys/renew.tsx';
import { Restore } from './journeys/restore.tsx';
import { SetUp } from './journeys/set-up.tsx';
import { CodeSteps } from './steps/code-steps.tsx';
import { Done } from './steps/done.tsx';
import { LockedStep } from './steps/locked-step.tsx';
import { Renewed } from './steps/renewed.tsx';
import { StepFrame } from './steps/step-frame.tsx';
import { useHash } from './use-hash.ts';

type Known = { status: VaultStatus; vault: SettingsView['vault'] };
type Ended = { renewed: boolean };

/** The tab for what takes more than a glance. What is under way in the background goes before what the address says. */
export function Setup() {
  const [known, setKnown] = useState<Known | null>(null);
  const [pin, setPin] = useState<string | null>(null);
  const [question, setQuestion] = useState<RecoveryQuestion | null>(null);
  const [ended, setEnded] = useState<Ended | null>(null);
  const [opened, setOpened] = useState(false);
  const [journey, goTo] = useHash();
  const refresh = useCallback(async () => {
    const [status, settings] = await Promise.all([ask('status'), ask('settings')]);
    setKnown({ status, vault: settings.vault });
  }, []);
  useEffect(() => {
    document.title = `${t('setupTitle')} · Tweestap`;
    void refresh();
    void ask('restorePreview').then((waits) => setOpened(waits !== null));
  }, [refresh, journey]);

  const begin = async (name: string) => {
    setEnded(null);
    setQuestion(null);
    goTo(name);
    await refresh();
  };
  const cancel = async () => {
    await ask('setupCancel');
    await ask('restoreCancel');
    setOpened(false);
    await begin('');
  };
  const confirmed = async (renewed: boolean) => {
    setQuestion(null);
    setPin(null);
    setEnded({ renewed });
    await refresh();
  };
  if (!known) return <main aria-busy="true" />;
  const { status, vault } = known;
  const asked = question ?? (status.state === 'setup' ? status : null);
  if (asked) {
    const renews =
      status.state !== 'none' && status.state !== 'damaged' && !(status.state === 'setup' && !status.renews);
    return (
      <CodeSteps
        question={asked}
        onConfirmed={() => void confirmed(renews)}
        onAgain={() => {
          setQuestion(null);
          void refresh();
        }}
      />
    );
  }
  if (status.state === 'renewing')
    return (
      <Renew
        key={status.renewal.purpose}
        renewal={status.renewal}
        lock={status.lock}
        pin={pin}
        onQuestion={setQuestion}
      />
    );
  if (opened && status.state === 'unlocked') return <Merge onCancel={cancel} />;
  if (ended?.renewed)
    return <Renewed locked={status.state === 'locked'} onBackup={() => void begin('backup')} />;
  if (journey === 'restore' && !opened)
    return (
      <Restore
        onOpened={() => {
          setOpened(true);
          void refresh();
        }}
        onCancel={cancel}
      />
    );
  if (status.state === 'none' || (status.state === 'damaged' && opened))
    return <SetUp onQuestion={setQuestion} />;
  if (status.state === 'damaged')
    return <StepFrame name="damaged" title={t('damagedTitle')} lead={sentence(status.code)} />;
  if (journey === 'recover' && status.state === 'locked')
    return <Recover lock={status.lock} onBegun={() => void refresh()} onCancel={() => window.close()} />;
  const inside = journey === 'mode' || journey === 'contact' || journey === 'backup' || opened;
  if (inside && status.state === 'locked') return <LockedStep onUnlocked={() => void refresh()} />;
  if (inside && vault) {
    const lock = lockOf(vault);
    const close = () => window.close();
    if (journey === 'backup') return <Backup recoveryNumber={vault.recoveryNumber} onCancel={close} />;
    if (journey === 'contact') return <Contact lock={lock} onCancel={close} />;
    return (
      <ChangeMode
        lock={lock}
        onBegun={(shown) => {
          setPin(shown);
          void refresh();
        }}
        onCancel={close}
      />
    );
  }
  return <Done onRestore={() => void begin('restore')} />;
}

/** The open vault, as what it asks for. */
function lockOf(vault: NonNullable<SettingsView['vault']>): LockView {
  return {
    ...vault,
    pin: { kind: 'open', failures: 0, retryAt: null },
    asks: vault.mode === 'two-step' ? 'pin-and-second' : 'pin',
  };
}
