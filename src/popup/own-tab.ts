/** What the popup shows, in a tab: for what would close a popup, a file dialog or the browser's own passkey window. */
import { browser } from '../platform/browser.ts';

/** What the tab begins with, behind the # of its address. */
export type TabStart = 'add' | 'unlock' | 'change-pin';

/** Opens the tab and closes this popup. */
export async function openInTab(start: TabStart): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(`src/popup/index.html#${start}`) });
  window.close();
}

/** What this page was told to begin with. Said once: a reload begins as usual. */
export function takeTabStart(): string {
  const start = location.hash.slice(1);
  history.replaceState(null, '', location.pathname);
  return start;
}

export async function isTab(): Promise<boolean> {
  return (await browser.tabs.getCurrent()) !== undefined;
}
