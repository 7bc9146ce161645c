import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Account,
  encodeAccount,
  isWeakSecret,
  newAccountId,
  parseAccount,
  parseAccountId,
  parseSite,
} from '../../src/core/account.ts';

const ID = newAccountId(new Uint8Array(16).fill(7));
const ENCODED = {
  id: ID as string,
  issuer: 'Harbour',
  name: 'mia@harbour.test',
  secret: 'cml2ZXIgc3RvbmUgbGFtcA==',
  settings: { type: 'totp', algorithm: 'SHA1', digits: 6, periodSeconds: 30 },
  sites: ['harbour.test', 'localhost:8080'],
  addedAt: 1_700_000_000_000,
  addedFrom: 'page',
};
const TOTP = ENCODED.settings;
const HOTP = { type: 'hotp', algorithm: 'SHA512', digits: 8, counter: 0 };

describe('account ids', () => {
  it('are 16 bytes as 22 characters of base64url', () => {
    expect(newAccountId(new Uint8Array(16).fill(0xff))).toBe('_____________________w');
    expect(newAccountId(new Uint8Array(16).fill(0xfb))).toBe('-_v7-_v7-_v7-_v7-_v7-w');
    expect(() => newAccountId(new Uint8Array(15))).toThrow(RangeError);
    expect(() => newAccountId(new Uint8Array(17))).toThrow(RangeError);
  });

  it('are read back, in one spelling only', () => {
    expect(parseAccountId(ID)).toBe(ID);
    for (const text of [
      '',
      ID.slice(1),
      `${ID}A`,
      `${ID}==`,
      `${ID.slice(0, 21)}x`,
      `${ID.slice(0, 21)}+`,
      `${ID}\n`,
    ]) {
      expect(parseAccountId(text)).toBeNull();
    }
  });
});

describe('parseSite', () => {
  it.each([
    'harbour.test',
    'xn--bcher-kva.example',
    'localhost:3000',
    'localhost',
    'nas:5001',
    '192.168.1.10:443',
    '[::1]:8443',
    '[fe80::1]',
  ])('takes %s', (text) => {
    expect(parseSite(text)).toBe(text);
  });

  it.each([
    '',
    'Harbour.test',
    'https://harbour.test',
    'harbour.test/',
    'harbour.test.',
    '.harbour.test',
    'a..b',
    'bücher.example',
    'nas:0',
    'nas:65536',
    'nas:',
    'mia@nas',
    'a b',
    '[::1',
    `${'a'.repeat(254)}`,
  ])('refuses %j', (text) => {
    expect(parseSite(text)).toBeNull();
  });
});

describe('parseAccount', () => {
  it('reads what it should and drops what it does not know', () => {
    const account = parseAccount({ ...ENCODED, colour: 'red' });
    expect(account).toEqual({ ...ENCODED, secret: new TextEncoder().encode('river stone lamp') });
  });

  it.each([
    HOTP,
    { ...HOTP, counter: 2 ** 53 - 1 },
    { type: 'steam' },
    { ...TOTP, digits: 1 },
    { ...TOTP, digits: 10 },
  ])('takes the settings %j', (settings) => {
    expect(parseAccount({ ...ENCODED, settings })?.settings).toEqual(settings);
  });

  it.each([
    null,
    undefined,
    'steam',
    {},
    { ...TOTP, type: 'motp' },
    { ...TOTP, algorithm: 'sha1' },
    { ...TOTP, digits: 0 },
    { ...TOTP, digits: 11 },
    { ...TOTP, digits: '6' },
    { ...TOTP, periodSeconds: 0 },
    { ...TOTP, periodSeconds: 86_401 },
    { ...TOTP, periodSeconds: 1.5 },
    { ...HOTP, counter: -1 },
    { ...HOTP, counter: 2 ** 53 },
    { ...HOTP, counter: undefined },
  ])('refuses the settings %j', (settings) => {
    expect(parseAccount({ ...ENCODED, settings })).toBeNull();
  });

  it.each([
    { id: 'short' },
    { id: 7 },
    { issuer: undefined },
    { name: null },
    { secret: '' },
    { secret: 'cml2ZXI' },
    { secret: 'cml2 ZXI' },
    { secret: 'cml2=ZXI' },
    { secret: btoa('a'.repeat(1025)) },
    { secret: new Uint8Array(16) },
    { sites: undefined },
    { sites: 'harbour.test' },
    { sites: [7] },
    { sites: ['harbour.test', 'Not A Site'] },
    { sites: Array.from({ length: 101 }, (_, i) => `site${i}.test`) },
    { addedAt: -1 },
    { addedAt: 1.5 },
    { addedAt: 8.64e15 + 1 },
    { addedAt: '2023-11-14' },
    { addedFrom: 'cloud' },
  ])('refuses an account with %j', (change) => {
    expect(parseAccount({ ...ENCODED, ...change })).toBeNull();
  });

  it.each([null, undefined, 7, 'account', [], () => ENCODED])(
    'refuses %j in place of an account',
    (value) => {
      expect(parseAccount(value)).toBeNull();
    },
  );

  it('cleans issuer and name and names each site once', () => {
    const account = parseAccount({
      ...ENCODED,
      issuer: ' Har\u202ebour ',
      sites: ['a.test', 'b.test', 'a.test'],
    });
    expect(account).toMatchObject({ issuer: 'Harbour', sites: ['a.test', 'b.test'] });
  });

  it('reads secrets of 1 to 1,024 bytes', () => {
    for (const length of [1, 2, 3, 1024]) {
      const secret = btoa('a'.repeat(length));
      expect(parseAccount({ ...ENCODED, secret })?.secret).toHaveLength(length);
    }
  });

  it('reads back through JSON what encodeAccount wrote', () => {
    const base = parseAccount(ENCODED);
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 1, maxLength: 1024 }),
        fc.uint8Array({ minLength: 16, maxLength: 16 }),
        (secret, id) => {
          const account = { ...base, id: newAccountId(id), secret } as Account;
          expect(parseAccount(JSON.parse(JSON.stringify(encodeAccount(account))))).toEqual(account);
        },
      ),
    );
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.anything(), (value) => void parseAccount(value)));
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(ENCODED)), fc.anything(), (key, value) => {
        parseAccount({ ...ENCODED, [key]: value });
      }),
    );
  });
});

it('calls a secret weak below 16 bytes (RFC 4226 §4)', () => {
  expect(isWeakSecret(new Uint8Array(15))).toBe(true);
  expect(isWeakSecret(new Uint8Array(16))).toBe(false);
});
