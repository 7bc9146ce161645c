/** Rows and index entries of SQLite's pages, put together from the overflow pages that they go on in. */
import { headOf, pagesOf } from './sqlite-pages.mjs';
import { greatFirst } from './varint.mjs';

const TABLE_LEAF = 13;
const INDEX_LEAF = 10;
const INDEX_INNER = 2;
const MOST = 2 ** 28;
/** Bytes by serial type; from 12 on blobs and texts, whose type says their length. */
const FIXED = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0];

/** How much of a cell stands in its own page (fileformat2, §1.6). */
function localSize(size, usable, type) {
  const most = type === TABLE_LEAF ? usable - 35 : Math.floor(((usable - 12) * 64) / 255) - 23;
  if (size <= most) return size;
  const least = Math.floor(((usable - 12) * 32) / 255) - 23;
  const wanted = least + ((size - least) % (usable - 4));
  return wanted <= most ? wanted : least;
}

/** @param {import('./sqlite-pages.mjs').Pages} pages @param {Buffer} own @param {number} size @param {number} first */
function withOverflow(pages, own, size, first) {
  const parts = [own];
  let missing = size - own.length;
  for (let number = first; number > 0 && missing > 0; ) {
    const page = pages.page(number);
    if (!page) break;
    const part = page.subarray(4, Math.min(pages.usable, 4 + missing));
    parts.push(part);
    missing -= part.length;
    number = page.readUInt32BE(0);
  }
  return Buffer.concat(parts);
}

/** @param {import('./sqlite-pages.mjs').Pages} pages @param {Buffer} page */
function* cellsOf(pages, page) {
  const head = headOf(page);
  const type = page[head];
  if (type !== TABLE_LEAF && type !== INDEX_LEAF && type !== INDEX_INNER) return;
  const list = head + (type === INDEX_INNER ? 12 : 8);
  const count = page.readUInt16BE(head + 3);
  if (list + 2 * count > page.length) return;
  for (let i = 0; i < count; i++) {
    const start = page.readUInt16BE(list + 2 * i) + (type === INDEX_INNER ? 4 : 0);
    const [size, afterSize] = greatFirst(page, start);
    const at = type === TABLE_LEAF ? greatFirst(page, afterSize)[1] : afterSize;
    if (!(size > 0 && size < MOST)) continue;
    const local = localSize(size, pages.usable, type);
    const own = page.subarray(at, at + local);
    const goesOn = local < size && at + local + 4 <= page.length;
    yield goesOn ? withOverflow(pages, own, size, page.readUInt32BE(at + local)) : own;
  }
}

/** Texts and blobs of a row. @param {Buffer} row @returns {Generator<Buffer>} */
function* valuesOf(row) {
  const [end, start] = greatFirst(row, 0);
  if (!(end <= row.length)) return;
  let at = end;
  for (let head = start; head < end; ) {
    const [type, next] = greatFirst(row, head);
    const size = type >= FIXED.length ? Math.floor((type - FIXED.length) / 2) : FIXED[type];
    // What is cut by a lost overflow page counts as far as it goes.
    if (type >= FIXED.length && at < row.length) yield row.subarray(at, at + size);
    at += size;
    head = next;
  }
}

/** Every row, and every text and blob in it; none for what is no SQLite. @param {Buffer} file */
export function* sqliteRows(file) {
  const pages = pagesOf(file);
  if (!pages) return;
  const { base = 1, count } = pages;
  for (let i = 0; i < count; i++) {
    const page = pages.page(base + i);
    if (!page) continue;
    for (const row of cellsOf(pages, page)) yield { row, values: [...valuesOf(row)] };
  }
}
