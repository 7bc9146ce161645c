/** From the start of the navigation to the frame in which the first code stands on the screen. */
import { setTimeout as sleep } from 'node:timers/promises';

const ROW = '[data-account]';
const SETTLE = 300;
const LIMIT = 30_000;

/**
 * Runs in the page: when the first largest-contentful-paint was presented whose element stands in a row. The row must
 * have been there, and on the screen, for the browser to name it.
 */
function paintOf(row) {
  return new Promise((resolve) => {
    const observer = new PerformanceObserver((list) => {
      const paint = list.getEntries().find(({ element }) => element?.closest(row));
      if (!paint) return;
      observer.disconnect();
      resolve(paint.startTime);
    });
    observer.observe({ type: 'largest-contentful-paint', buffered: true });
  });
}

/**
 * @param {import('./pair.mjs').Side} side
 * @param {'alive' | 'killed'} worker how the background stands when the page is opened
 * @returns {Promise<number>} ms
 */
export async function firstCode({ driver, popup }, worker) {
  await driver.goto('about:blank');
  if (worker === 'killed') await driver.killWorker();
  else await driver.workerEval('true');
  await sleep(SETTLE);
  await driver.goto(popup);
  await driver.page.waitFor(ROW, { timeout: LIMIT });
  const at = await driver.page.eval(paintOf, { args: [ROW], timeout: LIMIT });
  // A page that stays would go on working while the other browser is measured.
  await driver.goto('about:blank');
  return at;
}
