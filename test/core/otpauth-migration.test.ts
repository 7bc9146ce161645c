import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MigrationError, parseMigrationUri } from '../../src/core/otpauth-migration.ts';
import { err } from '../../src/core/result.ts';

const SECRET = new TextEncoder().encode('river stone lamp');

/** A protocol buffer field: a number as a varint, anything else with its length before it. */
function field(number: number, value: number | bigint | string | Uint8Array): number[] {
  if (typeof value === 'number' || typeof value === 'bigint')
    return [...varint(number << 3), ...varint(value)];
  const bytes = typeof value === 'string' ? new TextEncoder().encode(value) : value;
  return [...varint((number << 3) | 2), ...varint(bytes.length), ...bytes];
}

function varint(value: number | bigint): number[] {
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, BigInt(value));
  for (; rest > 0x7fn; rest >>= 7n) bytes.push(Number(rest & 0x7fn) | 0x80);
  return [...bytes, Number(rest)];
}

const entry = (...fields: number[][]) => field(1, Uint8Array.from(fields.flat()));
const base64 = (bytes: number[]) => btoa(String.fromCharCode(...bytes));
const uriOf = (...fields: number[][]) =>
  `otpauth-migration://offline?data=${encodeURIComponent(base64(fields.flat()))}`;

function read(uri: string) {
  const migration = parseMigrationUri(uri);
  if (!migration.ok) throw new Error(migration.error);
  return migration.value;
}

const MIA = [field(1, SECRET), field(2, 'mia'), field(3, 'Harbour')];
const READ_MIA = {
  issuer: 'Harbour',
  labelIssuer: '',
  name: 'mia',
  secret: SECRET,
  settings: { type: 'totp', algorithm: 'SHA1', digits: 6, periodSeconds: 30 },
};

describe('parseMigrationUri', () => {
  it('reads accounts and where the picture stands in its transfer', () => {
    const first = entry(...MIA, field(4, 2), field(5, 2), field(6, 2));
    const second = entry(...MIA, field(4, 3), field(5, 1), field(6, 1), field(7, 41), field(8, 'uuid'));
    const batch = [field(2, 2), field(3, 3), field(4, 1), field(5, -77n)];
    expect(read(uriOf(first, second, ...batch))).toEqual({
      enrolments: [
        { ...READ_MIA, settings: { type: 'totp', algorithm: 'SHA256', digits: 8, periodSeconds: 30 } },
        { ...READ_MIA, settings: { type: 'hotp', algorithm: 'SHA512', digits: 6, counter: 41 } },
      ],
      unreadable: 0,
      batch: { index: 1, size: 3, id: -77 },
    });
  });

  it('takes SHA-1, six digits and TOTP when nothing is said', () => {
    expect(read(uriOf(entry(...MIA)))).toEqual({
      enrolments: [READ_MIA],
      unreadable: 0,
      batch: { index: 0, size: 1, id: 0 },
    });
  });

  it.each([
    ['Harbour:mia', 'Harbour', { issuer: 'Harbour', labelIssuer: 'Harbour', name: 'mia' }],
    ['Harbour: mia', 'Harbour', { issuer: 'Harbour', labelIssuer: 'Harbour', name: 'mia' }],
    ['Lab: West:mia', 'Lab: West', { issuer: 'Lab: West', labelIssuer: 'Lab: West', name: 'mia' }],
    ['mia:home', 'Harbour', { issuer: 'Harbour', labelIssuer: '', name: 'mia:home' }],
    ['Harbour:mia', '', { issuer: 'Harbour', labelIssuer: 'Harbour', name: 'mia' }],
    ['mia', '', { issuer: '', labelIssuer: '', name: 'mia' }],
    ['Harbour', 'Harbour', { issuer: 'Harbour', labelIssuer: '', name: 'Harbour' }],
    [' m\u200bia\u202e', 'Har\u0000bour', { issuer: 'Harbour', labelIssuer: '', name: 'mia' }],
  ])('reads the name %j with the issuer %j', (name, issuer, says) => {
    const { enrolments } = read(uriOf(entry(field(1, SECRET), field(2, name), field(3, issuer))));
    expect(enrolments).toEqual([{ ...READ_MIA, ...says }]);
  });

  it.each([
    ['MD5', [...MIA, field(4, 4)]],
    ['an unknown algorithm', [...MIA, field(4, 9)]],
    ['unknown digits', [...MIA, field(5, 3)]],
    ['an unknown type', [...MIA, field(6, 3)]],
    ['a counter past 2^53', [...MIA, field(6, 1), field(7, 2n ** 53n)]],
    ['a negative counter', [...MIA, field(6, 1), field(7, -1n)]],
    ['no secret', [field(2, 'mia')]],
    ['a secret of 1,025 bytes', [field(1, new Uint8Array(1025))]],
    ['a number in place of the secret', [field(1, 5), field(2, 'mia')]],
    ['text in place of the type', [...MIA, field(6, 'totp')]],
    ['bytes that are no message', [[0xff]]],
  ])('counts an account with %s and keeps the others', (_, fields) => {
    expect(read(uriOf(entry(...fields), entry(...MIA)))).toMatchObject({
      enrolments: [READ_MIA],
      unreadable: 1,
    });
  });

  it('repairs plus signs that became spaces', () => {
    // Three bytes that are '++++' in base64, placed so that the text ends with a plus.
    const plus = [0xfb, 0xef, 0xbe];
    const secret = Uint8Array.of(0, 0, ...plus, ...plus);
    const raw = base64(entry(field(1, secret)));
    expect(raw.endsWith('++')).toBe(true);
    for (const data of [raw, raw.replaceAll('+', ' '), raw.replaceAll('+', '-').replaceAll('/', '_')]) {
      expect(read(`otpauth-migration://offline?data=${data}`).enrolments).toMatchObject([{ secret }]);
    }
  });

  it('takes base64 without padding, in lines, and space around the URI', () => {
    const data = base64(entry(...MIA, field(8, 'x'))).replaceAll('=', '');
    for (const text of [data, `${data.slice(0, 20)}\r\n${data.slice(20)}\n`]) {
      expect(read(` OTPAUTH-MIGRATION://offline/?v=1&data=${text}`).enrolments).toEqual([READ_MIA]);
    }
  });

  it('passes over fixed-width fields', () => {
    const fixed64 = [(9 << 3) | 1, 1, 2, 3, 4, 5, 6, 7, 8];
    const fixed32 = [(9 << 3) | 5, 1, 2, 3, 4];
    expect(read(uriOf(fixed64, entry(...MIA), fixed32)).enrolments).toEqual([READ_MIA]);
  });

  it.each([
    ['index past size', [field(3, 2), field(4, 2)]],
    ['huge size', [field(3, 1_000_000), field(4, 5)]],
    ['negative size', [field(3, -1n)]],
    ['text', [field(3, 'two')]],
  ])('takes a batch with %s for a transfer of one picture', (_, batch) => {
    expect(read(uriOf(entry(...MIA), ...batch)).batch).toEqual({ index: 0, size: 1, id: 0 });
  });

  it.each<[MigrationError, string]>([
    ['not-migration', ''],
    ['not-migration', 'otpauth://totp/mia?secret=OJUXMZLS'],
    ['not-migration', `otpauth-migration://online?data=${base64(entry(...MIA))}`],
    ['no-data', 'otpauth-migration://offline?'],
    ['no-data', 'otpauth-migration://offline?data='],
    ['no-data', 'otpauth-migration://offline?mydata=AAAA'],
    ['bad-base64', 'otpauth-migration://offline?data=A'],
    ['bad-base64', 'otpauth-migration://offline?data=AA*A'],
    ['bad-base64', 'otpauth-migration://offline?data=AA==AA'],
    ['bad-payload', 'otpauth-migration://offline?data=hereisnothin'],
    ['bad-payload', uriOf([0x00, 0x00])],
    ['bad-payload', uriOf([0x0b])],
    ['bad-payload', uriOf(Array.from({ length: 11 }, () => 0xff))],
    ['no-accounts', uriOf(field(2, 1))],
    ['too-long', `otpauth-migration://offline?data=${'A'.repeat(8192)}`],
  ])('refuses as %s: %s', (error, uri) => {
    expect(parseMigrationUri(uri)).toEqual(err(error));
  });

  it('refuses a payload cut anywhere', () => {
    const bytes = entry(...MIA, field(6, 2));
    for (let length = 1; length < bytes.length; length++) {
      expect(parseMigrationUri(uriOf(bytes.slice(0, length)))).toEqual(err('bad-payload'));
    }
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        parseMigrationUri(uriOf([...bytes]));
        parseMigrationUri(uriOf(field(1, bytes)));
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        parseMigrationUri(text);
        parseMigrationUri(`otpauth-migration://offline?data=${text}`);
      }),
    );
  });
});
