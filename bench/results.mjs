/**
 * @typedef {object} Result
 * @property {string} name
 * @property {string} browser
 * @property {number} value
 * @property {'ms' | 'bytes'} unit
 * @property {number} baseline
 * @property {number | null} ratio value ÷ baseline; null where the baseline is 0
 */

const round = (value) => Math.round(value * 100) / 100;

/** @param {Omit<Result, 'ratio'>} measured @returns {Result} */
export function result({ name, browser, unit, value, baseline }) {
  const ratio = baseline > 0 ? round(value / baseline) : null;
  return { name, browser, value: round(value), unit, baseline: round(baseline), ratio };
}
