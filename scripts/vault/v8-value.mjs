/** V8's serialisation, as far as our values use it. */
import { Cursor } from './cursor.mjs';
import { Unreadable } from './unreadable.mjs';
import { cryptoKeyIn } from './v8-crypto-key.mjs';

const VERSION = 0xff;
const TRAILER = 0xfe;
const TRAILER_SIZE = 12;

class Reader {
  /** @param {Cursor} input */
  constructor(input) {
    this.input = input;
    /** @type {unknown[]} */
    this.objects = [];
  }

  /** The next tag; padding aligns two-byte strings. */
  tag() {
    let tag = this.input.byte();
    while (tag === 0) tag = this.input.byte();
    return String.fromCharCode(tag);
  }

  nextTag() {
    while (this.input.peek() === 0) this.input.byte();
    return String.fromCharCode(this.input.peek());
  }

  /** @returns {unknown} */
  value() {
    const tag = this.tag();
    const read = READERS[tag];
    if (!read)
      throw new Unreadable(`A value holds something (tag ${tag.charCodeAt(0)}) that no value of ours has.`);
    const value = read(this);
    // A view stands right behind its buffer.
    if (value instanceof ArrayBuffer && this.nextTag() === 'V') return this.view(value);
    return value;
  }

  /** @template T @param {T} object @returns {T} */
  remember(object) {
    this.objects.push(object);
    return object;
  }

  /** @param {Record<string, unknown> | unknown[]} target @param {string} end */
  properties(target, end) {
    while (this.nextTag() !== end) {
      const key = String(this.value());
      Object.defineProperty(target, key, {
        value: this.value(),
        enumerable: true,
        configurable: true,
        writable: true,
      });
    }
    this.tag();
  }

  object() {
    /** @type {Record<string, unknown>} */
    const object = this.remember({});
    this.properties(object, '{');
    this.input.varint();
    return object;
  }

  array() {
    /** @type {unknown[]} */
    const array = this.remember([]);
    for (let left = this.input.varint(); left > 0; left--) array.push(this.value());
    this.properties(array, '$');
    this.input.varint();
    this.input.varint();
    return array;
  }

  /** V8 writes an array that it keeps as holes and elements by its indices. */
  sparseArray() {
    /** @type {unknown[]} */
    const array = this.remember([]);
    this.input.varint();
    this.properties(array, '@');
    this.input.varint();
    this.input.varint();
    return array;
  }

  buffer() {
    const bytes = Uint8Array.from(this.input.sized());
    return this.remember(bytes.buffer);
  }

  /** @param {ArrayBuffer} buffer */
  view(buffer) {
    this.tag();
    const kind = String.fromCharCode(this.input.byte());
    const at = this.input.varint();
    const size = this.input.varint();
    this.input.varint();
    if (kind !== 'B' || at + size > buffer.byteLength)
      throw new Unreadable('A value holds a view that is not of bytes.');
    return this.remember(new Uint8Array(buffer, at, size));
  }

  number() {
    return this.input.take(8).readDoubleLE(0);
  }
}

/** @type {Record<string, (reader: Reader) => unknown>} */
const READERS = {
  _: () => undefined,
  0: () => null,
  T: () => true,
  F: () => false,
  I: ({ input }) => {
    const value = input.varint();
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  },
  U: ({ input }) => input.varint(),
  N: (reader) => reader.number(),
  '"': ({ input }) => input.sized().toString('latin1'),
  c: ({ input }) => input.sized().toString('utf16le'),
  S: ({ input }) => input.sized().toString('utf8'),
  o: (reader) => reader.object(),
  A: (reader) => reader.array(),
  a: (reader) => reader.sparseArray(),
  B: (reader) => reader.buffer(),
  '^': ({ input, objects }) => objects[input.varint()],
  '\\': (reader) => reader.remember(cryptoKeyIn(reader.input)),
};

/**
 * Blink's header with its place for a trailer, then V8's. Both write their version.
 *
 * @param {Buffer} bytes
 * @returns {unknown}
 */
export function v8Value(bytes) {
  const input = new Cursor(bytes);
  while (input.peek() === VERSION) {
    input.byte();
    input.varint();
    if (input.peek() === TRAILER) input.take(1 + TRAILER_SIZE);
  }
  return new Reader(input).value();
}
