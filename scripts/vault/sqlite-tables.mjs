/** The rows of SQLite tables: https://www.sqlite.org/fileformat2.html#b_tree_pages */
import { Cursor } from './cursor.mjs';
import { Unreadable } from './unreadable.mjs';

/** @typedef {import('./sqlite-pages.mjs').Pages} Pages */
/** @typedef {null | number | string | Buffer} Column */
/** @typedef {{ rowId: number, columns: Column[] }} Row */

const INDEX_INTERIOR = 2;
const TABLE_INTERIOR = 5;
const INDEX_LEAF = 10;
const TABLE_LEAF = 13;
const DEEPEST = 40;
const LARGEST = 256 * 1024 * 1024;

/** Seven bits in each byte, most significant first; a ninth byte counts whole. @param {Cursor} input */
function varint(input) {
  let value = 0n;
  for (let index = 0; index < 9; index++) {
    const next = input.byte();
    if (index === 8) value = (value << 8n) | BigInt(next);
    else value = (value << 7n) | BigInt(next & 127);
    if (next < 128) break;
  }
  return Number(BigInt.asIntN(64, value));
}

/** What does not fit into the page is in a chain of others. @param {Pages} pages @param {Cursor} cell @param {number} size @param {boolean} table */
function payload(pages, cell, size, table) {
  if (size < 0 || size > LARGEST) throw new Unreadable('The SQLite file is damaged.');
  const { usable } = pages;
  const most = table ? usable - 35 : Math.floor(((usable - 12) * 64) / 255) - 23;
  if (size <= most) return cell.take(size);
  const least = Math.floor(((usable - 12) * 32) / 255) - 23;
  const split = least + ((size - least) % (usable - 4));
  const parts = [cell.take(split <= most ? split : least)];
  let left = size - (parts[0]?.length ?? 0);
  let next = cell.take(4).readUInt32BE(0);
  while (left > 0) {
    const page = pages.page(next);
    const part = page.subarray(4, 4 + Math.min(left, usable - 4));
    parts.push(part);
    left -= part.length;
    next = page.readUInt32BE(0);
  }
  return Buffer.concat(parts);
}

/** @param {Cursor} body @param {number} type @returns {Column} */
function column(body, type) {
  if (type >= 12) {
    const bytes = body.take((type - 12) >> 1);
    return type % 2 === 0 ? bytes : bytes.toString('utf8');
  }
  if (type === 0) return null;
  if (type === 7) return body.take(8).readDoubleBE(0);
  if (type === 8 || type === 9) return type - 8;
  if (type === 6) return Number(body.take(8).readBigInt64BE(0));
  const size = [0, 1, 2, 3, 4, 6][type];
  if (!size) throw new Unreadable('The SQLite file is damaged.');
  return body.take(size).readIntBE(0, size);
}

/** @param {Buffer} record @returns {Column[]} */
function columns(record) {
  const head = new Cursor(record);
  const size = varint(head);
  const body = new Cursor(record, size);
  /** @type {Column[]} */
  const found = [];
  while (head.at < size) found.push(column(body, varint(head)));
  return found;
}

/**
 * Every row of a table, with or without row identities.
 *
 * @param {Pages} pages
 * @param {number} root
 * @param {number} [depth]
 * @returns {Generator<Row>}
 */
export function* rowsFrom(pages, root, depth = 0) {
  if (depth > DEEPEST) throw new Unreadable('The SQLite file is damaged.');
  const page = pages.page(root);
  const start = root === 1 ? 100 : 0;
  const type = page.readUInt8(start);
  if (![INDEX_INTERIOR, TABLE_INTERIOR, INDEX_LEAF, TABLE_LEAF].includes(type))
    throw new Unreadable('The SQLite file is damaged.');
  const interior = type === INDEX_INTERIOR || type === TABLE_INTERIOR;
  const table = type === TABLE_INTERIOR || type === TABLE_LEAF;
  const count = page.readUInt16BE(start + 3);
  const pointers = new Cursor(page, start + (interior ? 12 : 8));
  for (let index = 0; index < count; index++) {
    const cell = new Cursor(page, pointers.take(2).readUInt16BE(0));
    if (interior) yield* rowsFrom(pages, cell.take(4).readUInt32BE(0), depth + 1);
    if (type === TABLE_INTERIOR) continue;
    const size = varint(cell);
    const rowId = table ? varint(cell) : 0;
    yield { rowId, columns: columns(payload(pages, cell, size, table)) };
  }
  if (interior) yield* rowsFrom(pages, page.readUInt32BE(start + 8), depth + 1);
}

/**
 * @param {Pages} pages
 * @param {string} name
 * @returns {Generator<Row>}
 */
export function* tableRows(pages, name) {
  // The first page is the root of the table of tables: type, name, table, root, sql.
  for (const { columns: found } of rowsFrom(pages, 1)) {
    if (found[0] === 'table' && found[1] === name) {
      yield* rowsFrom(pages, Number(found[3]));
      return;
    }
  }
  throw new Unreadable(`The SQLite file has no table ${name}.`);
}
