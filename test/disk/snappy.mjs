/** Snappy without frames: LevelDB's blocks, values of IndexedDB in both browsers. */
import { outputOf } from './copies.mjs';
import { smallFirst } from './varint.mjs';

const MOST = 64 * 1024 * 1024;
/** One byte of a copy makes no more than this. */
const MOST_RATIO = 64;

/** Bytes of the distance, by the two lowest bits of a copy's tag. */
const DISTANCE_BYTES = [0, 1, 2, 4];

/** @param {Buffer} source @param {number} at @param {number} tag @returns {[count: number, from: number]} */
function literalAt(source, at, tag) {
  const short = tag >>> 2;
  if (short < 60) return [short + 1, at];
  const bytes = short - 59;
  return at + bytes > source.length ? [Number.NaN, at] : [source.readUIntLE(at, bytes) + 1, at + bytes];
}

/**
 * Null for what is no snappy. `partly`: what was made up to the first error, since pieces of old values may be cut.
 *
 * @param {Buffer} source
 * @param {{ partly?: boolean }} [options]
 * @returns {Buffer | null}
 */
export function unsnappy(source, { partly = false } = {}) {
  const [length, start] = smallFirst(source, 0);
  if (!(length > 0 && length <= MOST && length <= source.length * MOST_RATIO)) return null;
  const output = outputOf(length);
  const given = () => (output.full || (partly && output.length > 0) ? output.written() : null);
  for (let at = start; at < source.length && !output.full; ) {
    const tag = source[at++];
    const kind = tag & 3;
    if (kind === 0) {
      const [count, from] = literalAt(source, at, tag);
      if (!output.literal(source, from, count)) return given();
      at = from + count;
      continue;
    }
    const bytes = DISTANCE_BYTES[kind];
    if (at + bytes > source.length) return given();
    const low = source.readUIntLE(at, bytes);
    at += bytes;
    const [distance, count] =
      kind === 1 ? [((tag >>> 5) << 8) | low, ((tag >>> 2) & 7) + 4] : [low, (tag >>> 2) + 1];
    if (!output.copy(distance, count)) return given();
  }
  return given();
}
