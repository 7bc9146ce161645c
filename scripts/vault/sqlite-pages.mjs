import { existsSync, readFileSync } from 'node:fs';
import { committedPages } from './sqlite-wal.mjs';
import { Unreadable } from './unreadable.mjs';

const MAGIC = 'SQLite format 3\0';

/**
 * @typedef {object} Pages
 * @property {number} usable bytes of each page that SQLite uses
 * @property {(number: number) => Buffer} page from 1
 */

/**
 * The pages of an SQLite file as they stand after its write-ahead log.
 *
 * @param {Buffer} bytes
 * @param {Buffer} [log]
 * @returns {Pages}
 */
export function sqlitePages(bytes, log) {
  if (bytes.length < 100 || bytes.toString('latin1', 0, MAGIC.length) !== MAGIC)
    throw new Unreadable('This is no SQLite file.');
  const stored = bytes.readUInt16BE(16);
  const size = stored === 1 ? 65536 : stored;
  if (size < 512 || (size & (size - 1)) !== 0) throw new Unreadable('The SQLite file is damaged.');
  const newer = log ? committedPages(log, size) : new Map();
  return {
    usable: size - bytes.readUInt8(20),
    page(number) {
      const page = newer.get(number) ?? bytes.subarray((number - 1) * size, number * size);
      if (number < 1 || page.length < size)
        throw new Unreadable('The SQLite file is damaged: a page is missing.');
      return page;
    },
  };
}

/** @param {string} file */
export function openPages(file) {
  const log = `${file}-wal`;
  return sqlitePages(readFileSync(file), existsSync(log) ? readFileSync(log) : undefined);
}
