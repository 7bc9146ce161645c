import { browser } from '../platform/browser.ts';
import { openVault } from './vault-session.ts';

/** Locked or unlocked, by shape as well as colour. */
export async function showLockState(): Promise<void> {
  const state = (await openVault(Date.now())) ? 'unlocked' : 'locked';
  const path = Object.fromEntries([16, 32, 48].map((size) => [size, `/icons/${state}-${size}.png`]));
  await browser.action.setIcon({ path });
}
