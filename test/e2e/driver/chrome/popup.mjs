/** The real toolbar popup. */
import { DESCRIBE_POPUP } from '../describe.mjs';
import { sleep, until } from '../wait.mjs';
import { inputOn } from './input.mjs';

/**
 * @param {object} chrome
 * @param {import('puppeteer-core').Browser} chrome.browser
 * @param {import('puppeteer-core').Extension} chrome.extension
 * @param {string} chrome.url of the popup
 * @param {() => import('puppeteer-core').Page} chrome.currentPage
 * @param {number} chrome.timeout
 */
export function chromePopup({ browser, extension, url, currentPage, timeout }) {
  // The same document opened in a tab is no popup: a tab has a target of its own above the page's.
  const isPopup = (target, tabs) => target.url().startsWith(url) && !tabs.includes(target);

  async function find() {
    const candidates = browser
      .targets()
      .filter((target) => target.type() === 'page' && target.url().startsWith(url));
    if (candidates.length === 0) return null;
    const tabs = (await browser.pages()).map((page) => page.target());
    const target = candidates.find((candidate) => isPopup(candidate, tabs));
    const page = await target?.asPage();
    return page && !page.isClosed() ? page : null;
  }

  async function page() {
    const popup = await find();
    if (!popup) throw new Error('The popup is not open.');
    return popup;
  }

  /** Input that makes the popup close itself has done its work, though its last event finds nobody. */
  const mayClose =
    (act) =>
    async (...parameters) => {
      await page();
      try {
        await act(...parameters);
      } catch (error) {
        await sleep(200);
        if (await find()) throw error;
      }
    };

  const input = inputOn(page);
  return {
    ...input,
    click: mayClose(input.click),
    keys: mayClose(input.keys),
    press: mayClose(input.press),

    isOpen: async () => (await find()) !== null,

    describe: async () => {
      const popup = await find();
      return popup ? `popup ${await popup.evaluate(DESCRIBE_POPUP)}` : 'popup closed';
    },

    open: async () => {
      const tab = currentPage();
      await tab.bringToFront();
      await tab.triggerExtensionAction(extension);
      await until('the popup to open', find, { timeout });
    },

    close: async () => {
      const popup = await find();
      await popup?.close().catch(() => {});
      await until('the popup to close', async () => !(await find()), { timeout });
    },

    screenshot: async (file) => {
      await (await page()).screenshot({ path: file });
    },
  };
}
