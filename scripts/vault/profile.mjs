/** Finds our extension in a profile by what it has stored; its identity differs between stores and installations. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { chromiumDatabases } from './chromium-idb.mjs';
import { databaseName, firefoxDatabase } from './firefox-idb.mjs';
import { readLevelDb } from './leveldb.mjs';
import { inFile, Unreadable } from './unreadable.mjs';

/** @typedef {import('./types.mjs').RawProfile} RawProfile */

const IDB_FOLDER = /^chrome-extension_([a-p]{32})_0\.indexeddb\.leveldb$/;
const ORIGIN = /^moz-extension\+\+\+([0-9a-f-]{36})(\^.*)?$/;
const LOCAL_ORIGIN = '^userContextId=4294967295';
const LOCAL_DATABASE = 'webExtensions-storage-local';
const LOCAL_STORE = 'storage-local-data';

/** @param {string} name */
export const isVaultName = (name) => /^tweestap(-[0-9]+)?$/.test(name);

/** Its `n`: the vault is in the highest that has a meta. @param {string} name */
export const vaultNumber = (name) => Number(/-([0-9]+)$/.exec(name)?.[1] ?? 0);

/** @param {string} folder */
const inFolder = (folder) => (existsSync(folder) ? readdirSync(folder) : []);

/** @template T @param {string[]} problems @param {T} without @param {() => T} read @returns {T} */
function tolerant(problems, without, read) {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    problems.push(error.message);
    return without;
  }
}

/** storage.local of Chromium: JSON under plain keys. @param {string} folder */
function chromiumLocal(folder) {
  /** @type {Map<string, unknown>} */
  const local = new Map();
  if (!existsSync(folder)) return local;
  for (const [key, value] of readLevelDb(folder)) {
    inFile(folder, () => {
      try {
        local.set(Buffer.from(key, 'latin1').toString('utf8'), JSON.parse(value.toString('utf8')));
      } catch {
        throw new Unreadable('A value is no JSON.');
      }
    });
  }
  return local;
}

/** @param {string} profile @returns {RawProfile[]} */
function chromiumExtensions(profile) {
  const databases = path.join(profile, 'IndexedDB');
  const settings = path.join(profile, 'Local Extension Settings');
  const ids = new Set([
    ...inFolder(databases).flatMap((name) => IDB_FOLDER.exec(name)?.[1] ?? []),
    ...inFolder(settings).filter((name) => /^[a-p]{32}$/.test(name)),
  ]);
  return [...ids].map((extension) => {
    /** @type {string[]} */
    const problems = [];
    const folder = path.join(databases, `chrome-extension_${extension}_0.indexeddb.leveldb`);
    return {
      browser: 'chromium',
      extension,
      databases: existsSync(folder)
        ? tolerant(problems, [], () => inFile(folder, () => chromiumDatabases(folder, isVaultName)))
        : [],
      local: tolerant(problems, new Map(), () => chromiumLocal(path.join(settings, extension))),
      problems,
    };
  });
}

/** @param {string} profile @returns {RawProfile[]} */
function firefoxExtensions(profile) {
  const origins = path.join(profile, 'storage', 'default');
  /** @type {Map<string, RawProfile>} */
  const extensions = new Map();
  for (const origin of inFolder(origins)) {
    const [, extension = '', attributes = ''] = ORIGIN.exec(origin) ?? [];
    if (!extension || !['', LOCAL_ORIGIN].includes(attributes)) continue;
    /** @type {RawProfile} */
    const found = extensions.get(extension) ?? {
      browser: 'firefox',
      extension,
      databases: [],
      local: new Map(),
      problems: [],
    };
    extensions.set(extension, found);
    for (const name of inFolder(path.join(origins, origin, 'idb')).filter((each) =>
      each.endsWith('.sqlite'),
    )) {
      const file = path.join(origins, origin, 'idb', name);
      tolerant(found.problems, undefined, () => {
        const database = databaseName(file);
        if (attributes === '' && isVaultName(database)) found.databases.push(firefoxDatabase(file));
        if (attributes === LOCAL_ORIGIN && database === LOCAL_DATABASE)
          found.local = firefoxDatabase(file).stores.get(LOCAL_STORE) ?? new Map();
      });
    }
  }
  return [...extensions.values()];
}

/** @param {RawProfile} extension */
const isOurs = ({ databases, local }) => databases.length > 0 || local.has('sentinel') || local.has('mirror');

/**
 * What our extension has stored in this profile. Throws when there is nothing of it, and says what could not be read.
 *
 * @param {string} profile a profile, or the folder of a Chromium whose profile is `Default`
 * @param {string} [wanted] the extension's identity, where there are several
 * @returns {RawProfile}
 */
export function readProfile(profile, wanted) {
  if (!existsSync(profile) || !statSync(profile).isDirectory())
    throw new Unreadable(`${profile} is no folder.`);
  const folders = [profile, path.join(profile, 'Default')];
  const all = [...folders.flatMap(chromiumExtensions), ...firefoxExtensions(profile)];
  const ours = all.filter((each) => isOurs(each) && (wanted === undefined || each.extension === wanted));
  if (ours.length > 1) {
    const ids = ours.map(({ extension }) => extension).join(', ');
    throw new Unreadable(`${profile} holds several vaults; choose one with --extension: ${ids}.`);
  }
  const [found] = ours;
  if (found) return found;
  const unread = all.flatMap(({ problems }) => problems);
  throw new Unreadable([`There is no vault of Tweestap in ${profile}.`, ...unread].join('\n'));
}
