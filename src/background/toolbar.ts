import { browser } from '../platform/browser.ts';
import { openVault } from './vault-session.ts';

/** Locked or unlocked, by shape as well as colour. */
export async function showLockState(): Promise<void> {
  const state = (await openVault(Date.now())) ? 'unlocked' : 'locked';
  const path = Object.fromEntries([16, 32, 48].map((size) => [size, `/icons/${state}-${size}.png`]));
  await browser.action.setIcon({ path });
}

/** As long as a look takes. */
const FILLED_MS = 4_000;

/** A quiet word on the button of the tab that was filled. */
export async function showFilled(tabId: number): Promise<void> {
  const say = (text: string) => browser.action.setBadgeText({ tabId, text });
  try {
    await browser.action.setBadgeBackgroundColor({ tabId, color: '#2b7a4b' });
    await say('✓');
    await new Promise((resolve) => setTimeout(resolve, FILLED_MS));
    await say('');
  } catch {
    // The tab was closed, and its badge with it.
  }
}
