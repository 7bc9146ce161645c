/** Access to sign-in pages: the user may withhold it, in Firefox from the start. Then codes can be copied, not offered. */
import { useEffect, useState } from 'preact/hooks';
import { browser } from '../platform/browser.ts';

function origins(): string[] {
  return (browser.runtime.getManifest() as { host_permissions?: string[] }).host_permissions ?? [];
}

export interface HostAccess {
  /** Null until the browser has said. */
  granted: boolean | null;
  /** Call from a click, with nothing awaited before: the browser asks the user only then. */
  ask: () => void;
}

export function useHostAccess(): HostAccess {
  const [granted, setGranted] = useState<boolean | null>(null);
  useEffect(() => void browser.permissions.contains({ origins: origins() }).then(setGranted), []);
  return { granted, ask: () => void browser.permissions.request({ origins: origins() }).then(setGranted) };
}
