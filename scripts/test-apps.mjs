/** Real applications with a real second step: `npm run test:apps -- --app DIR --browser firefox`. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { appRun } from '../test/apps/index.mjs';

const { values } = parseArgs({
  options: {
    app: { type: 'string', multiple: true },
    browser: { type: 'string' },
    build: { type: 'string' },
    work: { type: 'string' },
  },
});
const NEXT_DOOR = path.resolve(import.meta.dirname, '../../shared/apps');
const isApp = (/** @type {string} */ folder) => existsSync(path.join(folder, 'enroll.mjs'));
/** A folder may be one application, or hold several. @param {string} folder */
const appsIn = (folder) =>
  isApp(folder)
    ? [folder]
    : readdirSync(folder)
        .map((name) => path.join(folder, name))
        .filter(isApp);
const given = values.app ?? (existsSync(NEXT_DOOR) ? [NEXT_DOOR] : []);
const apps = given.flatMap((folder) => (existsSync(folder) ? appsIn(path.resolve(folder)) : []));
const browsers = /** @type {const} */ (['chrome', 'firefox']).filter(
  (browser) => values.browser === undefined || values.browser === browser,
);
if (apps.length === 0 || browsers.length === 0) {
  console.error(
    'Usage: npm run test:apps -- --app DIR… [--browser chrome|firefox] [--build DIR] [--work DIR]\nDIR has up.sh and enroll.mjs, or holds folders that have them. See test/apps/README.md.',
  );
  process.exit(2);
}

if (values.work) mkdirSync(values.work, { recursive: true });
const work = values.work ? path.resolve(values.work) : mkdtempSync(path.join(tmpdir(), 'tweestap-apps-'));
const build = values.build && path.resolve(values.build);
let failed = 0;
let count = 0;
for (const app of apps) {
  const name = path.basename(app);
  const tell = (/** @type {import('../test/apps/sign-in.mjs').Result} */ result) => {
    const { browser, user, enrolled, found, filled, signedIn, error } = result;
    count += 1;
    if (!signedIn) failed += 1;
    const end = signedIn ? 'signed in' : `FAILED: ${error}`;
    console.log(
      `${name}  ${browser.padEnd(7)}  ${user}  enrolled by ${enrolled}  found ${found ?? 'no'}  ${filled ? 'filled' : 'not filled'}  ${end}`,
    );
  };
  try {
    await appRun({ app, work, browsers, tell, ...(build && { build }) });
  } catch (error) {
    count += 1;
    failed += 1;
    console.log(`${name}  FAILED: ${/** @type {Error} */ (error).message}`);
  }
}
console.log(`${count - failed} of ${count} signed in`);
process.exitCode = failed === 0 ? 0 : 1;
