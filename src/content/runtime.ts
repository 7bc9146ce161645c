import type { Runtime } from '../platform/browser.ts';

interface Native {
  browser?: { runtime?: Runtime.Static };
  chrome?: { runtime?: Runtime.Static };
}

/** The browser's own API, without the polyfill that every page would have to load; undefined in an orphan. */
export function runtime(): Runtime.Static | undefined {
  const { browser, chrome } = globalThis as Native;
  return browser?.runtime ?? chrome?.runtime;
}
