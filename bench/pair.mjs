/** Two browsers of one kind: one with the product, one with the baseline, which touches no web page. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../scripts/setup.mjs';
import { launch } from '../test/e2e/driver/index.mjs';
import { buildBaseline } from './baseline/build.mjs';

export const PIN = '483916';

/**
 * @typedef {object} Side
 * @property {import('../test/e2e/driver/index.mjs').Driver} driver
 * @property {string} popup address of its popup page
 * @property {string | null} debugger address for the DevTools protocol, Chrome only
 *
 * @typedef {{ browser: import('./options.mjs').BrowserName, product: Side, baseline: Side }} Pair
 */

/**
 * A debugging port beside the driver's own pipe: the driver knows nothing of processor time.
 * Chrome writes the port and the path that it chose into its profile.
 */
const DEBUGGER = ['--remote-debugging-pipe', '--remote-debugging-port=0'];

/** @param {string} profile */
function debuggerOf(profile) {
  const file = path.join(profile, 'DevToolsActivePort');
  if (!existsSync(file)) return null;
  const [port, where] = readFileSync(file, 'utf8').split('\n');
  return `ws://127.0.0.1:${port}${where}`;
}

/** @param {import('./options.mjs').BrowserName} browser @param {string} build @returns {Promise<Side>} */
async function launchSide(browser, build) {
  const driver = await launch({ browser, build, args: browser === 'chrome' ? DEBUGGER : [] });
  const { action } = JSON.parse(readFileSync(path.join(build, 'manifest.json'), 'utf8'));
  return {
    driver,
    popup: `${driver.base}${action.default_popup}`,
    debugger: debuggerOf(driver.profile),
  };
}

/** Both browsers, with a vault in the product. @param {import('./options.mjs').BrowserName} browser @returns {Promise<Pair>} */
export async function launchPair(browser) {
  const build = await buildBaseline(browser);
  const product = await launchSide(browser, path.join(root, 'dist', browser));
  try {
    await product.driver.createVault(PIN);
    return { browser, product, baseline: await launchSide(browser, build) };
  } catch (error) {
    await product.driver.close();
    throw error;
  }
}

/** @param {Pair} pair */
export async function closePair({ product, baseline }) {
  await Promise.all([product.driver.close(), baseline.driver.close()]);
}
