/** What a page costs in Chrome, by Chrome's own count of its main thread. */
import { setTimeout as sleep } from 'node:timers/promises';
import puppeteer from 'puppeteer-core';

/** A content script may wait for the page to come to rest: what it does until then counts. */
const REST = 2000;

/**
 * @param {string} address for the DevTools protocol
 * @returns {Promise<import('./pages.mjs').Meter>}
 */
export async function openChrome(address) {
  const browser = await puppeteer.connect({ browserWSEndpoint: address, defaultViewport: null });

  return {
    /** In a tab of its own, whose counters begin at nothing. */
    costOf: async (url) => {
      const page = await browser.newPage();
      try {
        const session = await page.createCDPSession();
        await session.send('Performance.enable');
        const counted = async () => {
          const { metrics } = await session.send('Performance.getMetrics');
          return (wanted) => 1000 * (metrics.find(({ name }) => name === wanted)?.value ?? 0);
        };
        await page.goto(url, { waitUntil: 'load' });
        await sleep(REST);
        let before = (_) => 0;
        if (await page.evaluate(() => 'burst' in window)) {
          before = await counted();
          await page.evaluate(() => window.burst());
          await sleep(REST);
        }
        const after = await counted();
        const ms = (wanted) => after(wanted) - before(wanted);
        await session.send('HeapProfiler.collectGarbage');
        const { usedSize } = await session.send('Runtime.getHeapUsage');
        const load = await page.evaluate(() => performance.getEntriesByType('navigation')[0].duration);
        return { load, script: ms('ScriptDuration'), task: ms('TaskDuration'), heap: usedSize };
      } finally {
        await page.close();
      }
    },
    close: () => browser.disconnect(),
  };
}
