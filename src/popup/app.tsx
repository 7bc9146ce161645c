import { useCallback, useEffect, useState } from 'preact/hooks';
import { ask } from '../messages/send.ts';
import type { VaultStatus } from '../messages/views.ts';
import { watchLock } from '../ui/watch-lock.ts';
import { DamagedScreen } from './screens/damaged.tsx';
import { LockedScreen } from './screens/locked.tsx';
import { WelcomeScreen } from './screens/welcome.tsx';
import { Unlocked } from './unlocked.tsx';

export function App({ first }: { first: Promise<VaultStatus> }) {
  const [status, setStatus] = useState<VaultStatus | null>(null);
  const refresh = useCallback(() => void ask('status').then(setStatus), []);
  useEffect(() => {
    void first.then(setStatus);
    const stop = new AbortController();
    watchLock(() => {
      setStatus(null);
      refresh();
    }, stop.signal);
    return () => stop.abort();
  }, [first, refresh]);
  if (!status) return <main class="screen" aria-busy="true" />;
  return <StatusScreen status={status} onChange={refresh} />;
}

/** One screen for each state of the vault. */
function StatusScreen({ status, onChange }: { status: VaultStatus; onChange: () => void }) {
  switch (status.state) {
    case 'none':
    case 'setup':
    case 'renewing':
      return <WelcomeScreen status={status} onChange={onChange} />;
    case 'locked':
      return <LockedScreen lock={status.lock} waiting={status.waiting} onChange={onChange} />;
    case 'unlocked':
      return <Unlocked {...status} onChange={onChange} />;
    case 'damaged':
      return <DamagedScreen status={status} onChange={onChange} />;
    default:
      return status satisfies never;
  }
}
