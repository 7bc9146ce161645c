import { useCallback, useEffect, useState } from 'preact/hooks';
import { ask } from '../messages/send.ts';
import type { RecoveryQuestion, RenewalEnds } from '../messages/views.ts';
import { closeTab } from '../ui/own-pages.ts';
import { watchLock } from '../ui/watch-lock.ts';
import { type Known, lookUp } from './known.ts';
import { Leave } from './leave.ts';
import { CodeSteps } from './steps/code-steps.tsx';
import { Renewed } from './steps/renewed.tsx';
import { Under } from './under.tsx';
import { useHash } from './use-hash.ts';

/** The tab for what takes more than a glance. What is under way in the background goes before what the address says. */
export function Setup() {
  const [known, setKnown] = useState<Known | null>(null);
  const [pin, setPin] = useState<string | null>(null);
  const [question, setQuestion] = useState<RecoveryQuestion | null>(null);
  const [renewed, setRenewed] = useState<RenewalEnds | null>(null);
  const forget = useCallback(() => {
    setPin(null);
    setQuestion(null);
    setRenewed(null);
  }, []);
  const [journey, goTo] = useHash(forget);
  const refresh = useCallback(async () => setKnown(await lookUp()), []);
  useEffect(() => void refresh(), [refresh, journey]);
  useEffect(() => {
    const stop = new AbortController();
    watchLock(() => {
      setPin(null);
      void refresh();
    }, stop.signal);
    return () => stop.abort();
  }, [refresh]);

  const begin = (name: string) => {
    forget();
    goTo(name);
  };
  const leave = async () => {
    await ask('setupCancel');
    await ask('restoreCancel');
    await closeTab();
  };
  const confirmed = async (ends: RenewalEnds | null) => {
    // Where the browser grants it the vault is not evicted when the disk is full; a refusal changes nothing.
    void navigator.storage.persist?.();
    forget();
    setRenewed(ends);
    // A journey that is over must not stand in the way of the same one begun again.
    if (journey !== 'restore') goTo('');
    await refresh();
  };
  if (!known) return <main aria-busy="true" />;
  const { status } = known;
  const asked = question ?? (status.state === 'setup' ? status : null);
  if (asked) {
    return (
      <Leave.Provider value={leave}>
        <CodeSteps
          question={asked}
          onConfirmed={() => void confirmed(asked.ends)}
          onAgain={() => {
            setQuestion(null);
            void refresh();
          }}
        />
      </Leave.Provider>
    );
  }
  if (renewed)
    return (
      <Renewed
        locked={status.state === 'locked'}
        ends={renewed}
        onBackup={() => begin('backup')}
        onContact={() => begin('contact')}
      />
    );
  return (
    <Leave.Provider value={leave}>
      <Under
        journey={journey}
        known={known}
        pin={pin}
        onBegin={begin}
        onPin={setPin}
        onQuestion={setQuestion}
        onChange={refresh}
      />
    </Leave.Provider>
  );
}
