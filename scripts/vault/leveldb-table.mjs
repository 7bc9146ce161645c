import { maskedCrc } from './crc32c.mjs';
import { Cursor } from './cursor.mjs';
import { unsnappy } from './snappy.mjs';
import { Unreadable } from './unreadable.mjs';

const MAGIC = 0xdb4775248b80fb57n;
const FOOTER = 48;
const TRAILER = 5;

/** @param {Buffer} bytes @param {Cursor} handle */
function block(bytes, handle) {
  const at = handle.varint();
  const size = handle.varint();
  const stored = new Cursor(bytes, at).take(size + TRAILER);
  const compression = stored.readUInt8(size);
  if (maskedCrc(stored.subarray(0, size + 1)) !== stored.readUInt32LE(size + 1))
    throw new Unreadable('The table is damaged: a checksum is wrong.');
  if (compression > 1)
    throw new Unreadable(`The table is compressed in a way (${compression}) that is not known here.`);
  return compression === 1 ? unsnappy(stored.subarray(0, size)) : stored.subarray(0, size);
}

/**
 * A key is stored as what it has in common with the one before it, and the rest.
 *
 * @param {Buffer} content
 * @returns {Generator<[key: Buffer, value: Buffer]>}
 */
function* entries(content) {
  const restarts = new Cursor(content, content.length - 4).uint32();
  const end = content.length - 4 - 4 * restarts;
  if (end < 0) throw new Unreadable('The table is damaged.');
  const input = new Cursor(content.subarray(0, end));
  let key = Buffer.alloc(0);
  while (!input.done) {
    const shared = input.varint();
    const rest = input.varint();
    const size = input.varint();
    if (shared > key.length) throw new Unreadable('The table is damaged.');
    key = Buffer.concat([key.subarray(0, shared), input.take(rest)]);
    yield [key, input.take(size)];
  }
}

/**
 * All entries of a LevelDB table, under their internal keys.
 *
 * @param {Buffer} bytes
 * @returns {Generator<[key: Buffer, value: Buffer]>}
 */
export function* tableEntries(bytes) {
  if (bytes.length < FOOTER || bytes.readBigUInt64LE(bytes.length - 8) !== MAGIC)
    throw new Unreadable('The table is damaged or cut off.');
  const footer = new Cursor(bytes.subarray(bytes.length - FOOTER));
  // The index of the filters, which come first, is not needed.
  footer.varint();
  footer.varint();
  for (const [, handle] of entries(block(bytes, footer))) yield* entries(block(bytes, new Cursor(handle)));
}
