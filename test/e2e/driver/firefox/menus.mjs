/** Commands by their real keys, and items of the real context menu. */
import { shortcut } from './keys.mjs';

/** How Firefox writes an add-on's id in the ids of its own window. */
const slug = (id) => id.toLowerCase().replace(/[^a-z0-9_-]/g, '_');

/**
 * Presses a command's keys. Where Firefox's own menu bar takes them (on Linux and Windows Alt+Shift+F is its File
 * menu), the menu is closed and the command fires from the window's key set: what the keys would have done.
 *
 * @param {Awaited<ReturnType<typeof import('./session.mjs').openSession>>} session
 * @param {string} addonId
 * @param {string} name
 * @returns {Promise<{ by: 'keys' | 'keyset', keys: string }>}
 */
export async function pressCommand(session, addonId, name) {
  const keys = await session.privileged(
    async ({ extensionOf, window }, id, command, keysetId) => {
      const found = (await extensionOf(id).shortcuts.allCommands()).find(
        (candidate) => candidate.name === command,
      );
      if (!found?.shortcut) return null;
      const parts = found.shortcut.toLowerCase().split('+');
      const key = [...window.document.querySelectorAll(`#${keysetId} key`)].find(
        (candidate) => candidate.getAttribute('key')?.toLowerCase() === parts.at(-1),
      );
      window.tweestapDriverKey = key;
      window.tweestapDriverFired = false;
      key?.addEventListener('command', () => (window.tweestapDriverFired = true), { once: true });
      return found.shortcut;
    },
    addonId,
    name,
    `ext-keyset-id-${slug(addonId)}`,
  );
  if (!keys) throw new Error(`The command ${name} has no keys.`);
  // Keys that go to the page alone never reach the window's shortcuts.
  await session.inChrome(({ send }) => send('WebDriver:PerformActions', shortcut(keys)));
  const by = await session.privileged(async ({ window, sleep }) => {
    const openMenu = () =>
      [...window.document.querySelectorAll('#main-menubar > menu')].find((menu) => menu.open);
    for (let i = 0; i < 50 && !window.tweestapDriverFired && !openMenu(); i++) await sleep(20);
    const menu = openMenu();
    if (menu) menu.open = false;
    if (window.tweestapDriverFired) return 'keys';
    window.tweestapDriverKey?.doCommand();
    return window.tweestapDriverFired ? 'keyset' : null;
  });
  if (!by) throw new Error(`The command ${name} did not fire for ${keys}.`);
  return { by, keys };
}

/**
 * Chooses our item in the context menu that a right click opened.
 *
 * @param {Awaited<ReturnType<typeof import('./session.mjs').openSession>>} session
 * @param {string} addonId
 * @param {string} itemId
 */
export async function chooseMenuItem(session, addonId, itemId) {
  const problem = await session.privileged(
    async ({ window, sleep }, elementId) => {
      const menu = window.document.getElementById('contentAreaContextMenu');
      for (let i = 0; i < 100 && menu.state !== 'open'; i++) await sleep(50);
      if (menu.state !== 'open') return 'the context menu did not open';
      const item = window.document.getElementById(elementId);
      if (!item) {
        menu.hidePopup();
        return 'the context menu has no such item';
      }
      // Several items of one extension stand in a menu of their own.
      const popup = item.closest('menupopup');
      if (popup !== menu) {
        popup.parentElement.openMenu(true);
        for (let i = 0; i < 100 && popup.state !== 'open'; i++) await sleep(50);
      }
      popup.activateItem(item);
      return null;
    },
    `${slug(addonId)}-menuitem-_${itemId}`,
  );
  if (problem) throw new Error(`Menu item ${itemId}: ${problem}.`);
}
