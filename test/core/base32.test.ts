import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBase32, encodeBase32 } from '../../src/core/base32.ts';
import { err, ok } from '../../src/core/result.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** RFC 4648 §10. */
const RFC4648 = [
  ['f', 'MY======'],
  ['fo', 'MZXQ===='],
  ['foo', 'MZXW6==='],
  ['foob', 'MZXW6YQ='],
  ['fooba', 'MZXW6YTB'],
  ['foobar', 'MZXW6YTBOI======'],
] as const;

describe('decodeBase32', () => {
  it.each(RFC4648)('reads %j from %s, with and without padding', (text, base32) => {
    expect(decodeBase32(base32)).toEqual(ok(bytesOf(text)));
    expect(decodeBase32(base32.replaceAll('=', ''))).toEqual(ok(bytesOf(text)));
  });

  it.each([
    'mzxw6ytboi',
    ' MZXW 6YTB\tOI\n',
    'MZXW-6YTB-OI',
    'MZXW_6YTB_OI',
    'MZXW–6YTB\u200bOI',
    'MZXW6YTBOI = = =',
    'MZXW6YTBOI==',
    'MZXW6YTBOI==========',
  ])('forgives %j', (text) => {
    expect(decodeBase32(text)).toEqual(ok(bytesOf('foobar')));
  });

  it('ignores bits that do not fill a byte', () => {
    expect(decodeBase32('MZ')).toEqual(decodeBase32('MY'));
    expect(decodeBase32('MZXW6YTBP')).toEqual(ok(bytesOf('fooba')));
  });

  it.each([
    '',
    ' ',
    '=',
    '====',
    'a',
    'A=',
    'MZXW=6YTB',
    'MZXW6YT0',
    'MZXW6YT1',
    'MZXW6YT8',
    'MZXW6YT9',
    'MZXſ',
    'MZ+X',
    'ÄÖ',
  ])('refuses %j', (text) => {
    expect(decodeBase32(text)).toEqual(err('bad-secret'));
  });

  it('reads up to 1,024 bytes', () => {
    expect(decodeBase32(encodeBase32(new Uint8Array(1024)))).toEqual(ok(new Uint8Array(1024)));
    expect(decodeBase32(encodeBase32(new Uint8Array(1025)))).toEqual(err('bad-secret'));
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void decodeBase32(text)));
  });
});

describe('encodeBase32', () => {
  it.each(RFC4648)('writes %j as %s without its padding', (text, base32) => {
    expect(encodeBase32(bytesOf(text))).toBe(base32.replaceAll('=', ''));
  });

  it('is read back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 1024 }), (bytes) => {
        expect(decodeBase32(encodeBase32(bytes))).toEqual(ok(bytes));
      }),
    );
  });
});
