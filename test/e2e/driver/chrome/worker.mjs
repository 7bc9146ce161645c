/** The extension's service worker. */
import { until } from '../wait.mjs';

/**
 * @param {import('puppeteer-core').Browser} browser
 * @param {string} base
 * @param {() => import('puppeteer-core').Page} currentPage
 * @param {number} timeout
 */
export function chromeWorker(browser, base, currentPage, timeout) {
  const find = () =>
    browser.targets().find((target) => target.type() === 'service_worker' && target.url().startsWith(base));

  async function wake() {
    if (find()) return;
    const session = await currentPage().createCDPSession();
    try {
      await session.send('ServiceWorker.enable');
      await session.send('ServiceWorker.startWorker', { scopeURL: base });
      await until('the service worker to start', find, { timeout });
    } finally {
      await session.detach().catch(() => {});
    }
  }

  return {
    isRunning: async () => find() !== undefined,

    evaluate: async (expression) => {
      await wake();
      const worker = await find().worker();
      return worker.evaluate(expression);
    },

    kill: async () => {
      const target = find();
      if (!target) return;
      const worker = await target.worker();
      await worker.close();
      await until('the service worker to end', () => find() !== target, { timeout });
    },
  };
}
