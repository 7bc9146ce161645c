/** Looks in every file of a browser's profile for what must be there, or must not. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { layersOf } from './layers.mjs';
import { indexOf, look } from './needles.mjs';

/**
 * @typedef {object} Found
 * @property {number} needle its place in the list
 * @property {string} file below the folder
 * @property {string} layer 'file', 'leveldb value', 'snappy' …
 * @property {string} form 'raw', 'text', 'hex', 'base64-utf16' …
 * @property {number} count of pieces
 */

/** A running browser deletes files under our hands: what is gone is not there. @template T @param {() => T} read @param {T} gone */
function orGone(read, gone) {
  try {
    return read();
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT') return gone;
    throw error;
  }
}

/** @param {string} folder @returns {Generator<string>} */
export function* filesIn(folder) {
  for (const entry of orGone(() => readdirSync(folder, { withFileTypes: true }), [])) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* filesIn(file);
    else if (entry.isFile()) yield file;
  }
}

/** @param {string} folder @param {(layer: string, bytes: Buffer, file: string) => void} see */
function eachLayer(folder, see) {
  for (const file of filesIn(folder)) {
    const bytes = orGone(() => readFileSync(file), null);
    if (!bytes) continue;
    for (const [layer, content] of layersOf(file, bytes)) see(layer, content, path.relative(folder, file));
  }
}

/** One row for each needle, file, layer and form. @param {string} folder @param {import('./needles.mjs').Needle[]} needles @returns {Found[]} */
export const findPieces = (folder, needles) => findIndexed(folder, indexOf(needles));

/** The same, for who looks again and again. @param {string} folder @param {import('./needles.mjs').Index} index @returns {Found[]} */
export function findIndexed(folder, index) {
  /** @type {Map<string, Found>} */
  const found = new Map();
  eachLayer(folder, (layer, bytes, file) =>
    look(index, bytes, ({ needle, form }) => {
      const id = [needle, file, layer, form].join('|');
      const known = found.get(id);
      if (known) known.count++;
      else found.set(id, { needle, file, layer, form, count: 1 });
    }),
  );
  return [...found.values()];
}

const isDigit = (byte) => byte >= 0x30 && byte <= 0x39;

/**
 * A number as a text of its own, no digit before or behind it. Six digits come up by chance in a whole profile, and within
 * longer numbers: look in our own folders.
 *
 * @param {string} folder
 * @param {string} digits
 * @returns {{ file: string, layer: string }[]}
 */
export function findNumber(folder, digits) {
  /** @type {{ file: string, layer: string }[]} */
  const found = [];
  eachLayer(folder, (layer, bytes, file) => {
    for (const [text, width] of /** @type {const} */ ([
      ['latin1', 1],
      ['utf16le', 2],
    ])) {
      const needle = Buffer.from(digits, text);
      for (let at = bytes.indexOf(needle); at >= 0; at = bytes.indexOf(needle, at + 1)) {
        const alone = !isDigit(bytes[at - width]) && !isDigit(bytes[at + needle.length]);
        if (alone) found.push({ file, layer });
      }
    }
  });
  return found;
}
