/**
 * Numbers of variable length, seven bits to a byte. Both give the value and where it ended; NaN where none stands.
 *
 * @typedef {[value: number, next: number]} Read
 */

const MOST_BYTES = 9;

/** As in LevelDB and snappy: least significant first. @param {Buffer} bytes @param {number} at @returns {Read} */
export function smallFirst(bytes, at) {
  let value = 0;
  let scale = 1;
  for (let i = at; i < bytes.length && i < at + MOST_BYTES; i++) {
    value += (bytes[i] & 127) * scale;
    scale *= 128;
    if (bytes[i] < 128) return [value, i + 1];
  }
  return [Number.NaN, bytes.length];
}

/** As in SQLite: most significant first, and eight bits in the ninth byte. @param {Buffer} bytes @param {number} at @returns {Read} */
export function greatFirst(bytes, at) {
  let value = 0;
  for (let i = at; i < bytes.length && i < at + MOST_BYTES; i++) {
    if (i === at + MOST_BYTES - 1) return [value * 256 + bytes[i], i + 1];
    value = value * 128 + (bytes[i] & 127);
    if (bytes[i] < 128) return [value, i + 1];
  }
  return [Number.NaN, bytes.length];
}
