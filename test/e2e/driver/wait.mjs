/** Waiting with an end: every wait says what it waited for, and what was on the screen instead. */

export const DEFAULT_TIMEOUT = 15_000;
const POLL = 50;

/** @param {number} milliseconds */
export const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * @typedef {object} WaitOptions
 * @property {number} [timeout] milliseconds
 * @property {() => Promise<string> | string} [describe] what the screen shows, for the error
 */

/** @param {WaitOptions['describe']} describe */
async function seen(describe) {
  if (!describe) return '';
  // The description may hang for the same reason as the wait did.
  const text = await Promise.race([Promise.resolve().then(describe), sleep(2000)]).catch(() => null);
  return ` Seen: ${text ?? 'nothing, it did not answer'}.`;
}

/**
 * Asks `probe` until it gives something other than null, undefined or false. What it throws counts as "not yet".
 *
 * @template T
 * @param {string} what finishes the sentence "waited for …"
 * @param {() => Promise<T> | T} probe
 * @param {WaitOptions} [options]
 * @returns {Promise<NonNullable<T>>}
 */
export async function until(what, probe, { timeout = DEFAULT_TIMEOUT, describe } = {}) {
  const end = Date.now() + timeout;
  let last = '';
  for (;;) {
    try {
      const value = await limit(what, probe(), Math.max(end - Date.now(), 1000));
      if (value !== null && value !== undefined && value !== false) return value;
      last = '';
    } catch (error) {
      if (error instanceof Fatal) throw error;
      last = ` Last error: ${error instanceof Error ? error.message : error}.`;
    }
    if (Date.now() >= end) throw new Error(`Waited ${timeout} ms for ${what}.${await seen(describe)}${last}`);
    await sleep(POLL);
  }
}

/** Thrown by a probe to end the wait at once: what is awaited cannot come any more. */
export class Fatal extends Error {}

/**
 * @template T
 * @param {string} what
 * @param {Promise<T> | T} promise
 * @param {number} timeout
 * @param {WaitOptions['describe']} [describe]
 * @returns {Promise<T>}
 */
export async function limit(what, promise, timeout, describe) {
  let timer;
  const late = Symbol('late');
  const end = new Promise((resolve) => {
    timer = setTimeout(resolve, timeout, late);
  });
  try {
    const value = await Promise.race([promise, end]);
    if (value === late) throw new Error(`Waited ${timeout} ms for ${what}.${await seen(describe)}`);
    return value;
  } finally {
    clearTimeout(timer);
  }
}
