const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0x82f63b78 : value >>> 1;
  return value >>> 0;
});

/** CRC-32C (RFC 3720 §12.1) over several pieces. @param {...Uint8Array} pieces */
export function crc32c(...pieces) {
  let crc = 0xffffffff;
  for (const piece of pieces) for (const byte of piece) crc = (TABLE[(crc ^ byte) & 255] ?? 0) ^ (crc >>> 8);
  return ~crc >>> 0;
}

/** As LevelDB stores it, so that no checksum is ever taken of a checksum. @param {...Uint8Array} pieces */
export function maskedCrc(...pieces) {
  const crc = crc32c(...pieces);
  return (((crc >>> 15) | (crc << 17)) + 0xa282ead8) >>> 0;
}
