/** An application's folder, copied to where it can run, with what it needs. */
import { execFileSync, spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { sleep } from '../e2e/driver/wait.mjs';

const TEXT = /\.(mjs|js|cjs|json|sh|psgi|ya?ml|toml|conf|env|py|rb|php|pl)$/;
const INSTALL_PATIENCE = 600_000;
const START_PATIENCE = 180_000;

/** The scripts write `/APPS` for the folder that holds them. @param {string} folder @param {string} apps */
function fillIn(folder, apps) {
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const file = path.join(folder, entry);
    if (file.includes('node_modules') || !TEXT.test(file) || !statSync(file).isFile()) continue;
    const text = readFileSync(file, 'utf8');
    if (text.includes('/APPS')) writeFileSync(file, text.replaceAll('/APPS', apps));
  }
}

/** What `up.sh` says in its comments is to be installed. @param {string} folder */
function install(folder) {
  const said = existsSync(path.join(folder, 'up.sh')) ? readFileSync(path.join(folder, 'up.sh'), 'utf8') : '';
  const comments = said
    .split('\n')
    .filter((line) => line.startsWith('#'))
    .join('\n');
  const options = /** @type {const} */ ({ cwd: folder, stdio: 'pipe', timeout: INSTALL_PATIENCE });
  const [, packages] = /apt-get install ([^\n;(]+)/.exec(comments) ?? [];
  if (packages && process.getuid?.() === 0) {
    const names = packages.split(/\s+/).filter((word) => word && !word.startsWith('-'));
    execFileSync('apt-get', ['install', '-y', ...names], options);
  }
  const [, modules] = /npm i(?:nstall)? ([^\n;(]+)/.exec(comments) ?? [];
  const manifest = path.join(folder, 'package.json');
  const words = existsSync(manifest) ? [] : (modules?.trim().split(/\s+/) ?? []);
  if (words.length === 0 && !existsSync(manifest)) return;
  if (!existsSync(manifest)) writeFileSync(manifest, '{ "private": true }\n');
  execFileSync('npm', ['install', '--no-audit', '--no-fund', ...words], options);
}

/** What was installed stays, all else is as it came. @param {string} from @param {string} to */
function bring(from, to) {
  const kept = (/** @type {string} */ name) => /^(node_modules|package(-lock)?\.json)$/.test(name);
  const before = existsSync(to) ? readdirSync(to) : [];
  for (const name of before) if (!kept(name)) rmSync(path.join(to, name), { recursive: true, force: true });
  cpSync(from, to, { recursive: true, filter: (file) => !kept(path.basename(file)) || before.length === 0 });
  // It may have come from where nothing can be written.
  execFileSync('chmod', ['-R', 'u+w', to]);
}

/**
 * Copies the application and the tools beside it, and installs both. What an earlier run left in it goes, but what was
 * installed.
 *
 * @param {string} source folder of the application
 * @param {string} apps where to
 */
export function prepare(source, apps) {
  const folder = path.join(apps, path.basename(source));
  const tools = path.join(apps, 'tools');
  bring(path.resolve(source, '../tools'), tools);
  bring(source, folder);
  fillIn(tools, apps);
  fillIn(folder, apps);
  renameSync(path.join(tools, 'lib.mjs'), path.join(tools, 'own-lib.mjs'));
  cpSync(path.join(import.meta.dirname, 'watched-lib.mjs'), path.join(tools, 'lib.mjs'));
  for (const each of [tools, folder]) if (!existsSync(path.join(each, 'node_modules'))) install(each);
  return folder;
}

/** Starts it and waits until it answers. @param {string} folder */
export async function start(folder) {
  const script = readFileSync(path.join(folder, 'enroll.mjs'), 'utf8');
  const [address] = /https?:\/\/(127\.0\.0\.1|localhost)(:\d+)?/.exec(script) ?? [];
  if (!address) throw new Error('enroll.mjs names no address on loopback.');
  const server = spawn('bash', [path.join(folder, 'up.sh')], {
    cwd: folder,
    detached: true,
    stdio: 'ignore',
  });
  let ended = false;
  server.once('exit', () => {
    ended = true;
  });
  const stop = () => {
    if (server.pid && !ended) process.kill(-server.pid, 'SIGKILL');
  };
  for (const end = Date.now() + START_PATIENCE; Date.now() < end && !ended; await sleep(500)) {
    const answers = await fetch(address, { redirect: 'manual' }).then(
      () => true,
      () => false,
    );
    if (answers) return { address, stop };
  }
  stop();
  throw new Error(`The application did not come up at ${address}; ${folder} may hold its log.`);
}
