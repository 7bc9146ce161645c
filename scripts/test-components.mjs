/** Code fields of component libraries: `npm run test:components -- --only vue-boxes --browser firefox`. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { componentsRun } from '../test/components/index.mjs';
import { buildComponents } from '../test/site/components/build.mjs';
import { components } from '../test/site/components/list.mjs';

const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true },
    browser: { type: 'string' },
    build: { type: 'string' },
    json: { type: 'string' },
    popup: { type: 'boolean', default: false },
  },
});
const names = components.map(({ name }) => name).filter((name) => values.only?.includes(name) ?? true);
const browsers = /** @type {const} */ (['chrome', 'firefox']).filter(
  (browser) => values.browser === undefined || values.browser === browser,
);
if (names.length === 0 || browsers.length === 0 || names.length < (values.only?.length ?? 0)) {
  console.error(
    'Usage: npm run test:components -- [--only NAME]… [--browser chrome|firefox] [--popup] [--build DIR] [--json FILE]',
  );
  console.error(`NAME is one of ${components.map(({ name }) => name).join(', ')}.`);
  process.exit(2);
}

await buildComponents();
const results = [];
const width = Math.max(...names.map((name) => name.length));
for (const browser of browsers) {
  const tell = (/** @type {import('../test/components/sign-in.mjs').Result} */ result) => {
    const { component, found, filled, accepted, tries, ms, error } = result;
    const words = [`found ${found ?? 'no'}`.padEnd(11), `filled ${filled ?? 'no'}`.padEnd(19)];
    words.push(accepted ? `accepted, ${ms} ms` : `FAILED after ${tries} tries: ${error}`);
    console.log(`${browser.padEnd(7)}  ${component.padEnd(width)}  ${words.join('  ')}`);
  };
  const build = values.build && path.resolve(values.build, browser);
  results.push(
    ...(await componentsRun({ browser, names, inPopup: values.popup, tell, ...(build && { build }) })),
  );
}
const failed = results.filter(({ accepted, error }) => !accepted || error !== null);
console.log(`${results.length - failed.length} of ${results.length} signed in`);
if (values.json) writeFileSync(values.json, `${JSON.stringify(results, null, 2)}\n`);
process.exitCode = failed.length === 0 ? 0 : 1;
