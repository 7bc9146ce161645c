/** Reads a screenshot. PNG (W3C), as browsers write it: eight bits, RGB or RGBA, not interlaced. */
import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';

/** @typedef {{ width: number, height: number, rgb: Uint8Array }} Picture three bytes for each pixel, row by row */

const SIGNATURE = 8;
const COLOURS = /** @type {Record<number, number>} */ ({ 2: 3, 6: 4 });

/** @param {number} left @param {number} up @param {number} corner the filter "Paeth" of the standard */
function paeth(left, up, corner) {
  const guess = left + up - corner;
  const [toLeft, toUp, toCorner] = [left, up, corner].map((one) => Math.abs(guess - one));
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}

/** Undoes a row's filter in place. @param {number} filter @param {Buffer} row @param {Buffer} above @param {number} bytes of a pixel */
function unfilter(filter, row, above, bytes) {
  for (let i = 0; i < row.length; i++) {
    const left = i >= bytes ? row[i - bytes] : 0;
    const up = above[i];
    const corner = i >= bytes ? above[i - bytes] : 0;
    const added = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter];
    row[i] = (row[i] + added) & 255;
  }
}

/** @param {string} file @returns {Picture} */
export function readPicture(file) {
  const png = readFileSync(file);
  let [width, height, colour] = [0, 0, 0];
  const packed = [];
  for (let at = SIGNATURE; at < png.length; ) {
    const length = png.readUInt32BE(at);
    const type = png.toString('latin1', at + 4, at + 8);
    const data = png.subarray(at + 8, at + 8 + length);
    if (type === 'IHDR') [width, height, colour] = [data.readUInt32BE(0), data.readUInt32BE(4), data[9]];
    if (type === 'IDAT') packed.push(data);
    at += 12 + length;
  }
  const bytes = COLOURS[colour];
  if (!bytes) throw new Error(`A picture of colour type ${colour} cannot be read.`);
  const rows = inflateSync(Buffer.concat(packed));
  const rgb = new Uint8Array(width * height * 3);
  let above = Buffer.alloc(width * bytes);
  for (let y = 0; y < height; y++) {
    const start = y * (width * bytes + 1);
    const row = rows.subarray(start + 1, start + 1 + width * bytes);
    unfilter(rows[start], row, above, bytes);
    for (let x = 0; x < width; x++) rgb.set(row.subarray(x * bytes, x * bytes + 3), (y * width + x) * 3);
    above = row;
  }
  return { width, height, rgb };
}
