/** Harm to the files of a closed browser. */
import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';

/** Where each store of our origin lies. @param {'chrome' | 'firefox'} browser @param {string} profile @param {string} base */
function foldersOf(browser, profile, base) {
  const { host } = new URL(base);
  if (browser === 'firefox') {
    const storage = path.join(profile, 'storage', 'default');
    return {
      indexedDB: [path.join(storage, `moz-extension+++${host}`)],
      local: [path.join(storage, `moz-extension+++${host}^userContextId=4294967295`)],
    };
  }
  const inProfile = (...parts) => path.join(profile, 'Default', ...parts);
  return {
    indexedDB: ['leveldb', 'blob'].map((end) =>
      inProfile('IndexedDB', `chrome-extension_${host}_0.indexeddb.${end}`),
    ),
    local: [inProfile('Local Extension Settings', host)],
  };
}

const NO_CONTENT = /^(LOCK|LOG|LOG\.old)$|metadata/;

/** @param {string} folder @returns {string[]} */
function filesIn(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !NO_CONTENT.test(entry.name))
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
    .filter((file) => statSync(file).size > 0)
    .sort();
}

/** "000012.ldb" → ".ldb"; one name for all databases of Firefox. */
const kindOf = (file) =>
  path
    .basename(file)
    .replace(/^.*(\.\w+|\.sqlite-wal)$/, '$1')
    .replace(/-\d+$/, '');

/** @type {Record<string, (file: string, random: import('./random.mjs').Random) => void>} */
const ACTIONS = {
  cut: (file, random) => truncateSync(file, random.below(statSync(file).size)),
  scrambled: (file, random) => {
    const { size } = statSync(file);
    const at = random.chance(0.5) ? 0 : random.below(size);
    const handle = openSync(file, 'r+');
    writeSync(handle, random.bytes(Math.min(size - at, 1 + random.below(8192))), 0, undefined, at);
    closeSync(handle);
  },
  deleted: (file) => rmSync(file),
};

/**
 * Harms one store, or both; says what was done.
 *
 * @param {'chrome' | 'firefox'} browser
 * @param {string} profile
 * @param {string} base
 * @param {import('./random.mjs').Random} random
 * @param {('indexedDB' | 'local')[]} stores
 */
export function harm(browser, profile, base, random, stores) {
  const folders = foldersOf(browser, profile, base);
  const one = (store) => {
    const files = folders[store].flatMap(filesIn);
    if (random.chance(0.25)) {
      for (const folder of folders[store]) rmSync(folder, { recursive: true, force: true });
      return `${store} deleted`;
    }
    if (files.length === 0) return null;
    const file = random.pick(files);
    const [name, act] = random.pick(Object.entries(ACTIONS));
    act(file, random);
    return `${store} ${kindOf(file)} ${name}`;
  };
  return stores.map(one).filter((each) => each !== null);
}
