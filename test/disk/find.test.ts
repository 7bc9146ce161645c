import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { findNumber, findPieces } from './find.mjs';
import { levelLog, levelTable, lz4, snappy, sqliteLog, sqlitePages } from './made-files.mjs';

const folder = mkdtempSync(path.join(tmpdir(), 'tweestap-scan-'));
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(() => {
  rmSync(folder, { recursive: true });
  mkdirSync(folder);
});

const secret = randomBytes(48);
const LABEL = 'Zonnebloemenbank Noord';
const noise = (length = 500) => randomBytes(length);
const around = (content: Buffer) => Buffer.concat([noise(), content, noise()]);

function write(name: string, content: Buffer): void {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  writeFileSync(path.join(folder, name), content);
}

const found = (needle: Buffer | string = secret) =>
  findPieces(folder, [needle]).map(({ layer, form }) => `${layer}: ${form}`);

/** Every four bytes of the secret stand before it, so that compression leaves no eight of it together. */
function hidden(): Buffer {
  const parts = [];
  for (let at = 0; at < secret.length; at += 4) parts.push(secret.subarray(at, at + 4), noise(3));
  return Buffer.concat([...parts, noise(8), secret, noise(8)]);
}

describe('forms', () => {
  const base64 = (before: number) =>
    Buffer.from(Buffer.concat([randomBytes(before), secret, randomBytes(5)]).toString('base64'));
  const hex = secret.toString('hex');
  it.each<[string, Buffer]>([
    ['raw', secret],
    ['raw', secret.subarray(5, 21)],
    ['hex', Buffer.from(hex)],
    ['hex', Buffer.from(hex.toUpperCase())],
    ['hex', Buffer.from(hex.slice(7, 31))],
    ['hex-utf16', Buffer.from(hex, 'utf16le')],
    ['base64', base64(0)],
    ['base64', base64(1)],
    ['base64', base64(2)],
    ['base64', base64(1).subarray(11, 35)],
    ['base64-utf16', Buffer.from(base64(2).toString(), 'utf16le')],
  ])('finds bytes as %s', (form, content) => {
    write('file', around(content));
    expect(found()).toContain(`file: ${form}`);
  });

  it('finds bytes as base64url', () => {
    const odd = Buffer.concat([Buffer.alloc(24, 0xff), secret]);
    write('file', around(Buffer.from(odd.toString('base64url'))));
    expect(found(odd)).toContain('file: base64url');
  });

  it.each<[string, Buffer]>([
    ['text', Buffer.from(LABEL)],
    ['text', Buffer.from('"enbank Noord"')],
    ['text-utf16', Buffer.from(LABEL, 'utf16le')],
    ['text-key', Buffer.from([...Buffer.from(LABEL)].map((byte) => byte + 1))],
    ['hex', Buffer.from(Buffer.from(LABEL).toString('hex'))],
    ['base64', Buffer.from(Buffer.from(`{"issuer":"${LABEL}"}`).toString('base64'))],
  ])('finds a text as %s', (form, content) => {
    write('file', around(content));
    expect(found(LABEL)).toContain(`file: ${form}`);
  });

  it('finds a number that stands alone', () => {
    write('file', around(Buffer.from('"pin":"493817",')));
    expect(findNumber(folder, '493817')).toEqual([{ file: 'file', layer: 'file' }]);
    write('file', around(Buffer.from('x493817x', 'utf16le')));
    expect(findNumber(folder, '493817')).toHaveLength(1);
    write('file', around(Buffer.from('1764938170000')));
    expect(findNumber(folder, '493817')).toEqual([]);
  });

  it('finds nothing where nothing is', () => {
    write('000003.log', around(noise(5000)));
    expect(found()).toEqual([]);
  });

  it('does not look for what chance would find', () => {
    expect(() => findPieces(folder, ['493817'])).toThrow(/Too short/);
  });
});

describe('containers', () => {
  /** Bytes that are in no file as they are. */
  const packed = snappy(hidden());
  const marked = Buffer.concat([Buffer.from([7, 0xff, 0x11, 0x02]), packed]);

  it('has controls that hide it from a plain look', () => {
    write('file', packed);
    expect(found()).toEqual([]);
  });

  it('finds it in a table of LevelDB, key and value', () => {
    const key = Buffer.concat([Buffer.from('abcKEY'), secret]);
    write(
      '000005.ldb',
      levelTable([
        [Buffer.from('abc'), hidden()],
        [key, noise()],
      ]),
    );
    expect(found()).toEqual(expect.arrayContaining(['leveldb value: raw', 'leveldb key: raw']));
  });

  it('finds it in a value that is compressed within a table', () => {
    write('000005.ldb', levelTable([[Buffer.from('abc'), marked]]));
    expect(found()).toEqual(['snappy: raw']);
  });

  it('finds it in a log of LevelDB, cut between two blocks', () => {
    const content = Buffer.concat([noise(32_768 - 7 - 24), secret, noise()]);
    const log = levelLog(content);
    write('000003.log', log);
    expect(log.indexOf(secret)).toBe(-1);
    expect(found()).toContain('leveldb log: raw');
    write('000003.log', levelLog(Buffer.concat([noise(), marked])));
    expect(found()).toEqual(['snappy: raw']);
  });

  it.each([300, 5000])('finds it compressed in a row of SQLite, after %i bytes', (before) => {
    const pages = sqlitePages(snappy(Buffer.concat([noise(before), hidden()])));
    write('store.sqlite', Buffer.concat(pages));
    expect(found()).toEqual(['snappy: raw']);
    rmSync(path.join(folder, 'store.sqlite'));
    write('store.sqlite-wal', sqliteLog(pages));
    expect(found()).toEqual(['snappy: raw']);
  });

  it('finds it between two pages of a row', () => {
    const pages = sqlitePages(Buffer.concat([noise(5000), ...Array(8).fill(secret), noise(5000)]));
    write('store.sqlite', Buffer.concat(pages));
    expect(found()).toEqual(expect.arrayContaining(['sqlite row: raw']));
  });

  it.each(['idb/store.files/12', 'blob/1/0a', 'morgue/{a}.final'])('finds it compressed in %s', (name) => {
    write(name, packed);
    expect(found()).toEqual(['snappy: raw']);
  });

  it('finds it in a saved session of Firefox', () => {
    const text = Buffer.from(`${'x'.repeat(300)}${LABEL}${'y'.repeat(30)}`);
    write('recovery.jsonlz4', lz4(text));
    expect(found(LABEL)).toEqual(expect.arrayContaining(['lz4: text']));
  });
});
