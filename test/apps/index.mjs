/** Real applications, from enrolment to signed in, in real browsers. See `npm run test:apps`. */
import { execFile } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { findBrowser } from '../../scripts/browsers.mjs';
import { launch } from '../e2e/driver/index.mjs';
import { usersOf } from './notes.mjs';
import { prepare, start } from './prepare.mjs';
import { signIn } from './sign-in.mjs';

const PIN = '493817';
const ENROL_PATIENCE = 300_000;

/** Turns two-step verification on in the application's own pages. @param {string} folder */
async function enrol(folder) {
  const notes = path.join(folder, 'notes.jsonl');
  rmSync(notes, { force: true });
  const env = { ...process.env, CHROMIUM: findBrowser('chrome') ?? '', ENROLMENT_NOTES: notes };
  const script = path.join(folder, 'enroll.mjs');
  const options = { cwd: folder, env, timeout: ENROL_PATIENCE, maxBuffer: 2 ** 26 };
  const { stdout } = await promisify(execFile)(process.execPath, [script], options);
  const picture = path.join(folder, 'enrol-qr.png');
  return usersOf(notes, stdout, existsSync(picture) ? picture : null);
}

/**
 * @param {object} options
 * @param {string} options.app its folder, with `up.sh` and `enroll.mjs`
 * @param {string} options.work where it is installed
 * @param {('chrome' | 'firefox')[]} options.browsers
 * @param {string} [options.build] with a folder for each browser
 * @param {(result: import('./sign-in.mjs').Result) => void} [options.tell] at each result
 */
export async function appRun({ app, work, browsers, build, tell = () => {} }) {
  const folder = prepare(app, work);
  const server = await start(folder);
  const results = [];
  try {
    const users = await enrol(folder);
    for (const browser of browsers) {
      for (const user of users) {
        const driver = await launch({ browser, ...(build && { build: path.join(build, browser) }) });
        try {
          await driver.createVault(PIN);
          const result = await signIn(driver, user);
          tell(result);
          results.push(result);
        } finally {
          await driver.close();
        }
      }
    }
  } finally {
    server.stop();
  }
  return results;
}
