/** The current tab. */
import { DESCRIBE_PAGE } from '../describe.mjs';
import { until } from '../wait.mjs';
import { inputOn } from './input.mjs';

/**
 * @param {import('puppeteer-core').Browser} browser
 * @param {import('puppeteer-core').Page} firstPage
 * @param {number} timeout
 */
export function chromePage(browser, firstPage, timeout) {
  const stack = [firstPage];
  const current = () => stack.at(-1);

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

    screenshot: async (file) => {
      await current().screenshot({ path: file });
    },
  };
}
