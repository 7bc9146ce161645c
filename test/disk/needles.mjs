/**
 * What is looked for, in pieces: any 16 bytes in a row, and any 24 characters in a row of a text, of hex or of base 64, hold
 * at least one whole piece. Bytes are looked for in all forms, texts as themselves and as bytes.
 *
 * @typedef {Buffer | string} Needle
 * @typedef {{ piece: Buffer, needle: number, form: string }} Piece
 * @typedef {{ buckets: Map<number, Piece[]>, filter: Uint32Array }} Index
 */
const RAW_STEP = 8;
const TEXT_STEP = 12;
const LEAST = 8;
const FILTER_BITS = 24;

const hashOf = (low, high) =>
  (Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b)) >>> (32 - FILTER_BITS);

/** From the start in steps, and once more at the end. @param {number} length @param {number} step */
function* startsOf(length, step) {
  if (length < step) {
    yield 0;
    return;
  }
  for (let at = 0; at + step <= length; at += step) yield at;
  if (length % step !== 0) yield length - step;
}

/** @param {string} text @param {string} form @returns {Generator<[string, Buffer]>} */
function* piecesOfText(text, form) {
  for (const at of startsOf(text.length, TEXT_STEP)) {
    const piece = text.slice(at, at + TEXT_STEP);
    yield [form, Buffer.from(piece)];
    yield [`${form}-utf16`, Buffer.from(piece, 'utf16le')];
    // Firefox writes the characters of a key one higher.
    yield [`${form}-key`, Buffer.from([...Buffer.from(piece)].map((byte) => (byte + 1) & 255))];
  }
}

/** @param {Buffer} bytes @returns {Generator<[string, Buffer]>} */
function* piecesOfCodings(bytes) {
  const hex = bytes.toString('hex');
  yield* piecesOfText(hex, 'hex');
  yield* piecesOfText(hex.toUpperCase(), 'hex');
  for (let skipped = 0; skipped < 3; skipped++) {
    // Whole groups of three bytes, as they stand where others went before them.
    const whole = bytes.subarray(skipped, skipped + Math.floor((bytes.length - skipped) / 3) * 3);
    for (const form of /** @type {const} */ (['base64', 'base64url'])) {
      const text = whole.toString(form);
      if (text.length >= TEXT_STEP && (form === 'base64' || /[-_]/.test(text)))
        yield* piecesOfText(text, form);
    }
  }
}

/** @param {Needle} needle @returns {Generator<[string, Buffer]>} */
function* piecesOf(needle) {
  if (needle.length < LEAST) throw new Error(`Too short to be told from chance: ${needle.length}`);
  if (typeof needle === 'string') yield* piecesOfText(needle, 'text');
  else for (const at of startsOf(needle.length, RAW_STEP)) yield ['raw', needle.subarray(at, at + RAW_STEP)];
  yield* piecesOfCodings(Buffer.from(needle));
}

/** Of all needles; good for any number of profiles. @param {Needle[]} needles @returns {Index} */
export function indexOf(needles) {
  const buckets = new Map();
  const filter = new Uint32Array(2 ** (FILTER_BITS - 5));
  for (const [needle, content] of needles.entries()) {
    for (const [form, piece] of piecesOf(content)) {
      const hash = hashOf(piece.readInt32LE(0), piece.readInt32LE(4));
      filter[hash >>> 5] |= 1 << (hash & 31);
      const bucket = buckets.get(hash);
      if (bucket) bucket.push({ piece, needle, form });
      else buckets.set(hash, [{ piece, needle, form }]);
    }
  }
  return { buckets, filter };
}

/** Every place where a piece stands. @param {Index} index @param {Buffer} bytes @param {(piece: Piece) => void} hit */
export function look({ buckets, filter }, bytes, hit) {
  if (bytes.length < LEAST) return;
  let low = bytes.readInt32LE(0);
  let high = bytes.readInt32LE(4);
  for (let at = 0; ; at++) {
    const hash = hashOf(low, high);
    if ((filter[hash >>> 5] >>> (hash & 31)) & 1) {
      for (const found of buckets.get(hash) ?? []) {
        const end = at + found.piece.length;
        if (end <= bytes.length && found.piece.compare(bytes, at, end) === 0) hit(found);
      }
    }
    if (at + LEAST >= bytes.length) return;
    low = (low >>> 8) | (high << 24);
    high = (high >>> 8) | (bytes[at + LEAST] << 24);
  }
}
