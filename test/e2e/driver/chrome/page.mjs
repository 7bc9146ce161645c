/** The current tab. */
import { DESCRIBE_PAGE } from '../describe.mjs';
import { sleep, until } from '../wait.mjs';
import { inputOn } from './input.mjs';

/** More than any page takes. */
const PRESS_PATIENCE = 5000;

/**
 * @param {import('puppeteer-core').Browser} browser
 * @param {import('puppeteer-core').Page} firstPage
 * @param {number} timeout
 */
export function chromePage(browser, firstPage, timeout) {
  const stack = [firstPage];
  const current = () => stack.at(-1);
  /** What is turned on in a session ends with it, so each tab keeps one. */
  const sessions = new WeakMap();

  return {
    ...inputOn(async () => current()),
    current,
    describe: async () => `page ${await current().evaluate(DESCRIBE_PAGE)}`,
    url: async () => current().url(),

    goto: async (url) => {
      await current().goto(url, { waitUntil: 'load', timeout });
    },

    newTab: async () => {
      const page = await browser.newPage();
      stack.push(page);
      await page.bringToFront();
    },

    /** Makes a tab that somebody else opened the current one. */
    follow: async (urlStart, limit) => {
      const page = await until(
        `a tab at ${urlStart}`,
        async () =>
          (await browser.pages()).find((page) => !stack.includes(page) && page.url().startsWith(urlStart)),
        { timeout: limit },
      );
      stack.push(page);
      await page.bringToFront();
    },

    closeTab: async () => {
      if (stack.length < 2) throw new Error('The last tab stays open.');
      await stack.pop().close();
      await current().bringToFront();
    },

    pointer: {
      move: (x, y) => current().mouse.move(x, y, { steps: 4 }),
      // Sent at once: a busy page must not come between them.
      // A frame that goes under the mouse never says that it got it.
      press: () =>
        Promise.race([Promise.all([current().mouse.down(), current().mouse.up()]), sleep(PRESS_PATIENCE)]),
      down: () => current().mouse.down(),
      up: () => current().mouse.up(),
    },
    keyDown: (key) => current().keyboard.down(key),
    keyUp: (key) => current().keyboard.up(key),

    devtools: async (method, parameters) => {
      const page = current();
      if (!sessions.has(page)) sessions.set(page, await page.createCDPSession());
      return sessions.get(page).send(method, parameters);
    },

    screenshot: async (file) => {
      await current().screenshot({ path: file });
    },
  };
}
