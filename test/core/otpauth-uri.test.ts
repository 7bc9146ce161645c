import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CodeSettings } from '../../src/core/account.ts';
import { cleanText } from '../../src/core/clean-text.ts';
import { decodePercent, formatOtpauthUri, parseOtpauthUri } from '../../src/core/otpauth-uri.ts';
import { err, ok } from '../../src/core/result.ts';
import { READ, REFUSED, SECRET_TEXT } from '../vectors/otpauth.ts';

const secret = new TextEncoder().encode(SECRET_TEXT);
const totp: CodeSettings = { type: 'totp', algorithm: 'SHA1', digits: 6, periodSeconds: 30 };

const algorithm = fc.constantFrom('SHA1', 'SHA256', 'SHA512');
const digits = fc.integer({ min: 1, max: 10 });
const anySettings: fc.Arbitrary<CodeSettings> = fc.oneof(
  fc.record({
    type: fc.constant('totp'),
    algorithm,
    digits,
    periodSeconds: fc.integer({ min: 1, max: 86_400 }),
  }),
  fc.record({ type: fc.constant('hotp'), algorithm, digits, counter: fc.maxSafeNat() }),
  fc.record({ type: fc.constant('steam') }),
);
const anyText = fc
  .oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.stringMatching(/^[ab:%#?&=+/ ]{0,12}$/),
    fc.constant('Steam'),
  )
  .map((text) => cleanText(text));

describe('parseOtpauthUri', () => {
  it.each(READ)('reads: $rule', ({ uri, says }) => {
    expect(parseOtpauthUri(uri)).toMatchObject(ok({ ...says, secret }));
  });

  it.each(REFUSED)('refuses as $error: $uri', ({ error, uri }) => {
    expect(parseOtpauthUri(uri)).toEqual(err(error));
  });

  it('keeps 128 code points of issuer and name', () => {
    const uri = `otpauth://totp/${'i'.repeat(300)}:${'n'.repeat(300)}?secret=OJUXMZLS&issuer=${'i'.repeat(300)}`;
    expect(parseOtpauthUri(uri)).toMatchObject(
      ok({ issuer: 'i'.repeat(128), labelIssuer: 'i'.repeat(128), name: 'n'.repeat(128) }),
    );
  });

  it('never throws', () => {
    const parts = fc.constantFrom(
      'otpauth://',
      'totp',
      'hotp',
      '/',
      '?',
      '&',
      '=',
      '%',
      '%F0',
      ':',
      '#',
      'secret=',
      'ABCD',
    );
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void parseOtpauthUri(text)));
    fc.assert(
      fc.property(fc.array(parts), (some) => void parseOtpauthUri(`otpauth://totp/${some.join('')}`)),
    );
  });
});

describe('formatOtpauthUri', () => {
  it('writes every parameter, escaped', () => {
    expect(formatOtpauthUri({ issuer: 'North Star', name: 'mia@star.test', secret, settings: totp })).toBe(
      'otpauth://totp/North%20Star:mia%40star.test?secret=OJUXMZLSEBZXI33OMUQGYYLNOA&issuer=North%20Star' +
        '&algorithm=SHA1&digits=6&period=30',
    );
  });

  it('is read back to the same account', () => {
    fc.assert(
      fc.property(
        fc.record({
          issuer: anyText,
          name: anyText,
          secret: fc.uint8Array({ minLength: 1, maxLength: 64 }),
          settings: anySettings,
        }),
        (account) => {
          const parsed = parseOtpauthUri(formatOtpauthUri(account));
          expect(parsed).toEqual(ok({ ...account, labelIssuer: account.issuer }));
        },
      ),
    );
  });

  it('does not throw on text that was never cleaned', () => {
    expect(formatOtpauthUri({ issuer: '\ud83d', name: 'mia\udfff', secret, settings: totp })).toContain(
      'totp/mia?',
    );
  });
});

it('decodes what can be decoded', () => {
  expect(decodePercent('%41%zz%%C3%A9%C3')).toBe('A%zz%é%C3');
  expect(decodePercent('%41-%C3%A9%F0%9F%9A%B2')).toBe('A-é🚲');
  expect(decodePercent('%C0%80%ED%A0%80%FF%41')).toBe('%C0%80%ED%A0%80%FFA');
});
