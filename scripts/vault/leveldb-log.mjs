import { maskedCrc } from './crc32c.mjs';
import { Unreadable } from './unreadable.mjs';

const BLOCK = 32 * 1024;
const HEADER = 7;
const FULL = 1;
const FIRST = 2;
const LAST = 4;

/**
 * The records of a LevelDB log; its manifest is one as well. A record that the end of the file cuts off was being written
 * when the browser was killed, and LevelDB drops it too.
 *
 * @param {Buffer} bytes
 * @returns {Buffer[]}
 */
export function logRecords(bytes) {
  /** @type {Buffer[]} */
  const records = [];
  /** @type {Buffer[] | null} */
  let parts = null;
  for (let at = 0; at + HEADER <= bytes.length; ) {
    const left = BLOCK - (at % BLOCK);
    if (left < HEADER) {
      at += left;
      continue;
    }
    const length = bytes.readUInt16LE(at + 4);
    const type = bytes.readUInt8(at + 6);
    // Space that was set aside and never written.
    if (type === 0 && length === 0) break;
    const end = at + HEADER + length;
    if (end > bytes.length && length <= left - HEADER) break;
    if (type < FULL || type > LAST || length > left - HEADER) throw new Unreadable('The log is damaged.');
    const payload = bytes.subarray(at + HEADER, end);
    if (maskedCrc(bytes.subarray(at + 6, at + 7), payload) !== bytes.readUInt32LE(at))
      throw new Unreadable('The log is damaged: a checksum is wrong.');
    if ((type === FULL || type === FIRST) === (parts !== null))
      throw new Unreadable('The log is damaged: a piece is missing.');
    parts = [...(parts ?? []), payload];
    if (type === FULL || type === LAST) {
      records.push(Buffer.concat(parts));
      parts = null;
    }
    at = end;
  }
  return records;
}
