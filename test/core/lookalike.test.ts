import { domainToASCII } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostPartsOf } from '../../src/background/host-parts.ts';
import { readAsAscii } from '../../src/core/confusables.ts';
import { guardFor } from '../../src/core/guard.ts';
import type { HostParts } from '../../src/core/host-parts.ts';
import { areNeighbours } from '../../src/core/keyboard.ts';
import { lookalikeOf } from '../../src/core/lookalike.ts';
import { editBetween } from '../../src/core/one-edit.ts';

function parts(host: string): HostParts {
  const found = hostPartsOf(domainToASCII(host));
  if (!found) throw new Error(`${host} has no registrable domain`);
  return found;
}

const VAULT = [
  'paypal.com',
  'microsoft.com',
  'ing.nl',
  'ebay.com',
  'bank.co.uk',
  't-mobile.nl',
  'mail.com',
  'bt.com',
];
const guard = guardFor(VAULT.map(parts), ['paypal.nl', 'microsoftonline.com', 'ebay-kleinanzeigen.de']);
const look = (host: string) => lookalikeOf(guard, parts(host));

describe('lookalikeOf', () => {
  it.each([
    ['paypa1.com', 'paypal.com', 'homoglyph'],
    ['pаypаl.com', 'paypal.com', 'homoglyph'],
    ['раураӏ.com', 'paypal.com', 'homoglyph'],
    ['paypál.net', 'paypal.com', 'homoglyph'],
    ['pəypəl.com', 'paypal.com', 'homoglyph'],
    ['rnicrosoft.com', 'microsoft.com', 'homoglyph'],
    ['micr0s0ft.com', 'microsoft.com', 'homoglyph'],
    ['payal.com', 'paypal.com', 'omission'],
    ['payppal.com', 'paypal.com', 'repetition'],
    ['papyal.com', 'paypal.com', 'transposition'],
    ['psypal.com', 'paypal.com', 'replacement'],
    ['payopal.com', 'paypal.com', 'insertion'],
    ['paypad.com', 'paypal.com', 'bitsquatting'],
    ['pay-pal.com', 'paypal.com', 'hyphenation'],
    ['tmobile.nl', 't-mobile.nl', 'hyphenation'],
    ['pay-p-al.com', 'paypal.com', 'hyphenation'],
    ['paypel.com', 'paypal.com', 'vowel-swap'],
    ['paypalx.com', 'paypal.com', 'addition'],
    ['paypal.co', 'paypal.com', 'other-suffix'],
    ['paypal.github.io', 'paypal.com', 'other-suffix'],
    ['pay.pal.com', 'paypal.com', 'subdomain'],
    ['ebay.com.evil.net', 'ebay.com', 'subdomain'],
    ['www.bank.co.uk.evil.net', 'bank.co.uk', 'subdomain'],
    ['paypal.evil.net', 'paypal.com', 'subdomain'],
    ['pay.us.com', null, null],
    ['paypal-zebra.org', 'paypal.com', 'name-inside'],
    ['zebrapaypal.com', 'paypal.com', 'name-inside'],
    ['my-paypal-zebra.org', 'paypal.com', 'name-inside'],
    ['paypal-login.evil.net', 'paypal.com', 'name-inside'],
    ['inglogin.nl', 'ing.nl', 'name-inside'],
    ['ing-zebra.com', 'ing.nl', 'name-inside'],
    ['bt-login.com', 'bt.com', 'name-inside'],
    ['mail-login.com', 'mail.com', 'name-inside'],
    ['paypal-login.example.net', 'paypal.com', 'name-inside'],
  ])('%s: %s, %s', (host, resembles, family) => {
    expect(look(host)).toEqual(resembles && { resembles, family });
  });

  it.each([
    'paypal.com',
    'www.paypal.com',
    'paypal.nl',
    'login.microsoftonline.com',
    'www.ebay-kleinanzeigen.de',
    'example.org',
    'clothing.nl',
    'engineering.nl',
    'inn.be',
    'webmail.example.nl',
    'freemail.nl',
    'bt-sport.nl',
    'mail.example.com',
    'ing.example.nl',
    'ebay.example.com',
    'www.bt.example.com',
    'яндекс.рф',
    '日本語.jp',
  ])('nothing is like %s', (host) => {
    expect(look(host)).toBeNull();
  });

  it('names the domain with the same suffix where several are resembled', () => {
    const both = guardFor(['shop-one.de', 'shop-one.com'].map(parts));
    expect(lookalikeOf(both, parts('shop-0ne.com'))?.resembles).toBe('shop-one.com');
    expect(lookalikeOf(both, parts('shop-0ne.de'))?.resembles).toBe('shop-one.de');
  });

  it('does not take names in another script for each other', () => {
    const other = guardFor(['日本.jp', 'яндекс.рф'].map(parts));
    expect(lookalikeOf(other, parts('中国.jp'))).toBeNull();
    expect(lookalikeOf(other, parts('中国-login.jp'))).toBeNull();
    expect(lookalikeOf(other, parts('日本.com'))).toEqual({
      resembles: domainToASCII('日本.jp'),
      family: 'other-suffix',
    });
  });

  it('takes any labels', () => {
    const label = fc.stringMatching(/^(xn--)?[a-z0-9-]{1,59}$/);
    const host = fc.record({ below: fc.array(label, { maxLength: 20 }), label, suffix: fc.constant('com') });
    fc.assert(
      fc.property(fc.array(host, { maxLength: 5 }), host, (vault, visited) => {
        const found = lookalikeOf(guardFor(vault), visited);
        if (found) expect(vault.map((at) => `${at.label}.${at.suffix}`)).toContain(found.resembles);
      }),
    );
  });

  it('never finds a domain of the vault itself, with whatever is below it', () => {
    const host = fc.domain().filter((name) => hostPartsOf(name) !== null);
    fc.assert(
      fc.property(host, fc.stringMatching(/^[a-z0-9]{1,10}$/), (name, below) => {
        expect(lookalikeOf(guardFor([parts(name)]), parts(`${below}.${name}`))).toBeNull();
      }),
    );
  });
});

describe('editBetween', () => {
  const letters = fc.stringMatching(/^[a-z0-9-]{1,20}$/);

  it('finds every letter left out or put in', () => {
    fc.assert(
      fc.property(letters, fc.nat(19), fc.stringMatching(/^[a-z]$/), (label, at, letter) => {
        const longer = label.slice(0, at) + letter + label.slice(at);
        expect(editBetween(label, longer)).not.toBeNull();
        expect(editBetween(longer, label)).not.toBeNull();
      }),
    );
  });

  it('finds nothing between a label and itself, or two edits away', () => {
    fc.assert(fc.property(letters, (label) => editBetween(label, label) === null));
    expect(editBetween('paypal', 'papaya')).toBeNull();
    expect(editBetween('paypal', 'pypl')).toBeNull();
  });
});

it('knows the keys side by side', () => {
  for (const pair of ['qw', 'qa', 'wa', 'sz', 'az', 'yt', 'zt', '1q', '2q', 'lk', 'qs']) {
    expect(areNeighbours(pair.charAt(0), pair.charAt(1)), pair).toBe(true);
    expect(areNeighbours(pair.charAt(1), pair.charAt(0)), pair).toBe(true);
  }
  for (const pair of ['qp', 'am', 'lq', 'qq'])
    expect(areNeighbours(pair.charAt(0), pair.charAt(1)), pair).toBe(false);
});

it('reads letters as what they look like', () => {
  expect(readAsAscii('аррӏе')).toBe('appie');
  expect(readAsAscii('gооgӏe')).toBe('googie');
  expect(readAsAscii('Ħøłƭ-ẞ9')).toBe('holt-?9');
  expect(readAsAscii('æœ')).toBe('aeoe');
  expect(readAsAscii('日本')).toBe('??');
});
