import type { Account, Site } from '../core/account.ts';
import { err, ok, type Result } from '../core/result.ts';
import type { DocumentToken, Offer } from '../messages/protocol.ts';
import type { OfferSender, PageSender } from '../messages/serve.ts';
import type { FillError } from '../messages/views.ts';
import { browser } from '../platform/browser.ts';
import { fillFrame } from './fill.ts';
import { type TrustedFrame, trustedFrame } from './frames.ts';
import { resemblance } from './lookalikes.ts';
import { noteOffered, placeOffered } from './offered.ts';
import { pinForCodes } from './settings.ts';
import { loadMeta } from './vault-meta.ts';
import { openVault } from './vault-session.ts';
import { loadContent, type VaultContent } from './vault-store.ts';
import { putWaiting, type WaitingTarget } from './waiting-fill.ts';

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

/** What the frame and the page around it call themselves. */
function hostsOf({ url, topUrl }: TrustedFrame): string[] {
  return [url, topUrl].map((address) => new URL(address).hostname);
}

/** What this frame may show at a code field. */
export async function offerTo(
  sender: PageSender,
  { document, enrols }: { document: DocumentToken; enrols: boolean },
  now: number,
): Promise<Offer> {
  const offer = await offerIn(sender, enrols, now);
  const { tabId, frameId } = sender;
  if (offer.kind !== 'none') await noteOffered({ document, tabId, frameId, enrols: offer.kind === 'save' });
  return offer;
}

async function offerIn(sender: PageSender, enrols: boolean, now: number): Promise<Offer> {
  const frame = await speakingFrame(sender);
  const nothing: Offer = { kind: 'none', maySave: false };
  if (!frame) return nothing;
  const vault = await openVault(now);
  if (!vault) return (await loadMeta()) ? { kind: 'locked' } : nothing;
  const content = await loadContent(vault);
  if (content.notes.neverSites.includes(frame.site)) return nothing;
  if (await fillsInPage(content, frame.site)) return { kind: 'fill' };
  if (accountsOf(content, frame.site).length > 0) return { kind: 'popup' };
  if (await resemblance(content, frame.site, hostsOf(frame))) return nothing;
  return enrols ? { kind: 'save' } : { kind: 'none', maySave: true };
}

/** The user pressed an offer in the page: the popup takes over with a grant. */
export async function acceptOffer(
  sender: PageSender,
  document: DocumentToken,
  now: number,
): Promise<Result<'popup', FillError>> {
  const frame = await speakingFrame(sender);
  if (!frame) return err('frame-refused');
  const enrols = (await placeOffered(document, sender.tabId))?.enrols ?? false;
  return leaveToPopup({ ...targetIn(frame, document, now), enrols });
}

/** The user pressed the offer in its frame: fills in the page where that is safe, else the popup takes over. */
export async function pressOffer(
  sender: OfferSender,
  { document, seen }: { document: DocumentToken; seen: boolean },
  now: number,
): Promise<Result<'popup' | 'filled', FillError>> {
  const place = await placeOffered(document, sender.tabId);
  const frame = place && (await trustedFrame(place.tabId, place.frameId));
  if (!frame) return err('frame-refused');
  const target = { ...targetIn(frame, document, now), enrols: place.enrols };
  const vault = await openVault(now);
  const account = vault && seen ? await fillsInPage(await loadContent(vault), frame.site) : null;
  if (!vault || !account) return leaveToPopup(target);
  const filled = await fillFrame(vault, account.id, target, 'offer');
  // It says why, and shows when the next code comes.
  if (!filled.ok && filled.error === 'code-used') return leaveToPopup(target);
  return filled.ok ? ok('filled') : filled;
}

function targetIn(
  { tabId, frameId, site, url }: TrustedFrame,
  document: DocumentToken,
  at: number,
): WaitingTarget {
  return { tabId, frameId, document, site, host: new URL(url).host, pointed: false, enrols: false, at };
}

async function leaveToPopup(target: WaitingTarget): Promise<Result<'popup', never>> {
  await putWaiting(target);
  await showPopup(target.tabId);
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
