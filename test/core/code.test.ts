import { describe, expect, it } from 'vitest';
import type { CodeSettings } from '../../src/core/account.ts';
import { codeAt, codesAt } from '../../src/core/code.ts';
import { RFC4226_ROWS, RFC4226_SECRET } from '../vectors/rfc4226.ts';
import { RFC6238_ROWS, RFC6238_SECRETS } from '../vectors/rfc6238.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const SECRET = bytesOf(RFC4226_SECRET);
const TOTP: CodeSettings = { type: 'totp', algorithm: 'SHA1', digits: 8, periodSeconds: 30 };
const STEAM: CodeSettings = { type: 'steam' };
const hotp = (counter: number, digits = 6): CodeSettings => ({
  type: 'hotp',
  algorithm: 'SHA1',
  digits,
  counter,
});

describe('codeAt', () => {
  it.each(RFC4226_ROWS)('gives the HOTP code of RFC 4226 for counter $counter', ({ counter, code }) => {
    expect(codeAt(SECRET, hotp(counter), 0)).toEqual({ code, validFrom: null, validUntil: null });
  });

  it.each(RFC4226_ROWS)('gives one to ten digits of $decimal, zeros first', ({ counter, decimal }) => {
    for (let digits = 1; digits <= 10; digits++) {
      expect(codeAt(SECRET, hotp(counter, digits), 0).code).toBe(decimal.slice(-digits));
    }
  });

  it.each(RFC6238_ROWS)('gives the TOTP codes of RFC 6238 at $seconds s', (row) => {
    for (const algorithm of ['SHA1', 'SHA256', 'SHA512'] as const) {
      const settings: CodeSettings = { type: 'totp', algorithm, digits: 8, periodSeconds: 30 };
      expect(codeAt(bytesOf(RFC6238_SECRETS[algorithm]), settings, row.seconds * 1000).code).toBe(
        row[algorithm],
      );
    }
  });

  it('takes the truncated value of RFC 4226 as five Steam characters', () => {
    // The rows 0, 1 and 7 in base 26, least significant first: 1284755224 is 5, 14, 3, 24, 3 ...
    expect(codeAt(SECRET, STEAM, 0).code).toBe('GG5F5');
    expect(codeAt(SECRET, STEAM, 30_000).code).toBe('PV9M4');
    expect(codeAt(SECRET, STEAM, 7 * 30_000).code).toBe('C9PRW');
  });

  // Values from an HMAC computed with another implementation (Python's hmac).
  it.each<[string, Uint8Array, CodeSettings, string]>([
    ['a secret of one byte', Uint8Array.of(1), hotp(5, 10), '1807370181'],
    ['the last counter', SECRET, hotp(2 ** 53 - 1, 10), '1841891307'],
    [
      'a secret of 1,024 bytes',
      new Uint8Array(1024).fill(0x5a),
      { type: 'hotp', algorithm: 'SHA512', digits: 10, counter: 5 },
      '1541743808',
    ],
    [
      'a period of a day',
      SECRET,
      { type: 'totp', algorithm: 'SHA256', digits: 10, periodSeconds: 86_400 },
      '1121912251',
    ],
  ])('takes %s', (_, secret, settings, code) => {
    expect(codeAt(secret, settings, 1_700_000_000_000).code).toBe(code);
  });

  it('changes the code at the millisecond', () => {
    expect(codeAt(SECRET, TOTP, 59_999)).toEqual({ code: '94287082', validFrom: 30_000, validUntil: 60_000 });
    expect(codeAt(SECRET, TOTP, 60_000)).toMatchObject({ validFrom: 60_000, validUntil: 90_000 });
    expect(codeAt(SECRET, { ...TOTP, periodSeconds: 1 }, 1500)).toMatchObject({
      validFrom: 1000,
      validUntil: 2000,
    });
    expect(codeAt(SECRET, STEAM, 29_999.9)).toMatchObject({ validFrom: 0, validUntil: 30_000 });
  });

  it('counts times before 1970 as 1970', () => {
    expect(codeAt(SECRET, TOTP, -1)).toEqual(codeAt(SECRET, TOTP, 0));
  });

  it('throws on a time that is none', () => {
    expect(() => codeAt(SECRET, TOTP, Number.NaN)).toThrow();
  });
});

describe('codesAt', () => {
  it('gives the code of now and the one that follows it', () => {
    for (const settings of [TOTP, STEAM]) {
      const { current, next } = codesAt(SECRET, settings, 45_000);
      expect(current).toEqual(codeAt(SECRET, settings, 45_000));
      expect(next).toEqual(codeAt(SECRET, settings, 60_000));
      expect(next.validFrom).toBe(current.validUntil);
    }
  });

  it('gives the codes of the stored and of the next counter', () => {
    const { current, next } = codesAt(SECRET, hotp(8), 0);
    expect([current.code, next.code]).toEqual(['399871', '520489']);
  });

  it('has no counter after the last', () => {
    const { current, next } = codesAt(SECRET, hotp(2 ** 53 - 1), 0);
    expect(next).toEqual(current);
  });
});
