/** What a web page pays for the extension: pages with it and without it. */
import { setTimeout as sleep } from 'node:timers/promises';
import { openChrome } from './chrome-costs.mjs';
import { result } from './results.mjs';
import { interleaved, median } from './samples.mjs';
import { servePages } from './serve-pages.mjs';

/** `code` has a code field, `bursts` adds 10,000 nodes beside one, `frames` has 50 frames. */
const KINDS = /** @type {const} */ (['empty', '2000', 'code', 'bursts', 'frames']);

/**
 * @typedef {{ load: number, script?: number, task?: number, heap?: number }} Cost ms; `heap` in bytes
 * @typedef {{ costOf(url: string): Promise<Cost>, close(): Promise<void> }} Meter
 */

/** @param {import('./pair.mjs').Side} side @returns {Meter} */
function loadOnly({ driver }) {
  return {
    costOf: async (url) => {
      await driver.goto('about:blank');
      await sleep(300);
      await driver.goto(url);
      return {
        load: await driver.page.eval(() => performance.getEntriesByType('navigation')[0].duration),
      };
    },
    close: async () => {},
  };
}

/** @param {import('./pair.mjs').Side} side @returns {Promise<Meter>} */
const meterOf = async (side) => (side.debugger ? openChrome(side.debugger) : loadOnly(side));

/** @type {import('./measure-all.mjs').Measure} */
export async function measurePages({ browser, product, baseline }, { runs, wantsSome }, add) {
  const site = await servePages();
  const [ours, without] = [await meterOf(product), await meterOf(baseline)];
  try {
    for (const kind of KINDS.filter((kind) => wantsSome(`page-${kind}`))) {
      const url = `${site.url}/${kind}`;
      const { measured, compared } = await interleaved(
        runs,
        () => ours.costOf(url),
        () => without.costOf(url),
      );
      for (const cost of /** @type {(keyof Cost)[]} */ (Object.keys(measured[0]))) {
        const of = (costs) => median(costs.map((each) => each[cost] ?? 0));
        const name = `page-${kind}-${cost}`;
        const unit = cost === 'heap' ? 'bytes' : 'ms';
        add(result({ name, browser, unit, value: of(measured), baseline: of(compared) }));
      }
    }
  } finally {
    await Promise.all([ours.close(), without.close(), site.close()]);
  }
}
