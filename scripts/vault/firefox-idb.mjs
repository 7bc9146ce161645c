/** IndexedDB in Firefox: an SQLite file for each database (dom/indexedDB/ActorsParent.cpp, Key.cpp). */
import { mozillaValue } from './mozilla-value.mjs';
import { unsnappy } from './snappy.mjs';
import { openPages } from './sqlite-pages.mjs';
import { tableRows } from './sqlite-tables.mjs';
import { inFile, Unreadable } from './unreadable.mjs';

const TEXT_KEY = 0x30;

/** All keys of ours are ASCII, of which Firefox writes each character plus one. @param {Buffer} bytes */
function keyText(bytes) {
  if (bytes[0] !== TEXT_KEY) return null;
  const characters = [...bytes.subarray(1)];
  return characters.every((byte) => byte > 0 && byte < 0x80)
    ? String.fromCharCode(...characters.map((byte) => byte - 1))
    : null;
}

/** @param {string} file */
export function databaseName(file) {
  return inFile(file, () => {
    for (const { columns } of tableRows(openPages(file), 'database')) return String(columns[0]);
    throw new Unreadable('It holds no database.');
  });
}

/**
 * @param {string} file
 * @returns {import('./types.mjs').RawDatabase}
 */
export function firefoxDatabase(file) {
  const name = databaseName(file);
  return inFile(file, () => {
    const pages = openPages(file);
    /** @type {Map<number, string>} */
    const names = new Map();
    for (const { rowId, columns } of tableRows(pages, 'object_store')) names.set(rowId, String(columns[2]));
    /** @type {import('./types.mjs').Stores} */
    const stores = new Map([...names.values()].map((store) => [store, new Map()]));
    // object_store_id, key, index_data_values, file_ids, data: the table has no row identities.
    for (const { columns } of tableRows(pages, 'object_data')) {
      const [store, key, , , data] = columns;
      const text = Buffer.isBuffer(key) ? keyText(key) : null;
      if (text === null) throw new Unreadable('A key is not a text.');
      if (!Buffer.isBuffer(data))
        throw new Unreadable('A value was put into a file of its own, which is not read here.');
      stores.get(names.get(Number(store)) ?? '')?.set(text, mozillaValue(unsnappy(data)));
    }
    return { name, stores };
  });
}
