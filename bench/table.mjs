/** Results as lines of text. */
const HEAD = ['measure', 'browser', 'value', 'baseline', 'unit', 'ratio'];
const NUMBERS = new Set(['value', 'baseline', 'ratio']);

/** @param {number} value @param {string} unit */
const shown = (value, unit) =>
  unit === 'bytes' ? value.toLocaleString('en') : value.toFixed(value < 10 ? 2 : 1);

/** @param {import('./results.mjs').Result[]} results */
export function table(results) {
  const rows = results.map(({ name, browser, value, unit, baseline, ratio }) => [
    name,
    browser,
    shown(value, unit),
    shown(baseline, unit),
    unit,
    ratio === null ? '–' : ratio.toFixed(2),
  ]);
  const widths = HEAD.map((head, at) => Math.max(head.length, ...rows.map((row) => row[at].length)));
  const line = (cells) =>
    cells
      .map((cell, at) => (NUMBERS.has(HEAD[at]) ? cell.padStart(widths[at]) : cell.padEnd(widths[at])))
      .join('  ')
      .trimEnd();
  return [line(HEAD), ...rows.map(line)].join('\n');
}
