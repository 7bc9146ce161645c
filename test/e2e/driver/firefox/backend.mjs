/** Firefox behind the driver. */
import { ended, kill } from '../processes.mjs';
import { firefoxAuthenticator } from './authenticator.mjs';
import { firefoxBackground } from './background.mjs';
import { evaluateInContent } from './content.mjs';
import { startFirefox } from './launch.mjs';
import { chooseMenuItem, pressCommand } from './menus.mjs';
import { firefoxOffers } from './offer.mjs';
import { firefoxPage } from './page.mjs';
import { firefoxPopup } from './popup.mjs';

/**
 * @param {import('../types.mjs').Settings} settings
 * @returns {Promise<import('../types.mjs').Backend>}
 */
export async function firefoxBackend(settings) {
  const { session, child, addonId, base } = await startFirefox(settings);
  const { timeout } = settings;
  const page = await firefoxPage(session);

  return {
    extensionId: addonId,
    base,
    version: `Firefox/${session.version}`,
    popup: firefoxPopup(session, addonId, timeout),
    page,
    worker: firefoxBackground(session, addonId, timeout),
    authenticator: firefoxAuthenticator(session),
    contentEvaluate: (expression, where) => evaluateInContent(session, addonId, expression, where),
    findOffer: firefoxOffers(session),
    command: (name) => pressCommand(session, addonId, name),
    contextMenu: async (selector, itemId, where) => {
      await page.click(selector, { ...where, button: 'right' });
      await chooseMenuItem(session, addonId, itemId);
    },
    reinstall: async () => {
      await session.command('Addon:Uninstall', { id: addonId });
      await session.command('Addon:Install', {
        path: settings.build,
        temporary: true,
        allowPrivateBrowsing: false,
      });
    },
    withholdSites: () =>
      session.privileged(async ({ extensionOf, ChromeUtils }, id) => {
        const { ExtensionPermissions } = ChromeUtils.importESModule(
          'resource://gre/modules/ExtensionPermissions.sys.mjs',
        );
        const extension = extensionOf(id);
        const origins = extension.manifest.host_permissions;
        await ExtensionPermissions.remove(id, { permissions: [], origins }, extension);
      }, addonId),
    stop: async () => {
      await session.command('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => {});
      if (!(await ended(child, 10_000))) await kill(child);
      session.close();
    },
    kill: async () => {
      await kill(child);
      session.close();
    },
  };
}
