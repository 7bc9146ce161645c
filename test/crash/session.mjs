/** One browser on one profile, with a page of ours to speak from. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { launch } from '../e2e/driver/index.mjs';
import { bridgeTo } from './bridge.mjs';

/** @typedef {Awaited<ReturnType<typeof openBrowser>>} Session */

/** @param {'chrome' | 'firefox'} browser @param {string} [build] */
export async function openBrowser(browser, build) {
  const profile = mkdtempSync(path.join(tmpdir(), `tweestap-crash-${browser}-`));
  const start = () => launch({ browser, profile, ...(build && { build }) });
  let driver = await start();
  const { base } = driver;
  const bridge = bridgeTo(() => driver);
  await bridge.open();

  return {
    browser,
    profile,
    base,
    bridge,
    get driver() {
      return driver;
    },
    /** With the browser closed, as a user closes it or by a kill, and then open again. @param {boolean} kill @param {() => void} [work] */
    reopen: async (kill, work) => {
      if (kill) await driver.killBrowser();
      await driver.close();
      work?.();
      driver = await start();
      await bridge.open();
    },
    end: async () => {
      await driver.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}
