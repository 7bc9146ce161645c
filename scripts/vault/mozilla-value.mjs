/** Firefox's structured clone (js/src/vm/StructuredClone.cpp), as far as our values use it: pairs of 32 bits. */
import { Cursor } from './cursor.mjs';
import { cryptoKeyIn } from './mozilla-crypto-key.mjs';
import { Unreadable } from './unreadable.mjs';

const HEADER = 0xfff10000;
const LARGEST_NUMBER = 0xfff00000;
const UINT8 = 1;
const LATIN1 = 0x80000000;
const END_OF_KEYS = 0xffff0013;

const TAG = {
  4294901760: 'null',
  4294901761: 'undefined',
  4294901762: 'boolean',
  4294901763: 'integer',
  4294901764: 'text',
  4294901767: 'array',
  4294901768: 'object',
  4294901773: 'reference',
  [END_OF_KEYS]: 'end',
  4294901791: 'buffer',
  4294901792: 'view',
  4294934538: 'cryptoKey',
};

class Reader {
  /** @param {Cursor} input */
  constructor(input) {
    this.input = input;
    /** @type {unknown[]} */
    this.objects = [];
  }

  /** @returns {[tag: number, data: number]} */
  pair() {
    const data = this.input.uint32();
    return [this.input.uint32(), data];
  }

  /** Everything is padded to eight bytes. @param {number} size */
  padded(size) {
    const bytes = this.input.take(size);
    this.input.take((8 - (size % 8)) % 8);
    return bytes;
  }

  /** @param {number} data */
  text(data) {
    // The second highest bit says how Firefox is to keep the text.
    const length = data & 0x3fffffff;
    return (data & LATIN1) !== 0
      ? this.padded(length).toString('latin1')
      : this.padded(2 * length).toString('utf16le');
  }

  /** @param {Record<string, unknown> | unknown[]} target */
  filled(target) {
    this.objects.push(target);
    for (let [tag, data] = this.pair(); tag !== END_OF_KEYS; [tag, data] = this.pair()) {
      const key = String(this.value(tag, data));
      const value = this.value(...this.pair());
      Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
    }
    return target;
  }

  buffer() {
    const bytes = Uint8Array.from(this.padded(this.input.uint64()));
    this.objects.push(bytes.buffer);
    return bytes.buffer;
  }

  /** @param {number} kind */
  view(kind) {
    const size = this.input.uint64();
    // The view has its number before its buffer has one.
    const index = this.objects.push(null) - 1;
    const buffer = this.value(...this.pair());
    const at = this.input.uint64();
    if (kind !== UINT8 || !(buffer instanceof ArrayBuffer) || at + size > buffer.byteLength)
      throw new Unreadable('A value holds a view that is not of bytes.');
    const view = new Uint8Array(buffer, at, size);
    this.objects[index] = view;
    return view;
  }

  /** @param {number} tag @param {number} data @returns {unknown} */
  value(tag, data) {
    if (tag <= LARGEST_NUMBER) {
      const bytes = Buffer.alloc(8);
      bytes.writeUInt32LE(data, 0);
      bytes.writeUInt32LE(tag, 4);
      return bytes.readDoubleLE(0);
    }
    switch (/** @type {Record<number, string>} */ (TAG)[tag]) {
      case 'null':
        return null;
      case 'undefined':
        return undefined;
      case 'boolean':
        return data !== 0;
      case 'integer':
        return data | 0;
      case 'text':
        return this.text(data);
      case 'array':
        return this.filled([]);
      case 'object':
        return this.filled({});
      case 'reference':
        return this.objects[data];
      case 'buffer':
        return this.buffer();
      case 'view':
        return this.view(data);
      case 'cryptoKey':
        return cryptoKeyIn(this);
      default:
        throw new Unreadable(`A value holds something (tag ${tag.toString(16)}) that no value of ours has.`);
    }
  }
}

/** @typedef {Reader} MozillaReader */

/**
 * @param {Buffer} bytes already unpacked
 * @returns {unknown}
 */
export function mozillaValue(bytes) {
  const reader = new Reader(new Cursor(bytes));
  const [tag] = reader.pair();
  if (tag !== HEADER) throw new Unreadable('A value does not begin as a structured clone.');
  return reader.value(...reader.pair());
}
