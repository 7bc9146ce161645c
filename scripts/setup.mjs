/** Sets up what is missing. Runs on bare Node: it may import nothing from npm. */
import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBrowser } from './browsers.mjs';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** The packages of package-lock.json, installed unless they are there and no older than it. */
function ensurePackages() {
  const installed = path.join(root, 'node_modules', '.package-lock.json');
  const lock = path.join(root, 'package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  console.log('Installing the npm packages …');
  npm('ci', '--no-audit', '--no-fund');
}

/**
 * Runs npm in the repository; throws when it fails.
 *
 * @param {...string} args
 */
export function npm(...args) {
  execFileSync('npm', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
}

/**
 * Packages and browsers, in place when this resolves. Throws an Error whose message says what to install and how.
 *
 * @param {('chrome' | 'firefox')[]} browsers
 */
export async function setUp(browsers) {
  ensurePackages();
  for (const browser of browsers) await ensureBrowser(browser);
}
