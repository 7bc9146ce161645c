import { browser } from '../platform/browser.ts';

/** Calls back when the session of an open vault goes (`locked`) or comes. */
function watchSession(onChange: (locked: boolean) => void, signal: AbortSignal): void {
  const listener = (changes: Record<string, { oldValue?: unknown; newValue?: unknown }>) => {
    const { session } = changes;
    if (session && (session.newValue === undefined) !== (session.oldValue === undefined))
      onChange(session.newValue === undefined);
  };
  browser.storage.session.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.session.onChanged.removeListener(listener));
}

/** Calls back when the vault is locked from elsewhere: what this page shows must go at once. */
export function watchLock(onLocked: () => void, signal: AbortSignal): void {
  watchSession((locked) => locked && onLocked(), signal);
}

/** Calls back when the vault is opened elsewhere: what waited for it goes on. */
export function watchUnlock(onUnlocked: () => void, signal: AbortSignal): void {
  watchSession((locked) => !locked && onUnlocked(), signal);
}
