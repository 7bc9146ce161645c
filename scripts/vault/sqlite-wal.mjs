/** The write-ahead log of an SQLite file: https://www.sqlite.org/fileformat2.html#walformat */
const HEADER = 32;
const FRAME_HEADER = 24;

/** @typedef {[number, number]} Sums */

/** @param {Buffer} bytes @param {boolean} bigEndian @param {Sums} before @returns {Sums} */
function checksum(bytes, bigEndian, before) {
  let [first, second] = before;
  for (let at = 0; at + 8 <= bytes.length; at += 8) {
    const [x, y] = bigEndian
      ? [bytes.readUInt32BE(at), bytes.readUInt32BE(at + 4)]
      : [bytes.readUInt32LE(at), bytes.readUInt32LE(at + 4)];
    first = (first + x + second) >>> 0;
    second = (second + y + first) >>> 0;
  }
  return [first, second];
}

/** @param {Buffer} bytes @param {number} at @param {Sums} sums */
const matches = (bytes, at, sums) =>
  bytes.readUInt32BE(at) === sums[0] && bytes.readUInt32BE(at + 4) === sums[1];

/**
 * The committed pages by number. What follows the first frame that is not whole was never committed, or is of an earlier
 * use of the file.
 *
 * @param {Buffer} bytes
 * @param {number} pageSize
 * @returns {Map<number, Buffer>}
 */
export function committedPages(bytes, pageSize) {
  /** @type {Map<number, Buffer>} */
  const committed = new Map();
  if (bytes.length < HEADER || (bytes.readUInt32BE(0) & ~1) >>> 0 !== 0x377f0682) return committed;
  if (bytes.readUInt32BE(8) !== pageSize) return committed;
  const bigEndian = (bytes.readUInt32BE(0) & 1) === 1;
  let sums = checksum(bytes.subarray(0, 24), bigEndian, [0, 0]);
  if (!matches(bytes, 24, sums)) return committed;
  /** @type {Map<number, Buffer>} */
  let pending = new Map();
  const size = FRAME_HEADER + pageSize;
  for (let at = HEADER; at + size <= bytes.length; at += size) {
    const frame = bytes.subarray(at, at + size);
    if (!frame.subarray(8, 16).equals(bytes.subarray(16, 24))) break;
    sums = checksum(frame.subarray(0, 8), bigEndian, sums);
    sums = checksum(frame.subarray(FRAME_HEADER), bigEndian, sums);
    if (!matches(frame, 16, sums)) break;
    pending.set(frame.readUInt32BE(0), frame.subarray(FRAME_HEADER));
    if (frame.readUInt32BE(4) === 0) continue;
    for (const [number, page] of pending) committed.set(number, page);
    pending = new Map();
  }
  return committed;
}
