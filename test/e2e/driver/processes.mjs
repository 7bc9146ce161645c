/** Browser processes and temporary profiles: none may outlive us. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sleep } from './wait.mjs';

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();
/** @type {Set<string>} */
const profiles = new Set();
const SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };
let watching = false;

function atExit() {
  for (const child of running) killGroup(child);
  for (const folder of profiles) removeProfile(folder);
}

function watchExit() {
  if (watching) return;
  watching = true;
  process.on('exit', atExit);
  // A signal ends Node without an 'exit' event, unless somebody turns it into one.
  for (const [signal, code] of Object.entries(SIGNALS)) process.once(signal, () => process.exit(code));
}

/** @param {import('node:child_process').ChildProcess} child started with `detached`, so that it leads a process group */
export function own(child) {
  watchExit();
  running.add(child);
  child.once('exit', () => running.delete(child));
}

/** Every process below `pid`. A child may have left the group (Chrome's crash handler does); Linux only. */
function descendants(pid) {
  if (process.platform !== 'linux') return [];
  /** @type {Map<number, number[]>} */
  const children = new Map();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      // "pid (name) state ppid": the name may hold spaces and brackets.
      const parent = Number(readFileSync(`/proc/${name}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[1]);
      children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
    } catch {
      // It ended while we looked.
    }
  }
  const below = (parent) => (children.get(parent) ?? []).flatMap((child) => [child, ...below(child)]);
  return below(pid);
}

/** @param {import('node:child_process').ChildProcess} child */
function killGroup(child) {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const targets = process.platform === 'win32' ? [child.pid] : [-child.pid, ...descendants(child.pid)];
  for (const target of targets) {
    try {
      process.kill(target, 'SIGKILL');
    } catch {
      // Already gone.
    }
  }
}

/**
 * SIGKILL for the browser and all its processes; resolves when the browser is gone.
 *
 * @param {import('node:child_process').ChildProcess} child
 */
export async function kill(child) {
  killGroup(child);
  await ended(child, 5000);
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {number} timeout
 * @returns {Promise<boolean>} whether it ended in time
 */
export async function ended(child, timeout) {
  const end = Date.now() + timeout;
  while (child.exitCode === null && child.signalCode === null) {
    if (Date.now() > end) return false;
    await sleep(20);
  }
  return true;
}

/** A new folder, removed when the driver closes or Node exits. */
export function temporaryProfile(prefix) {
  watchExit();
  const folder = mkdtempSync(path.join(tmpdir(), prefix));
  profiles.add(folder);
  return folder;
}

/** Removes a profile made by `temporaryProfile`; leaves every other folder alone. */
export function removeProfile(folder) {
  if (!profiles.delete(folder)) return;
  // A dying browser may still write for a moment.
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}
