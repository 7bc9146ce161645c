/** Fills that the user asks for by the keyboard command or by the context menu on a field. */
import type { TaughtField } from '../messages/protocol.ts';
import { browser } from '../platform/browser.ts';
import { announceOfferChange } from './announce.ts';
import { fillFrame, findTarget } from './fill.ts';
import { learn } from './lessons.ts';
import { accountsOf, showPopup } from './offers.ts';
import { pinForCodes } from './settings.ts';
import { siteOf } from './site.ts';
import { lock, openVault } from './vault-session.ts';
import { changeNotes, loadContent } from './vault-store.ts';
import { putWaiting } from './waiting-fill.ts';

export const FILL_COMMAND = 'fill';
export const LOCK_COMMAND = 'lock';
export const FILL_MENU = 'fill';
export const NEVER_MENU = 'never';
const TEACH_MENUS = { 'teach-code': 'code', 'teach-none': 'none' } as const;

/** Fills at once where nothing is left to ask, else leaves a grant and opens the popup. */
async function fillAsked(tabId: number, pointed: boolean): Promise<void> {
  const now = Date.now();
  const opening = openVault(now, true);
  const target = await findTarget(now, pointed);
  const vault = await opening;
  if (vault && target.ok) {
    const content = await loadContent(vault);
    const [account, ...others] = accountsOf(content, target.value.site);
    const confirmed = content.notes.filledSites.includes(target.value.site) && !(await pinForCodes.get());
    if (
      account &&
      others.length === 0 &&
      confirmed &&
      (await fillFrame(vault, account.id, target.value, pointed ? 'menu' : 'command')).ok
    )
      return;
  }
  if (target.ok) await putWaiting(target.value);
  await showPopup(tabId);
}

/** No offers on the site of this address any more; undone in settings. Needs the open vault, where the list is. */
async function neverOn(address: string | undefined, tabId: number): Promise<void> {
  const site = address ? siteOf(address) : null;
  const vault = await openVault(Date.now(), true);
  if (!site) return;
  if (!vault) return showPopup(tabId);
  await changeNotes(vault, (notes) =>
    notes.neverSites.includes(site) ? notes : { ...notes, neverSites: [...notes.neverSites, site] },
  );
  await announceOfferChange();
}

/** What was pointed at is the code field, or is none; kept with the vault, so that it has to be open. */
async function taught(tabId: number, frameId: number, is: TaughtField['is']): Promise<void> {
  const vault = await openVault(Date.now(), true);
  if (!vault || !(await learn(vault, { tabId, frameId, is }))) await showPopup(tabId);
}

/** Menus are made anew at every install and update. */
export async function makeMenus(): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({
    id: FILL_MENU,
    contexts: ['editable'],
    title: browser.i18n.getMessage('menuFill'),
  });
  browser.contextMenus.create({
    id: NEVER_MENU,
    contexts: ['editable', 'action'],
    title: browser.i18n.getMessage('menuNever'),
  });
  for (const [id, is] of Object.entries(TEACH_MENUS)) {
    const title = browser.i18n.getMessage(is === 'code' ? 'menuTeachCode' : 'menuTeachNone');
    browser.contextMenus.create({ id, contexts: ['editable'], title });
  }
}

/** What fails here has no screen of its own: the popup says how things stand. */
function orPopup(work: Promise<void>, tabId: number): void {
  void work.catch(() => showPopup(tabId));
}

export function listenForGestures(): void {
  browser.commands.onCommand.addListener((name, tab) => {
    if (name === LOCK_COMMAND) void lock();
    if (name === FILL_COMMAND && tab?.id !== undefined) orPopup(fillAsked(tab.id, false), tab.id);
  });
  browser.contextMenus.onClicked.addListener((info, tab) => {
    if (tab?.id === undefined) return;
    if (info.menuItemId === FILL_MENU) orPopup(fillAsked(tab.id, true), tab.id);
    if (info.menuItemId === NEVER_MENU) orPopup(neverOn(tab.url, tab.id), tab.id);
    const is = TEACH_MENUS[info.menuItemId as keyof typeof TEACH_MENUS];
    if (is) orPopup(taught(tab.id, info.frameId ?? 0, is), tab.id);
  });
}
