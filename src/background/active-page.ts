import type { Site } from '../core/account.ts';
import { browser } from '../platform/browser.ts';
import { siteOf } from './site.ts';

/** The tab that the user looks at. */
export interface ActivePage {
  tabId: number;
  windowId: number;
  url: string;
  site: Site;
}

/** Null where there is no page that codes can belong to, or whose address we may not see. */
export async function activePage(): Promise<ActivePage | null> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  const site = tab?.url ? siteOf(tab.url) : null;
  if (tab?.id === undefined || tab.windowId === undefined || !tab.url || !site) return null;
  return { tabId: tab.id, windowId: tab.windowId, url: tab.url, site };
}
