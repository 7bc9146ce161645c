/** Pages of tricks that want a code without a knowing click: `npm run test:attacks -- --only jank-cover --browser chrome`. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { attacksRun } from '../test/attacks/index.mjs';
import { attackPages, PAGES } from '../test/attacks/pages.mjs';

const { values } = parseArgs({
  options: {
    pages: { type: 'string' },
    browser: { type: 'string' },
    only: { type: 'string', multiple: true },
    build: { type: 'string' },
    json: { type: 'string' },
    quick: { type: 'boolean', default: false },
  },
});
const folder = values.pages ? path.resolve(values.pages) : PAGES;
const all = attackPages(folder).map(({ name }) => name);
const isWanted = (/** @type {string} */ name) =>
  values.only?.some((only) => name === only || (only.endsWith('*') && name.startsWith(only.slice(0, -1))));
const names = values.only ? all.filter(isWanted) : all;
const browsers = /** @type {const} */ (['chrome', 'firefox']).filter(
  (browser) => values.browser === undefined || values.browser === browser,
);
if (names.length === 0 || browsers.length === 0) {
  console.error(
    'Usage: npm run test:attacks -- [--pages DIR] [--browser chrome|firefox] [--only NAME|START*]… [--build DIR] [--quick] [--json FILE]',
  );
  console.error(`NAME is one of ${all.join(', ')}.`);
  process.exit(2);
}

const results = [];
const width = Math.max(...names.map((name) => name.length));
for (const browser of browsers) {
  const tell = (/** @type {import('../test/attacks/index.mjs').Result} */ result) => {
    const { page, offer, tries, presses, seen, fills, popup, error } = result;
    const words = [`offer ${offer ?? 'none'}`.padEnd(12), `presses ${presses}`.padEnd(11), `fills ${fills}`];
    words.push((popup ? 'popup' : '').padEnd(5), (seen ? 'in sight' : '').padEnd(8), error ?? 'held');
    if (tries > 1) words.push(`at try ${tries}`);
    console.log(`${browser.padEnd(7)}  ${page.padEnd(width)}  ${words.join('  ')}`);
  };
  const build = values.build && path.resolve(values.build, browser);
  results.push(
    ...(await attacksRun({
      browser,
      folder,
      names,
      controlEach: !values.quick,
      tell,
      ...(build && { build }),
    })),
  );
}
for (const browser of browsers) {
  const here = results.filter((result) => result.browser === browser);
  const failed = here.filter(({ error }) => error !== null);
  console.log(`${browser}: ${here.length - failed.length} of ${here.length} pages held`);
  for (const { page, error } of failed) console.log(`  ${page}: ${error}`);
}
if (values.json) writeFileSync(values.json, `${JSON.stringify(results, null, 2)}\n`);
process.exitCode = results.every(({ error }) => error === null) ? 0 : 1;
