/** All measures in all browsers. One that fails does not take the others with it. */
import { measureBytes } from './bytes.mjs';
import { measurePages } from './pages.mjs';
import { closePair, launchPair } from './pair.mjs';
import { measurePinGuess } from './pin-guess.mjs';
import { measurePopup } from './popup.mjs';
import { measureUnlock } from './unlock.mjs';

/** The order matters: the popup's measure fills the vault. @type {[prefix: string, measure: Measure][]} */
const IN_A_BROWSER = [
  ['unlock', measureUnlock],
  ['pin-guess', measurePinGuess],
  ['popup', measurePopup],
  ['page', measurePages],
];

/**
 * @typedef {import('./results.mjs').Result} Result
 * @typedef {import('./options.mjs').Options} Options
 * @typedef {(pair: import('./pair.mjs').Pair, options: Options, add: (result: Result) => void) => Promise<void>} Measure
 */

/**
 * @param {Options} options
 * @param {(progress: string) => void} say
 * @returns {Promise<{ results: Result[], failures: string[] }>}
 */
export async function measureAll(options, say) {
  const results = [];
  const failures = [];
  /** @param {Result} result */
  const add = (result) => {
    if (options.wants(result.name)) results.push(result);
  };
  /** @param {string} what @param {() => Promise<unknown> | void} work */
  const attempt = async (what, work) => {
    say(`${what} …`);
    try {
      await work();
    } catch (error) {
      failures.push(`${what}: ${error instanceof Error ? error.message : error}`);
    }
  };
  for (const browser of options.browsers) {
    if (options.wantsSome('bytes')) await attempt(`bytes, ${browser}`, () => measureBytes(browser, add));
    const measures = IN_A_BROWSER.filter(([prefix]) => options.wantsSome(prefix));
    if (measures.length === 0) continue;
    await attempt(`browsers, ${browser}`, async () => {
      const pair = await launchPair(browser);
      try {
        for (const [prefix, measure] of measures)
          await attempt(`${prefix}, ${browser}`, () => measure(pair, options, add));
      } finally {
        await closePair(pair);
      }
    });
  }
  if (results.length === 0 && failures.length === 0) failures.push('There is no measure of that name.');
  return { results, failures };
}
