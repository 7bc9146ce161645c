import { browser } from '../platform/browser.ts';

/** Calls back when the vault is locked from elsewhere: what this page shows must go at once. */
export function watchLock(onLocked: () => void, signal: AbortSignal): void {
  const listener = (changes: Record<string, { newValue?: unknown }>) => {
    const { session } = changes;
    if (session && session.newValue === undefined) onLocked();
  };
  browser.storage.session.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.session.onChanged.removeListener(listener));
}
