/** IndexedDB in Chromium: content/browser/indexed_db/docs/leveldb_coding_scheme.md of its source. */

import { undoUnfinished } from './chromium-undo.mjs';
import { Cursor } from './cursor.mjs';
import { readLevelDb } from './leveldb.mjs';
import { unsnappy } from './snappy.mjs';
import { Unreadable } from './unreadable.mjs';
import { v8Value } from './v8-value.mjs';

const DATABASE_NAME = 201;
const STORE_META = 50;
const STORE_NAME = 0;
const DATA_INDEX = 1;
const STRING_KEY = 1;

/** @param {Buffer} bytes */
const number = (bytes) => bytes.readUIntLE(0, Math.min(bytes.length, 6));

/** @param {Buffer} bytes */
const utf16be = (bytes) => Buffer.from(bytes).swap16().toString('utf16le');

/** Length in code units, then UTF-16BE. @param {Cursor} input */
const sizedText = (input) => utf16be(input.take(2 * input.varint()));

/** Lengths of three numbers in one byte, then the numbers. @param {Cursor} input */
function prefix(input) {
  const sizes = input.byte();
  return {
    database: number(input.take((sizes >>> 5) + 1)),
    store: number(input.take(((sizes >>> 2) & 7) + 1)),
    index: number(input.take((sizes & 3) + 1)),
  };
}

/** Chromium compresses a large value as a whole, or puts it into a file of its own. @param {Buffer} bytes */
function unwrapped(bytes) {
  if (bytes[0] !== 0xff || bytes[1] !== 0x11) return bytes;
  if (bytes[2] === 2) return unsnappy(bytes.subarray(3));
  if (bytes[2] === 1) throw new Unreadable('A value was put into a file of its own, which is not read here.');
  return bytes;
}

/** @typedef {{ name: string, stores: Map<number, string>, data: [store: number, key: string, value: Buffer][] }} Found */

/**
 * @param {Map<string, Buffer>} entries
 * @returns {Map<number, Found>}
 */
function databasesIn(entries) {
  /** @type {Map<number, Found>} */
  const databases = new Map();
  /** @type {[database: number, visit: (found: Found) => void][]} */
  const contents = [];
  for (const [text, value] of entries) {
    const input = new Cursor(Buffer.from(text, 'latin1'));
    const { database, store, index } = prefix(input);
    if (database === 0 && input.peek() === DATABASE_NAME) {
      input.byte();
      sizedText(input);
      databases.set(number(value), { name: sizedText(input), stores: new Map(), data: [] });
    } else if (database > 0 && store === 0 && index === 0 && input.peek() === STORE_META) {
      input.byte();
      const id = input.varint();
      if (input.byte() === STORE_NAME)
        contents.push([database, ({ stores }) => stores.set(id, utf16be(value))]);
    } else if (database > 0 && index === DATA_INDEX && input.peek() === STRING_KEY) {
      input.byte();
      const key = sizedText(input);
      contents.push([database, ({ data }) => data.push([store, key, value])]);
    }
  }
  for (const [database, visit] of contents) {
    const found = databases.get(database);
    if (found) visit(found);
  }
  return databases;
}

/**
 * The databases whose name `wanted` takes; the values of others are left alone.
 *
 * @param {string} folder
 * @param {(name: string) => boolean} wanted
 * @returns {import('./types.mjs').RawDatabase[]}
 */
export function chromiumDatabases(folder, wanted) {
  const entries = readLevelDb(folder);
  undoUnfinished(entries);
  return [...databasesIn(entries).values()]
    .filter(({ name }) => wanted(name))
    .map(({ name, stores, data }) => {
      /** @type {import('./types.mjs').Stores} */
      const values = new Map([...stores.values()].map((store) => [store, new Map()]));
      for (const [store, key, value] of data) {
        const input = new Cursor(value);
        // Chromium's own version of the entry.
        input.varint();
        values
          .get(stores.get(store) ?? '')
          ?.set(key, v8Value(unwrapped(input.take(value.length - input.at))));
      }
      return { name, stores: values };
    });
}
