import { Cursor } from './cursor.mjs';
import { Unreadable } from './unreadable.mjs';

const LARGEST = 64 * 1024 * 1024;

/** @param {Cursor} input @param {number} count */
function littleEndian(input, count) {
  return input.take(count).readUIntLE(0, count);
}

/**
 * Length and distance of a copy.
 *
 * @param {Cursor} input
 * @param {number} tag
 * @returns {[length: number, distance: number]}
 */
function copyFrom(input, tag) {
  const kind = tag & 3;
  if (kind === 1) return [((tag >>> 2) & 7) + 4, ((tag >>> 5) << 8) | input.byte()];
  return [(tag >>> 2) + 1, littleEndian(input, kind === 2 ? 2 : 4)];
}

/** Raw snappy, without a frame, as LevelDB and Firefox have it. @param {Buffer} bytes */
export function unsnappy(bytes) {
  const input = new Cursor(bytes);
  const size = input.varint();
  // The shortest element stands for at most 64 bytes: a larger claim is no snappy, and not to be allocated.
  if (size > LARGEST || size > bytes.length * 64) throw new Unreadable('Compressed data is damaged.');
  const output = Buffer.alloc(size);
  let at = 0;
  while (!input.done) {
    const tag = input.byte();
    if ((tag & 3) === 0) {
      const short = tag >>> 2;
      const length = (short < 60 ? short : littleEndian(input, short - 59)) + 1;
      if (at + length > size) throw new Unreadable('Compressed data is damaged.');
      input.take(length).copy(output, at);
      at += length;
    } else {
      const [length, distance] = copyFrom(input, tag);
      if (distance === 0 || distance > at || at + length > size)
        throw new Unreadable('Compressed data is damaged.');
      // Byte by byte: a copy may reach into what it is writing.
      for (const end = at + length; at < end; at++) output[at] = output[at - distance] ?? 0;
    }
  }
  if (at !== size) throw new Unreadable('Compressed data is damaged.');
  return output;
}
