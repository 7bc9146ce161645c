import { domainToASCII } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodePunycode, readableLabel } from '../../src/core/punycode.ts';
import { RFC3492 } from '../vectors/rfc3492.ts';

describe('decodePunycode', () => {
  it.each(RFC3492)('$name', ({ punycode, text }) => {
    expect(decodePunycode(punycode)).toBe(text);
  });

  it.each(['é', 'a-é', 'ab-!', '99999999', 'a'.repeat(64), '-', 'zzzzzzzzzzzzzzzzzzzzzzzz', 'mnchen-3y'])(
    'refuses %j',
    (text) => {
      expect(decodePunycode(text)).toBeNull();
    },
  );

  it('never throws and stays short', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9-]{0,80}$/), (text) => {
        expect((decodePunycode(text) ?? '').length).toBeLessThanOrEqual(2 * 64);
      }),
    );
  });

  it('undoes what the platform encodes', () => {
    const label = fc.stringMatching(/^[a-zäöüßéèøåñçабвгдежαβγδ中文字日本]{1,15}$/);
    fc.assert(
      fc.property(label, (text) => {
        const ascii = domainToASCII(`${text}.example`).split('.', 1)[0] ?? '';
        fc.pre(ascii !== '');
        expect(domainToASCII(`${readableLabel(ascii)}.example`)).toBe(`${ascii}.example`);
      }),
    );
  });
});

it('leaves labels that are no Punycode as they are', () => {
  expect(readableLabel('xn--80ak6aa92e')).toBe('аррӏе');
  expect(readableLabel('github')).toBe('github');
  expect(readableLabel('xn--')).toBe('xn--');
  expect(readableLabel('xn--ü')).toBe('xn--ü');
});
