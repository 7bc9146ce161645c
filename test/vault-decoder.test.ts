/** The decoder of `npm run vault`, written from docs/vault-format.md alone: it must open what the product wrote. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Serializer } from 'node:v8';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { undoUnfinished } from '../scripts/vault/chromium-undo.mjs';
import { crc32c, maskedCrc } from '../scripts/vault/crc32c.mjs';
import { readLevelDb } from '../scripts/vault/leveldb.mjs';
import { mozillaValue } from '../scripts/vault/mozilla-value.mjs';
import { openRecord, openSlot } from '../scripts/vault/opening.mjs';
import { printed } from '../scripts/vault/print.mjs';
import { base64Bytes } from '../scripts/vault/shape.mjs';
import { slotFrom } from '../scripts/vault/slots.mjs';
import { unsnappy } from '../scripts/vault/snappy.mjs';
import { sqlitePages } from '../scripts/vault/sqlite-pages.mjs';
import { tableRows } from '../scripts/vault/sqlite-tables.mjs';
import { summarise } from '../scripts/vault/summary.mjs';
import { Unreadable } from '../scripts/vault/unreadable.mjs';
import { v8Value } from '../scripts/vault/v8-value.mjs';
import { crc16, secretOf } from '../scripts/vault/written-code.mjs';
import vault1 from './vectors/vault-v1.json' with { type: 'json' };
import vault2 from './vectors/vault-v2.json' with { type: 'json' };

interface Vector {
  pin: string;
  passphrase?: string;
  recoveryCode: string;
  contactText?: string;
  deviceKey: string;
  meta: { vault: string };
  slots: { id: string; salt: string; sealed: string }[];
  records: { id: string; kind: string; vault: string; generation: number; sealed: string }[];
  accounts: { issuer: string; name: string }[];
}

const bytes = (base64: string) => Buffer.from(base64, 'base64');
const hex = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex');
const sized = (content: Buffer) => Buffer.concat([Buffer.from([content.length]), content]);
const uint32 = (value: number) => hex(Buffer.from(Uint32Array.of(value).buffer).toString('hex'));

function haveOf({ pin, passphrase, recoveryCode, contactText, deviceKey }: Vector) {
  return {
    pin,
    recoveryCode,
    deviceKey: bytes(deviceKey),
    ...(passphrase !== undefined && { passphrase }),
    ...(contactText !== undefined && { contact: contactText }),
  };
}

function databaseOf(vector: Vector, name: string) {
  const raw = <T extends { id: string }>(parts: T[], fields: (keyof T)[]) =>
    new Map(
      parts.map((part) => [
        part.id,
        { ...part, ...Object.fromEntries(fields.map((field) => [field, bytes(String(part[field]))])) },
      ]),
    );
  const key = {
    cryptoKey: true,
    algorithm: 'HMAC',
    hash: 'SHA-256',
    bits: 256,
    raw: bytes(vector.deviceKey),
  };
  return {
    name,
    stores: new Map<string, Map<string, unknown>>([
      ['meta', new Map([['vault', vector.meta]])],
      ['slots', raw(vector.slots, ['salt', 'sealed'])],
      ['records', raw(vector.records, ['sealed'])],
      ['keys', new Map([['device', { ...key, extractable: false }]])],
      ['attempts', new Map([['pin', null]])],
    ]),
  };
}

describe.each<[string, Vector]>([
  ['format 1', vault1],
  ['format 2', vault2],
])('the vault of %s', (_format, vector) => {
  const slots = vector.slots.map((slot) => slotFrom(slot, base64Bytes, 'a slot', []));

  it('opens by every slot, and every record with it', async () => {
    for (const slot of slots) {
      const { masterKey, missing } = await openSlot(slot, haveOf(vector));
      expect(missing).toEqual([]);
      const contents = vector.records.map((record) =>
        openRecord({ ...record, sealed: bytes(record.sealed) }, masterKey ?? Buffer.alloc(32)),
      );
      const accounts = contents.filter((_, index) => vector.records[index]?.kind === 'account');
      const named = accounts.map((account) => account as { issuer: string; name: string });
      expect(named.map(({ issuer, name }) => `${issuer} ${name}`).sort()).toEqual(
        vector.accounts.map(({ issuer, name }) => `${issuer} ${name}`).sort(),
      );
      expect(contents).not.toContain(null);
    }
  });

  it('opens by nothing else', async () => {
    const wrong = { ...haveOf(vector), pin: '000001', passphrase: 'another', deviceKey: Buffer.alloc(32) };
    for (const slot of slots) {
      const known = slot.factors.every(({ type }) => type === 'recovery' || type === 'contact');
      expect((await openSlot(slot, wrong)).masterKey === null).toBe(!known);
      expect(await openSlot({ ...slot, generation: 2 }, haveOf(vector))).toEqual({
        masterKey: null,
        missing: [],
      });
      const missing = slot.factors.map(({ type }) => type);
      expect(await openSlot(slot, {})).toEqual({ masterKey: null, missing });
    }
  });

  it('is shown without a secret, and the highest database that has a meta is it', async () => {
    const half = { name: 'tweestap-10', stores: new Map() };
    const local = new Map<string, unknown>([['sentinel', vector.meta.vault]]);
    const databases = [databaseOf(vector, 'tweestap-9'), half, databaseOf(vector, 'tweestap')];
    const raw = { browser: 'firefox' as const, extension: 'x', databases, local, problems: [] };
    const summary = await summarise(raw, haveOf(vector));
    expect(summary.databases.map(({ name, current }) => [name, current])).toEqual([
      ['tweestap-10', false],
      ['tweestap-9', true],
      ['tweestap', false],
    ]);
    expect(summary.databases[1]?.slots.map(({ opened }) => opened)).toEqual(vector.slots.map(() => true));
    expect([summary.problems, summary.notes]).toEqual([[], []]);
    const secrets = [vector.pin, vector.recoveryCode, vector.deviceKey, vector.meta.vault];
    const stored = vector.slots.flatMap(({ id, salt, sealed }) => [id, salt, sealed]);
    const shown = JSON.stringify(summary) + printed(summary);
    for (const secret of [...secrets, ...stored]) expect(shown).not.toContain(secret);
  });
});

describe('a written code', () => {
  it('is told by its kind and its checksum', () => {
    expect(crc16(Buffer.from('123456789'))).toBe(0x29b1);
    expect(secretOf(vault2.recoveryCode.toLowerCase().replace(/.{5}/g, '$&-'), 1)).toHaveLength(17);
    expect(secretOf(vault2.recoveryCode, 2)).toBeNull();
    expect(secretOf(`${vault2.recoveryCode.slice(0, -1)}0`, 1)).toBeNull();
  });
});

describe('snappy', () => {
  it('repeats what it is still writing', () => {
    expect(unsnappy(hex('0a 04 6162 11 02')).toString()).toBe('ababababab');
  });

  it.each(['', '0a 04 6162', '0a 04 6162 11 03', '04 04 6162 11 02', 'ffffffff0f 00'])(
    'refuses %s',
    (text) => {
      expect(() => unsnappy(hex(text))).toThrow(Unreadable);
    },
  );
});

describe('LevelDB', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tweestap-leveldb-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const log = (payload: Buffer) => {
    const typed = Buffer.concat([hex('01'), payload]);
    return Buffer.concat([uint32(maskedCrc(typed)), Buffer.from([payload.length, 0]), typed]);
  };
  const put = (key: string, value: string) =>
    Buffer.concat([hex('01'), sized(Buffer.from(key)), sized(Buffer.from(value))]);
  const batch = (sequence: number, ...changes: Buffer[]) =>
    Buffer.concat([uint32(sequence), uint32(0), uint32(changes.length), ...changes]);
  const block = (...entries: [key: Buffer, value: Buffer][]) => {
    const content = entries.map(([key, value]) =>
      Buffer.concat([Buffer.from([0, key.length, value.length]), key, value]),
    );
    const stored = Buffer.concat([...content, uint32(0), uint32(1), hex('00')]);
    return Buffer.concat([stored, uint32(maskedCrc(stored))]);
  };
  const data = block([Buffer.concat([Buffer.from('old'), hex('01 01 000000000000')]), Buffer.from('table')]);
  const index = block([Buffer.from('z'), Buffer.from([0, data.length - 5])]);
  const footer = Buffer.concat([Buffer.from([0, 0, data.length, index.length - 5]), Buffer.alloc(36)]);
  const write = (name: string, content: Buffer | string) => writeFileSync(path.join(folder, name), content);

  write('CURRENT', 'MANIFEST-000001\n');
  // Log 3 counts; table 4 was deleted, table 5 is there.
  write('MANIFEST-000001', log(hex('02 03  07 00 04 01 00 00  06 00 04  07 00 05 01 00 00')));
  write('000005.ldb', Buffer.concat([data, index, footer, hex('57fb808b247547db')]));
  write('000002.log', log(batch(9, put('older', 'log'))));
  const first = log(batch(5, put('new', 'one'), put('gone', 'x')));
  const second = log(batch(7, put('new', 'two'), Buffer.concat([hex('00'), sized(Buffer.from('gone'))])));

  it('gives the newest value of each key', () => {
    expect(crc32c(Buffer.from('123456789'))).toBe(0xe3069283);
    write('000003.log', Buffer.concat([first, second]));
    const entries = [...readLevelDb(folder)].map(([key, value]) => [key, value.toString()]);
    expect(entries.sort()).toEqual([
      ['new', 'two'],
      ['old', 'table'],
    ]);
  });

  it('drops what a killed browser was writing', () => {
    write('000003.log', Buffer.concat([first, second.subarray(0, -1)]));
    expect(readLevelDb(folder).get('new')?.toString()).toBe('one');
  });

  it('refuses a changed byte, and says where', () => {
    write('000003.log', Buffer.concat([first.subarray(0, -1), hex('ff'), second]));
    expect(() => readLevelDb(folder)).toThrow(/000003\.log: The log is damaged: a checksum is wrong\.$/);
  });

  it('undoes a transaction that was not committed', () => {
    const undo = (text: string) => `\x00\x00\x00\x00\x32\x02\x07\x00${text}`;
    const task = (field: number, ...parts: Buffer[]) => sized2(field, Buffer.concat(parts));
    const sized2 = (field: number, part: Buffer) =>
      Buffer.concat([Buffer.from([field * 8 + 2]), sized(part)]);
    const entries = new Map([
      ['\x00\x00\x00\x00\x32\x01\x07', sized2(1, Buffer.from('lock'))],
      [undo('1'), task(2, sized2(1, Buffer.from('made')))],
      [undo('2'), task(1, sized2(1, Buffer.from('changed')), sized2(2, Buffer.from('before')))],
      ['made', Buffer.from('after')],
      ['changed', Buffer.from('after')],
    ]);
    undoUnfinished(entries);
    expect(entries.get('changed')?.toString()).toBe('before');
    expect(entries.has('made')).toBe(false);
  });
});

describe('a value', () => {
  const value = { text: 'één', wide: '↑', count: -3, time: 1.5e12, none: null, list: [1, { yes: true }] };

  it('of Chromium', () => {
    const serializer = new Serializer();
    serializer.writeHeader();
    const salt = Uint8Array.of(1, 2, 3);
    serializer.writeValue({ ...value, salt, again: salt });
    const blink = hex('ff15 fe 000000000000000000000000');
    expect(v8Value(Buffer.concat([blink, serializer.releaseBuffer()]))).toEqual({
      ...value,
      salt,
      again: salt,
    });
    const key = v8Value(hex(`ff10 5c 4b 02 20 06 08 20 ${'ab'.repeat(32)}`));
    expect(key).toMatchObject({ algorithm: 'HMAC', hash: 'SHA-256', bits: 256, extractable: false });
  });

  it('of Firefox', () => {
    const head = '03000000 0000f1ff';
    const text = '04000080 0400ffff 73616c74 00000000';
    const view = '01000000 2000ffff 0300000000000000  00000000 1f00ffff 0300000000000000  0102030000000000';
    const list = '02000000 0700ffff  01000000 0300ffff  000000000000f83f  00000000 1300ffff';
    const end = '00000000 1300ffff';
    expect(mozillaValue(hex(`${head} 00000000 0800ffff ${text} ${view} 0000000000000000 ${end}`))).toEqual({
      salt: Uint8Array.of(1, 2, 3),
    });
    expect(mozillaValue(hex(head + list))).toEqual([undefined, 1.5]);
  });

  it('that is none is refused, and never read past its end', () => {
    const readers = [v8Value, mozillaValue, unsnappy];
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), fc.constantFrom(...readers), (content, read) => {
        try {
          read(Buffer.concat([read === mozillaValue ? hex('030000000000f1ff') : Buffer.alloc(0), content]));
        } catch (error) {
          if (!(error instanceof Unreadable || error instanceof RangeError)) throw error;
        }
      }),
    );
  });
});

describe('SQLite', () => {
  const PAGE = 512;
  const long = Buffer.from('long '.repeat(150));
  const padded = (content: Buffer) => Buffer.concat([content, Buffer.alloc(PAGE - content.length)]);

  /** A leaf with one cell at its end. */
  function leaf(type: number, start: number, cell: Buffer): Buffer {
    const page = Buffer.alloc(PAGE);
    page.set([type, 0, 0, 0, 1], start);
    page.writeUInt16BE(PAGE - cell.length, start + 8);
    page.set(cell, PAGE - cell.length);
    return page;
  }
  const schema = Buffer.concat([hex('06 17 15 15 01 00'), Buffer.from('tabledatadata'), hex('02')]);
  const first = leaf(13, 100, Buffer.concat([Buffer.from([schema.length, 1]), schema]));
  first.set(Buffer.concat([Buffer.from('SQLite format 3\0'), hex('0200')]));
  // A text of 750 bytes and the number -2: 39 bytes are in the page, the others in two more.
  const row = Buffer.concat([hex('04 8b69 01'), long, hex('fe')]);
  const second = leaf(10, 0, Buffer.concat([hex('8573'), row.subarray(0, 39), hex('00000003')]));
  const third = Buffer.concat([hex('00000004'), row.subarray(39, 39 + 508)]);
  const fourth = padded(Buffer.concat([hex('00000000'), row.subarray(39 + 508)]));
  const file = Buffer.concat([first, second, third, fourth]);
  const rows = (content: Buffer, log?: Buffer) =>
    [...tableRows(sqlitePages(content, log), 'data')].map(({ columns }) => columns);

  /** A write-ahead log, each frame with the size that makes it a commit, or 0. */
  function walOf(...frames: [page: Buffer, commit: number][]): Buffer {
    let sums: [number, number] = [0, 0];
    const summed = (...parts: Buffer[]) => {
      const content = Buffer.concat(parts);
      for (let at = 0; at < content.length; at += 8) {
        const one: number = (sums[0] + content.readUInt32LE(at) + sums[1]) >>> 0;
        sums = [one, (sums[1] + content.readUInt32LE(at + 4) + one) >>> 0];
      }
      return hex(sums.map((sum) => sum.toString(16).padStart(8, '0')).join(''));
    };
    const salts = hex('0102030405060708');
    const head = Buffer.concat([hex('377f0682 002de218 00000200 00000000'), salts]);
    const parts: Buffer[] = [head, summed(head)];
    for (const [page, commit] of frames) {
      const start = Buffer.from([0, 0, 0, 2, 0, 0, 0, commit]);
      parts.push(start, salts, summed(start, page), page);
    }
    return Buffer.concat(parts);
  }
  const one = leaf(10, 0, hex('03 02 01 01'));
  const two = leaf(10, 0, hex('03 02 01 02'));

  it('gives rows that reach over several pages', () => {
    expect(rows(file)).toEqual([[long.toString(), -2]]);
    expect(() => rows(file.subarray(0, 3 * PAGE))).toThrow(Unreadable);
    expect(() => [...tableRows(sqlitePages(file), 'other')]).toThrow(/no table other/);
  });

  it('follows the log to its last commit', () => {
    expect(rows(file, walOf([one, 4], [two, 4]))).toEqual([[2]]);
    expect(rows(file, walOf([one, 4], [two, 0]))).toEqual([[1]]);
    expect(rows(file, walOf([one, 4], [two, 4]).subarray(0, -1))).toEqual([[1]]);
    const changed = walOf([one, 4]);
    changed.set([9], changed.length - 1);
    expect(rows(file, changed)).toEqual([[long.toString(), -2]]);
  });
});
