import { crc32, deflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/**
 * A black and white PNG of a square of modules.
 * @param {boolean[][]} modules rows; true is black
 * @param {number} scale pixels to a module
 * @returns {Buffer}
 */
export function toPng(modules, scale) {
  const side = modules.length * scale;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  // 8 bits, greyscale (type 0); the rest stays 0: deflate, adaptive filters, not interlaced.
  header.writeUInt8(8, 8);

  const rows = modules.map((row) => {
    const line = Buffer.alloc(side + 1, 0xff);
    line[0] = 0; // this line's filter: none
    row.forEach((black, x) => {
      if (black) line.fill(0, 1 + x * scale, 1 + (x + 1) * scale);
    });
    return Buffer.concat(Array(scale).fill(line));
  });
  const data = deflateSync(Buffer.concat(rows));
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** @param {string} type @param {Buffer} data */
function chunk(type, data) {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(typed));
  return Buffer.concat([length, typed, sum]);
}
