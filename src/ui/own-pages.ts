/** The one place of the user interface that opens pages of ours. */
import { browser } from '../platform/browser.ts';

/** Opens the set-up in a tab and closes this popup: a popup that loses focus would lose the work. */
export async function openSetup(): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL('src/setup/index.html') });
  window.close();
}

/** Opens what the popup shows in a tab, where a file dialog does not close it. */
export async function openInTab(): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL('src/popup/index.html#add') });
  window.close();
}

export function version(): string {
  return browser.runtime.getManifest().version;
}
