import type { Bytes } from './cipher.ts';

/** ISO/IEC 7816-4 padding to `smallest`, 2·`smallest`, 4·`smallest` … bytes, so that the size says little. */
export function pad(bytes: Uint8Array, smallest: number): Bytes {
  let size = smallest;
  while (size < bytes.length + 1) size *= 2;
  const out = new Uint8Array(size);
  out.set(bytes);
  out[bytes.length] = 0x80;
  return out;
}

/** Null for what was not padded. */
export function unpad(bytes: Bytes): Bytes | null {
  const end = bytes.lastIndexOf(0x80);
  if (end < 0 || bytes.subarray(end + 1).some((byte) => byte !== 0)) return null;
  return bytes.subarray(0, end);
}
