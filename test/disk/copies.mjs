/** Output of the two compressions here: literals, and copies of what was written before. */

/**
 * @param {number} length of the whole, as its head promises
 */
export function outputOf(length) {
  const bytes = Buffer.alloc(length);
  let at = 0;
  return {
    get length() {
      return at;
    },
    get full() {
      return at === length;
    },
    written: () => bytes.subarray(0, at),
    /** False where the source ends before, or the output is full. @param {Buffer} source @param {number} from @param {number} count */
    literal: (source, from, count) => {
      if (from + count > source.length || at + count > length) return false;
      source.copy(bytes, at, from, from + count);
      at += count;
      return true;
    },
    /** A copy may overlap what it makes. @param {number} distance @param {number} count */
    copy: (distance, count) => {
      if (!(distance > 0) || distance > at || at + count > length) return false;
      for (let i = 0; i < count; i++, at++) bytes[at] = bytes[at - distance];
      return true;
    },
  };
}
