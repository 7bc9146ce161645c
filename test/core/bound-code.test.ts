import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostPartsOf } from '../../src/background/host-parts.ts';
import { isFor, parseBoundCode } from '../../src/core/bound-code.ts';

/** The examples of the WICG draft, of its older explainer and of Apple's announcement. */
describe('parseBoundCode', () => {
  it.each([
    ['747723 is your ExampleCo authentication code.\n\n@example.com #747723', 'example.com', '747723', null],
    [
      '747723 is your ExampleCo authentication code.\n\n@example.com #747723 %ecommerce.example',
      'example.com',
      '747723',
      'ecommerce.example',
    ],
    ['@example.com #747723 %ecommerce.example $future', 'example.com', '747723', 'ecommerce.example'],
    ['Code.\n@example.com #747723 @ecommerce.example', 'example.com', '747723', 'ecommerce.example'],
    ['@example.com #747723 %', 'example.com', '747723', null],
    ['@example.com #747723 future', 'example.com', '747723', null],
    ['Code.\r\n@EXAMPLE.com #G-12\r\n', 'example.com', 'G-12', null],
    ['Your code is abcd.\n@example.com #abcd', 'example.com', 'abcd', null],
    ['@bücher.example #1234', 'xn--bcher-kva.example', '1234', null],
  ])('reads %j', (message, host, code, embedded) => {
    expect(parseBoundCode(message)).toEqual({ code, host, embedded });
  });

  it.each([
    'something @example.com #747723',
    '#747723 %ecommerce.example @example.com',
    '@example.com code #747723',
    '@example.com  #747723',
    '@example.com #',
    '@ #747723',
    '@example.com\n#747723',
    '@example.com #747723\nReply STOP to stop',
    'Your code for @example.com is #123456',
    '@user:1234@example.com #747723',
    '@example.com/path #747723',
    '@nos.nl #nieuws',
    '',
    '@',
  ])('finds none in %j', (message) => {
    expect(parseBoundCode(message)).toBeNull();
  });

  it('takes any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        parseBoundCode(text);
      }),
    );
  });

  it('reads back what the draft would write', () => {
    const code = fc.stringMatching(/^\d[0-9A-Za-z-]{0,20}$/);
    fc.assert(
      fc.property(fc.domain(), code, fc.option(fc.domain()), fc.string(), (host, digits, frame, words) => {
        const line = `@${host} #${digits}${frame === null ? '' : ` %${frame}`}`;
        const lower = (name: string) => new URL(`https://${name}`).hostname;
        expect(parseBoundCode(`${words}\n${line}`)).toEqual({
          code: digits,
          host: lower(host),
          embedded: frame === null ? null : lower(frame),
        });
      }),
    );
  });
});

/** The steps under "Usage" in the draft, one by one. Origins: the document's, then those of the frames around it. */
describe('isFor', () => {
  const forPage = { code: '1', host: 'login.example.com', embedded: null };
  const forFrame = { code: '1', host: 'example.com', embedded: 'pay.ecommerce.example' };

  it.each([
    ['the same host', forPage, ['https://login.example.com'], true],
    ['another host of that site', forPage, ['https://www.example.com'], true],
    ['another site', forPage, ['https://example.net'], false],
    ['a site with the name inside', forPage, ['https://example.com.evil.test'], false],
    ['plain http', forPage, ['http://login.example.com'], false],
    ['a frame, though the code names none', forPage, ['https://example.com', 'https://example.com'], false],
    ['the page, though the code names a frame', forFrame, ['https://example.com'], false],
    ['the frame in the page', forFrame, ['https://ecommerce.example', 'https://example.com'], true],
    ['the frame in another page', forFrame, ['https://ecommerce.example', 'https://evil.test'], false],
    ['another frame in the page', forFrame, ['https://evil.test', 'https://example.com'], false],
    [
      'one of the two sites between',
      forFrame,
      [
        'https://ecommerce.example',
        'https://a.example.com',
        'https://ecommerce.example',
        'https://example.com',
      ],
      true,
    ],
    [
      'a third site between',
      forFrame,
      ['https://ecommerce.example', 'https://evil.test', 'https://example.com'],
      false,
    ],
    [
      'the page in a frame of another',
      forFrame,
      ['https://ecommerce.example', 'https://example.com', 'https://evil.test'],
      false,
    ],
    ['nowhere', forPage, [], false],
    ['what is no address', forPage, ['about:blank'], false],
  ])('%s', (_, bound, origins, expected) => {
    expect(isFor(bound, origins, hostPartsOf)).toBe(expected);
  });

  it('keeps neighbours below a public suffix apart', () => {
    const bound = { code: '1', host: 'alice.github.io', embedded: null };
    expect(isFor(bound, ['https://alice.github.io'], hostPartsOf)).toBe(true);
    expect(isFor(bound, ['https://mallory.github.io'], hostPartsOf)).toBe(false);
    const suffix = { code: '1', host: 'co.uk', embedded: null };
    expect(isFor(suffix, ['https://bank.co.uk'], hostPartsOf)).toBe(false);
  });

  it('compares addresses and single labels as they stand', () => {
    expect(
      isFor({ code: '1', host: '127.0.0.1', embedded: null }, ['https://127.0.0.1:8443'], hostPartsOf),
    ).toBe(true);
    expect(isFor({ code: '1', host: '127.0.0.1', embedded: null }, ['https://127.0.0.2'], hostPartsOf)).toBe(
      false,
    );
    expect(isFor({ code: '1', host: 'localhost', embedded: null }, ['https://localhost'], hostPartsOf)).toBe(
      true,
    );
  });
});
