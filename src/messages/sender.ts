import { browser, type Runtime } from '../platform/browser.ts';

/** Who speaks, as the browser attests it. Anything unknown is a stranger. */
export type Sender =
  | { kind: 'own-page' }
  /** The offer's frame; `frameId` is its own. */
  | { kind: 'offer'; tabId: number; frameId: number }
  | { kind: 'page'; tabId: number; frameId: number; url: string; origin: string; tabUrl: string }
  | { kind: 'stranger' };

/** Pages of ours, exactly; a page that is not on this list may not ask anything. */
export const OWN_PAGES = ['src/popup/index.html', 'src/setup/index.html'] as const;

const OFFER_PAGE = 'src/offer/index.html';

/** The address of a page of ours, below our origin; null for any other. */
function ownPath(url: string): string | null {
  const [bare = ''] = url.split(/[?#]/, 1);
  const base = browser.runtime.getURL('');
  return bare.startsWith(base) ? bare.slice(base.length) : null;
}

/** Classifies the browser's raw sender, once. */
export function senderOf(raw: Runtime.MessageSender): Sender {
  if (raw.id !== browser.runtime.id || typeof raw.url !== 'string') return { kind: 'stranger' };
  const path = ownPath(raw.url);
  if (OWN_PAGES.some((page) => page === path)) return { kind: 'own-page' };
  if (raw.tab?.id === undefined || raw.frameId === undefined) return { kind: 'stranger' };
  // In a tab of its own it is not at a field.
  if (path === OFFER_PAGE && raw.frameId !== 0)
    return { kind: 'offer', tabId: raw.tab.id, frameId: raw.frameId };
  let url: URL;
  try {
    url = new URL(raw.url);
  } catch {
    return { kind: 'stranger' };
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return { kind: 'stranger' };
  // `origin` is attested too and is "null" in a sandboxed frame; older Firefox does not give it.
  const attested = (raw as { origin?: string }).origin;
  if (attested !== undefined && attested !== url.origin) return { kind: 'stranger' };
  return {
    kind: 'page',
    tabId: raw.tab.id,
    frameId: raw.frameId,
    url: raw.url,
    origin: url.origin,
    tabUrl: raw.tab.url ?? '',
  };
}
