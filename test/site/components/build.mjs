/** Installs and builds components where that is missing, or older than what it is made of. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { components, SAMPLE } from './list.mjs';
import { builtNames, MANIFEST } from './manifest.mjs';

const ROOT = import.meta.dirname;
const PACKAGES = path.join(ROOT, 'node_modules');
const INSTALLED = path.join(PACKAGES, '.package-lock.json');
const LOCK = path.join(ROOT, 'package-lock.json');

/** @param {string} file */
const changed = (file) => statSync(file).mtimeMs;

/** @param {boolean} all not only what the sample needs */
function install(all) {
  const { dependencies, devDependencies } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
  const wanted = Object.keys({ ...dependencies, ...(all && devDependencies) });
  const isThere = wanted.every((name) => existsSync(path.join(PACKAGES, name)));
  if (isThere && changed(INSTALLED) >= changed(LOCK)) return;
  // No package's own script has to run here.
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', ...(all ? [] : ['--omit=dev'])];
  execFileSync('npm', args, { cwd: ROOT, stdio: 'inherit', shell: process.platform === 'win32' });
}

/** A removed file changed its folder. @returns {string[]} */
function sources() {
  const folders = ['src', 'shared'].map((folder) => path.join(ROOT, folder));
  const inFolders = folders.flatMap((folder) => readdirSync(folder).map((file) => path.join(folder, file)));
  const settings = ['build-config.mjs', 'package.json', 'tsconfig.json'].map((file) => path.join(ROOT, file));
  return [...folders, ...inFolders, ...settings, LOCK];
}

/** @param {string[]} names */
function isFresh(names) {
  const built = builtNames();
  return (
    names.every((name) => built.includes(name)) &&
    sources().every((file) => changed(file) <= changed(MANIFEST))
  );
}

/** These components are built when this resolves. @param {string[]} [names] all of them */
export async function buildComponents(names = components.map(({ name }) => name)) {
  if (isFresh(names)) return;
  const isSample = names.every((name) => SAMPLE.includes(name));
  install(!isSample);
  // Only here: neither is there before.
  const [{ build }, { configFor }] = await Promise.all([import('vite'), import('./build-config.mjs')]);
  await build(configFor(names));
}
