import { Unreadable } from './unreadable.mjs';

/** Reads bytes one after the other and never past their end. */
export class Cursor {
  /** @param {Buffer} bytes @param {number} [at] */
  constructor(bytes, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  get done() {
    return this.at >= this.bytes.length;
  }

  /** @param {number} count */
  take(count) {
    if (!(count >= 0 && this.at + count <= this.bytes.length))
      throw new Unreadable('The data ends too early.');
    const part = this.bytes.subarray(this.at, this.at + count);
    this.at += count;
    return part;
  }

  byte() {
    return this.take(1).readUInt8(0);
  }

  peek() {
    return this.bytes[this.at] ?? -1;
  }

  /** Seven bits in each byte, least significant first: LevelDB, snappy, V8. */
  varint() {
    let value = 0;
    for (let scale = 1; scale <= 2 ** 56; scale *= 128) {
      const next = this.byte();
      value += (next & 127) * scale;
      if (next < 128) {
        if (!Number.isSafeInteger(value)) break;
        return value;
      }
    }
    throw new Unreadable('A number in the data is too large.');
  }

  /** A length, and that many bytes. */
  sized() {
    return this.take(this.varint());
  }

  uint32() {
    return this.take(4).readUInt32LE(0);
  }

  /** A count or length, which is never as large as 2^53. */
  uint64() {
    const value = Number(this.take(8).readBigUInt64LE(0));
    if (!Number.isSafeInteger(value)) throw new Unreadable('A number in the data is too large.');
    return value;
  }
}
