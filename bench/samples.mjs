/** Samples of a measure and of its baseline, taken in turn so that both meet the same noise. */
import { result } from './results.mjs';

/** @param {number[]} values */
export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * A B A B …; the first of each warms up and counts for nothing.
 *
 * @template T
 * @param {number} runs
 * @param {() => Promise<T>} measure
 * @param {() => Promise<T>} baseline
 * @returns {Promise<{ measured: T[], compared: T[] }>}
 */
export async function interleaved(runs, measure, baseline) {
  const measured = [];
  const compared = [];
  for (let run = 0; run <= runs; run++) {
    measured.push(await measure());
    compared.push(await baseline());
  }
  return { measured: measured.slice(1), compared: compared.slice(1) };
}

/**
 * The medians of interleaved times, as one result.
 *
 * @param {{ name: string, browser: string }} what
 * @param {number} runs
 * @param {() => Promise<number>} measure ms
 * @param {() => Promise<number>} baseline ms
 */
export async function timed({ name, browser }, runs, measure, baseline) {
  const { measured, compared } = await interleaved(runs, measure, baseline);
  return result({ name, browser, unit: 'ms', value: median(measured), baseline: median(compared) });
}
