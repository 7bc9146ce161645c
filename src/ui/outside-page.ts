import { browser } from '../platform/browser.ts';

/** Opens an address of somebody else in a tab of its own, and closes this popup. */
export async function openOutside(address: string): Promise<void> {
  await browser.tabs.create({ url: address });
  if (!(await browser.tabs.getCurrent())) window.close();
}
