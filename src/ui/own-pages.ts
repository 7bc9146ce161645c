/** The one place of the user interface that opens pages of ours. */
import { browser } from '../platform/browser.ts';

/** What the tab is for; stands behind the # of its address. The set-up has nothing there. */
export type Journey = 'set-up' | 'recover' | 'mode' | 'contact' | 'backup' | 'restore';

const TAB = 'src/setup/index.html';

/** The tab of ours that is open already. Asked of the runtime: `tabs` hides addresses without a permission. */
async function openTab(address: string) {
  const contexts = await browser.runtime.getContexts({ contextTypes: ['TAB'] });
  return contexts.find(({ documentUrl }) => documentUrl?.split('#')[0] === address);
}

/** Opens a journey in its tab, or goes to the tab, and closes this popup: one that loses the focus loses the work. */
export async function openJourney(journey: Journey): Promise<void> {
  const address = browser.runtime.getURL(TAB);
  const url = journey === 'set-up' ? address : `${address}#${journey}`;
  const open = await openTab(address);
  if (open) {
    // The same address would load the page anew, and lose what was typed there.
    await browser.tabs.update(
      open.tabId,
      open.documentUrl === url ? { active: true } : { active: true, url },
    );
    await browser.windows.update(open.windowId, { focused: true });
  } else {
    await browser.tabs.create({ url });
  }
  window.close();
}

/** Closes the tab that this page is in. */
export async function closeTab(): Promise<void> {
  const [here, beside] = await Promise.all([
    browser.tabs.getCurrent(),
    browser.tabs.query({ currentWindow: true }),
  ]);
  // With its only tab the window would go, and with the last window the browser.
  if (beside.length === 1) await browser.tabs.create({});
  if (here?.id !== undefined) await browser.tabs.remove(here.id);
}

/** The notice that goes with the facts about sites. */
export function licenceAddress(): string {
  return browser.runtime.getURL('sites-licence.txt');
}

export function version(): string {
  return browser.runtime.getManifest().version;
}
