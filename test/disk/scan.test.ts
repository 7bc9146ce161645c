import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { findPieces, unsnappy } from './scan.mjs';

const folder = mkdtempSync(path.join(tmpdir(), 'tweestap-scan-'));
afterAll(() => rmSync(folder, { recursive: true }));

const secret = randomBytes(48);
const noise = () => randomBytes(500);

/** Snappy with literals only, which is what random bytes become. */
function snappy(bytes: Buffer): Buffer {
  const length = [];
  for (let rest = bytes.length; ; rest >>>= 7) {
    length.push(rest > 127 ? (rest & 127) | 128 : rest);
    if (rest <= 127) break;
  }
  const literal = [(61 << 2) | 0, (bytes.length - 1) & 255, (bytes.length - 1) >> 8];
  return Buffer.concat([Buffer.from([...length, ...literal]), bytes]);
}

function formsFound(content: Buffer): string[] {
  writeFileSync(path.join(folder, '000003.log'), content);
  return findPieces(folder, [secret]).map(({ how }: { how: string }) => how);
}

describe('the scan of a profile', () => {
  it.each<[string, Buffer]>([
    ['raw', secret],
    ['hex', Buffer.from(secret.toString('hex'))],
    ['HEX', Buffer.from(secret.toString('hex').toUpperCase())],
    ['base64', Buffer.from(secret.toString('base64'))],
    ['base64', Buffer.from(Buffer.concat([randomBytes(1), secret]).toString('base64'))],
    ['base64', Buffer.from(Buffer.concat([randomBytes(2), secret]).toString('base64'))],
    ['base64-utf16', Buffer.from(secret.toString('base64'), 'utf16le')],
    ['raw', secret.subarray(5, 30)],
  ])('finds %s', (form, content) => {
    expect(formsFound(Buffer.concat([noise(), content, noise()]))).toContain(form);
  });

  it('finds nothing where nothing is', () => {
    expect(formsFound(Buffer.concat([noise(), noise()]))).toEqual([]);
  });

  it('opens snappy', () => {
    const bytes = Buffer.concat([noise(), secret]);
    expect(unsnappy(snappy(bytes))).toEqual(bytes);
    expect(unsnappy(Buffer.from([5, 1, 2]))).toBeNull();
  });
});
