/** The bytes of a file in every form that they can be brought into: as they lie there, put together, decompressed. */
import path from 'node:path';
import { logContent, tableEntries } from './leveldb.mjs';
import { unlz4 } from './lz4.mjs';
import { unsnappy } from './snappy.mjs';
import { sqliteRows } from './sqlite-cells.mjs';

/** @typedef {[name: string, bytes: Buffer]} Layer */

/** Chromium's mark of a compressed value: a version tag of its own kind, and the kind of compression. */
const COMPRESSED = Buffer.from([0xff, 0x11, 0x02]);

/** @param {Buffer} bytes @returns {Generator<Layer>} */
function* marked(bytes) {
  for (let at = bytes.indexOf(COMPRESSED); at >= 0; at = bytes.indexOf(COMPRESSED, at + 1)) {
    const value = unsnappy(bytes.subarray(at + COMPRESSED.length), { partly: true });
    if (value) yield ['snappy', value];
  }
}

/** A value that is compressed as a whole, as Firefox does. @param {Buffer} bytes @returns {Generator<Layer>} */
function* whole(bytes) {
  const value = unsnappy(bytes, { partly: true });
  if (value) yield ['snappy', value];
}

/** @param {Buffer} table @returns {Generator<Layer>} */
function* ofTable(table) {
  for (const { key, value } of tableEntries(table)) {
    yield ['leveldb key', key];
    yield ['leveldb value', value];
    yield* marked(value);
  }
}

/** @param {Buffer} log @returns {Generator<Layer>} */
function* ofLog(log) {
  const content = logContent(log);
  yield ['leveldb log', content];
  yield* marked(content);
}

/** @param {Buffer} file @returns {Generator<Layer>} */
function* ofSqlite(file) {
  for (const { row, values } of sqliteRows(file)) {
    yield ['sqlite row', row];
    for (const value of values) {
      yield* whole(value);
      yield* marked(value);
    }
  }
}

/** @param {string} name of the file @param {Buffer} bytes @returns {Generator<Layer>} */
export function* layersOf(name, bytes) {
  yield ['file', bytes];
  yield* ofTable(bytes);
  yield* ofSqlite(bytes);
  if (path.extname(name) === '.log') yield* ofLog(bytes);
  // Values that are too large for a row have a file of their own, without a name that says so.
  else if (/^[\da-f]+$|\.final$/.test(path.basename(name))) {
    yield* whole(bytes);
    yield* marked(bytes);
  }
  const session = unlz4(bytes);
  if (session) yield ['lz4', session];
}
