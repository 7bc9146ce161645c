/** Chrome, Chromium or Edge behind the driver. */
import { ended, kill } from '../processes.mjs';
import { chromeAuthenticator } from './authenticator.mjs';
import { evaluateInContent } from './content.mjs';
import { pageHeap } from './heap.mjs';
import { startChrome } from './launch.mjs';
import { dispatchCommand, dispatchMenu } from './menus.mjs';
import { findChromeOffer } from './offer.mjs';
import { chromePage } from './page.mjs';
import { chromePopup } from './popup.mjs';
import { chromeWorker } from './worker.mjs';

/**
 * @param {import('../types.mjs').Settings} settings
 * @returns {Promise<import('../types.mjs').Backend>}
 */
export async function chromeBackend(settings) {
  const { browser, child, extension } = await startChrome(settings);
  const base = `chrome-extension://${extension.id}/`;
  const { timeout } = settings;
  const page = chromePage(browser, (await browser.pages())[0] ?? (await browser.newPage()), timeout);
  const worker = chromeWorker(browser, base, page.current, timeout);
  const url = `${base}${settings.manifest.action.default_popup}`;
  const popup = chromePopup({ browser, extension, url, currentPage: page.current, timeout });

  return {
    extensionId: extension.id,
    base,
    version: await browser.version(),
    popup,
    page,
    worker,
    authenticator: chromeAuthenticator(browser, timeout),
    contentEvaluate: (expression, where) =>
      evaluateInContent(page.current(), extension.id, expression, where),
    findOffer: () => findChromeOffer(page.current()),
    pageHeap: () => pageHeap(page.current()),
    command: async (name) => {
      const keys = settings.manifest.commands?.[name]?.suggested_key?.default ?? '';
      if (!settings.manifest.commands?.[name]) throw new Error(`The manifest has no command ${name}.`);
      if (name !== '_execute_action') {
        await dispatchCommand(worker, name);
        return { by: 'listener', keys };
      }
      await popup.open();
      return { by: 'button', keys };
    },
    contextMenu: async (selector, itemId, where) => {
      await page.click(selector, { ...where, button: 'right' });
      await dispatchMenu(worker, page.current(), itemId, where);
    },
    reinstall: async () => {
      await browser.uninstallExtension(extension.id);
      await browser.installExtension(settings.build);
    },
    withholdSites: async () => {
      const settingsPage = await browser.newPage();
      await settingsPage.goto('chrome://extensions/');
      await settingsPage.evaluate(
        // What "Site access: On click" does there.
        (extensionId) =>
          chrome.developerPrivate.updateExtensionConfiguration({ extensionId, hostAccess: 'ON_CLICK' }),
        extension.id,
      );
      await settingsPage.close();
    },
    stop: async () => {
      await browser.close().catch(() => {});
      if (!(await ended(child, 5000))) await kill(child);
    },
    kill: async () => {
      await kill(child);
      await browser.disconnect().catch(() => {});
    },
  };
}
