import { useEffect, useState } from 'preact/hooks';
import { browser } from '../platform/browser.ts';

export interface Shortcuts {
  open: string | null;
  fill: string | null;
}

/** The keys as they are set in this browser: the user may have changed them, or another extension may have them. */
export function useShortcuts(): Shortcuts {
  const [shortcuts, setShortcuts] = useState<Shortcuts>({ open: null, fill: null });
  useEffect(() => {
    void browser.commands.getAll().then((commands) => {
      const keysOf = (name: string) => commands.find((command) => command.name === name)?.shortcut || null;
      setShortcuts({ open: keysOf('_execute_action'), fill: keysOf('fill') });
    });
  }, []);
  return shortcuts;
}
