/** Tables and logs of LevelDB, as Chromium keeps IndexedDB and `storage.local` in them. */
import { unsnappy } from './snappy.mjs';
import { smallFirst } from './varint.mjs';

const MAGIC_LOW = 0x8b80fb57;
const FOOTER = 48;
/** Behind each block: one byte for its compression, four for its checksum. */
const TRAILER = 5;
const LOG_BLOCK = 32 * 1024;
const LOG_HEAD = 7;

/** @param {Buffer} table @param {number} offset @param {number} size @returns {Buffer | null} */
function blockAt(table, offset, size) {
  if (!(offset + size + TRAILER <= table.length)) return null;
  const stored = table.subarray(offset, offset + size);
  return table[offset + size] === 1 ? unsnappy(stored) : stored;
}

/**
 * Entries of a block, with the keys put together again: each leaves out what it shares with the one before.
 *
 * @param {Buffer} block
 * @returns {Generator<{ key: Buffer, value: Buffer }>}
 */
function* entriesOf(block) {
  if (block.length < 4) return;
  const end = block.length - 4 - 4 * block.readUInt32LE(block.length - 4);
  let key = Buffer.alloc(0);
  for (let at = 0; at < end; ) {
    const [shared, afterShared] = smallFirst(block, at);
    const [own, afterOwn] = smallFirst(block, afterShared);
    const [size, start] = smallFirst(block, afterOwn);
    if (!(start + own + size <= end)) return;
    key = Buffer.concat([key.subarray(0, shared), block.subarray(start, start + own)]);
    at = start + own + size;
    yield { key, value: block.subarray(start + own, at) };
  }
}

/** Keys and values of a table (`.ldb`); none for anything else. @param {Buffer} table */
export function* tableEntries(table) {
  if (table.length < FOOTER || table.readUInt32LE(table.length - 8) !== MAGIC_LOW) return;
  const [, afterOffset] = smallFirst(table, table.length - FOOTER);
  const [, index] = smallFirst(table, afterOffset);
  const [offset, next] = smallFirst(table, index);
  const directory = blockAt(table, offset, smallFirst(table, next)[0]);
  if (!directory) return;
  for (const { value } of entriesOf(directory)) {
    const [from, after] = smallFirst(value, 0);
    const block = blockAt(table, from, smallFirst(value, after)[0]);
    if (block) yield* entriesOf(block);
  }
}

/** What a log (`000003.log`) holds, without the heads that cut it into pieces. @param {Buffer} log */
export function logContent(log) {
  const pieces = [];
  for (let base = 0; base < log.length; base += LOG_BLOCK) {
    const end = Math.min(base + LOG_BLOCK, log.length);
    for (let at = base; at + LOG_HEAD <= end; ) {
      const size = log.readUInt16LE(at + 4);
      const kind = log[at + 6];
      if (kind < 1 || kind > 4 || at + LOG_HEAD + size > end) break;
      pieces.push(log.subarray(at + LOG_HEAD, at + LOG_HEAD + size));
      at += LOG_HEAD + size;
    }
  }
  return Buffer.concat(pieces);
}
