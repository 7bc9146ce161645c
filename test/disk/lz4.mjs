/** Firefox's own LZ4 files, such as those of the session that it restores: `mozLz40\0`, length, one block. */
import { outputOf } from './copies.mjs';

const MAGIC = Buffer.from('mozLz40\0');
const HEAD = MAGIC.length + 4;
const MOST = 256 * 1024 * 1024;

/** A count of 15 goes on in the bytes that follow. @param {Buffer} source @param {number} at @param {number} count */
function longer(source, at, count) {
  if (count < 15) return [count, at];
  for (let more = 255; more === 255 && at < source.length; at++) {
    more = source[at];
    count += more;
  }
  return [count, at];
}

/** Null for what is none. @param {Buffer} file @returns {Buffer | null} */
export function unlz4(file) {
  if (file.length <= HEAD || file.compare(MAGIC, 0, MAGIC.length, 0, MAGIC.length) !== 0) return null;
  const length = file.readUInt32LE(MAGIC.length);
  if (length > MOST) return null;
  const output = outputOf(length);
  for (let at = HEAD; at < file.length && !output.full; ) {
    const token = file[at];
    const [literals, from] = longer(file, at + 1, token >>> 4);
    if (!output.literal(file, from, literals)) return null;
    at = from + literals;
    if (at + 2 > file.length) break;
    const distance = file.readUInt16LE(at);
    const [count, next] = longer(file, at + 2, token & 15);
    if (!output.copy(distance, count + 4)) return null;
    at = next;
  }
  return output.full ? output.written() : null;
}
