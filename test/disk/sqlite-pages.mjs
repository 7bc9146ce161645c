/**
 * Pages of SQLite, as Firefox keeps its stores in them: of a database file, free ones too, and of its write-ahead log.
 *
 * @typedef {object} Pages
 * @property {number} usable bytes of a page
 * @property {number} count
 * @property {(number: number) => Buffer | null} page from 1
 */
const MAGIC = Buffer.from('SQLite format 3\0');
const FILE_HEAD = 100;
const WAL_MAGIC = 0x377f0682;
const WAL_HEAD = 32;
const FRAME_HEAD = 24;

/** @param {Buffer} file @returns {Pages} */
function ofDatabase(file) {
  const stored = file.readUInt16BE(16);
  const size = stored === 1 ? 65_536 : stored;
  const count = size >= 512 ? Math.floor(file.length / size) : 0;
  const page = (number) =>
    number >= 1 && number <= count ? file.subarray((number - 1) * size, number * size) : null;
  return { usable: size - file[20], count, page };
}

/** Every frame is a page of its own; a page that another one names is the newest of its number. @param {Buffer} file @returns {Pages} */
function ofLog(file) {
  const size = file.readUInt32BE(8);
  const newest = new Map();
  const frames = [];
  for (let at = WAL_HEAD; size >= 512 && at + FRAME_HEAD + size <= file.length; at += FRAME_HEAD + size) {
    const page = file.subarray(at + FRAME_HEAD, at + FRAME_HEAD + size);
    newest.set(file.readUInt32BE(at), page);
    frames.push(page);
  }
  // Frames stand above all numbers that a page can name.
  const base = 2 ** 32;
  return {
    usable: size,
    count: frames.length,
    page: (number) => (number >= base ? frames[number - base] : newest.get(number)) ?? null,
    ...{ base },
  };
}

/** Null for what is no SQLite. @param {Buffer} file @returns {(Pages & { base?: number }) | null} */
export function pagesOf(file) {
  if (file.length >= 512 && file.compare(MAGIC, 0, MAGIC.length, 0, MAGIC.length) === 0)
    return ofDatabase(file);
  const isLog = file.length > WAL_HEAD + FRAME_HEAD && (file.readUInt32BE(0) & ~1) === WAL_MAGIC;
  return isLog ? ofLog(file) : null;
}

/** Where a page's own content begins: the first one holds the head of the file. @param {Buffer} page */
export const headOf = (page) => (page.compare(MAGIC, 0, MAGIC.length, 0, MAGIC.length) === 0 ? FILE_HEAD : 0);
