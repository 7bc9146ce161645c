import type { Account, Site } from '../core/account.ts';
import { err, ok, type Result } from '../core/result.ts';
import type { DocumentToken, FillError, Offer } from '../messages/protocol.ts';
import type { PageSender } from '../messages/serve.ts';
import { browser } from '../platform/browser.ts';
import { fillFrame } from './fill.ts';
import { type TrustedFrame, trustedFrame } from './frames.ts';
import { pinForCodes } from './settings.ts';
import { loadMeta } from './vault-meta.ts';
import { openVault } from './vault-session.ts';
import { loadContent, type VaultContent } from './vault-store.ts';
import { putWaiting } from './waiting-fill.ts';

export function accountsOf(content: VaultContent, site: Site): Account[] {
  return [...content.accounts.values()].filter((account) => account.sites.includes(site));
}

/** The frame that spoke, if it may be filled and still shows the origin that the browser attested. */
async function speakingFrame(sender: PageSender): Promise<TrustedFrame | null> {
  const frame = await trustedFrame(sender.tabId, sender.frameId);
  return frame && new URL(frame.url).origin === sender.origin ? frame : null;
}

/**
 * One account that was filled here before can be filled in the page, where the content script can have the browser
 * tell whether the offer was really seen. Firefox has no such observer: there the click is in the popup.
 */
async function fillsInPage(content: VaultContent, site: Site): Promise<Account | null> {
  if (await pinForCodes.get()) return null;
  const accounts = accountsOf(content, site);
  const known = __TARGET__ === 'chrome' && content.notes.filledSites.includes(site);
  return known && accounts.length === 1 ? (accounts[0] ?? null) : null;
}

/** What this frame may show at a code field. */
export async function offerTo(sender: PageSender, now: number): Promise<Offer> {
  const frame = await speakingFrame(sender);
  if (!frame) return { kind: 'none' };
  const vault = await openVault(now);
  if (!vault) return (await loadMeta()) ? { kind: 'locked' } : { kind: 'none' };
  const content = await loadContent(vault);
  if (content.notes.neverSites.includes(frame.site)) return { kind: 'none' };
  if (await fillsInPage(content, frame.site)) return { kind: 'fill' };
  return { kind: accountsOf(content, frame.site).length > 0 ? 'popup' : 'none' };
}

/** The user clicked the offer: fills in the page where that is safe, else the popup takes over with a grant. */
export async function acceptOffer(
  sender: PageSender,
  { document, seen }: { document: DocumentToken; seen: boolean },
  now: number,
): Promise<Result<'popup' | 'filled', FillError>> {
  const frame = await speakingFrame(sender);
  if (!frame) return err('frame-refused');
  const { tabId, frameId } = sender;
  const vault = await openVault(now);
  const content = vault && (await loadContent(vault));
  const account = content && seen ? await fillsInPage(content, frame.site) : null;
  const target = {
    tabId,
    frameId,
    document,
    site: frame.site,
    host: new URL(frame.url).host,
    pointed: false,
    at: now,
  };
  if (vault && account) {
    const filled = await fillFrame(vault, account, target);
    return filled.ok ? ok('filled') : filled;
  }
  await putWaiting(target);
  await showPopup(tabId);
  return ok('popup');
}

/** Opens the toolbar popup over the tab's window; where the browser refuses, the grant waits for the user's own click. */
export async function showPopup(tabId: number): Promise<void> {
  const { windowId } = await browser.tabs.get(tabId);
  await browser.action
    .openPopup(windowId === undefined ? undefined : { windowId })
    // The window lost focus, or it is open already: the user opens it, or sees it.
    .catch(() => undefined);
}
