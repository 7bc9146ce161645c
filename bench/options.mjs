/** What the command line asks for. */
import { parseArgs } from 'node:util';

/**
 * @typedef {'chrome' | 'firefox'} BrowserName
 *
 * @typedef {object} Options
 * @property {string | undefined} json file for the results
 * @property {BrowserName[]} browsers
 * @property {number} runs samples of each measure and of its baseline
 * @property {(name: string) => boolean} wants whether the measure of this name is to be taken
 * @property {(prefix: string) => boolean} wantsSome whether any measure whose name begins so is to be taken
 */

/** @param {string[]} args @returns {Options} */
export function readOptions(args) {
  const { values } = parseArgs({
    args,
    options: {
      json: { type: 'string' },
      browser: { type: 'string' },
      only: { type: 'string', default: '' },
      runs: { type: 'string', default: '7' },
    },
  });
  const { json, browser, only } = values;
  if (browser !== undefined && browser !== 'chrome' && browser !== 'firefox')
    throw new Error('--browser takes chrome or firefox.');
  const runs = Number(values.runs);
  if (!Number.isInteger(runs) || runs < 1) throw new Error('--runs takes a whole number from 1 up.');
  return {
    json,
    browsers: browser ? [browser] : ['chrome', 'firefox'],
    runs,
    wants: (name) => name.startsWith(only),
    wantsSome: (prefix) => prefix.startsWith(only) || only.startsWith(prefix),
  };
}
