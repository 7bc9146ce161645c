/** Kills and harm: `npm run test:crash -- --browser chrome --kills 200 --seed 1`. */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { crashRun } from '../test/crash/index.mjs';

const { values } = parseArgs({
  options: {
    browser: { type: 'string' },
    kills: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
    build: { type: 'string' },
    harm: { type: 'string', default: '0.15' },
    quiet: { type: 'boolean', default: false },
  },
});
const { browser, build } = values;
const kills = Number(values.kills);
const seed = Number(values.seed);
const harmChance = Number(values.harm);
if (
  (browser !== 'chrome' && browser !== 'firefox') ||
  !(kills > 0) ||
  !Number.isSafeInteger(seed) ||
  !(harmChance >= 0 && harmChance < 1)
) {
  console.error(
    'Usage: npm run test:crash -- --browser chrome|firefox [--kills 20] [--seed 1] [--harm 0.15] [--build DIR] [--quiet]',
  );
  process.exit(2);
}
const { violations, text } = await crashRun({
  browser,
  kills,
  seed,
  harmChance,
  log: (line) => values.quiet || console.log(line),
  ...(build && { build: path.resolve(build) }),
});
console.log(text);
process.exitCode = violations.length === 0 ? 0 : 1;
