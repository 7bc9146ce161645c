import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { phraseFinder } from '../../src/content/phrases.ts';
import { plainText } from '../../src/content/plain-words.ts';
import { CODE, MAYBE } from '../../src/content/rules-code.ts';
import { NOT } from '../../src/content/rules-not.ts';

const has = (phrases: string, text: string) => phraseFinder([phrases])(text).has(0);

/** What the signs mean, said a second time as a regular expression. */
function asExpression(phrases: string): RegExp {
  const unbounded = /[^\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}\s*#]/u;
  const alternatives = plainText(phrases)
    .split('|')
    .map((phrase) => {
      const body = phrase
        .replace(/[.+?^${}()[\]\\]/g, '\\$&')
        .replace(/\*/g, '[^\\s;]*')
        .replace(/ /g, "[\\s\\-_.'’:]*")
        .replace(/#/g, '\\d');
      return unbounded.test(phrase) ? body : `(?<![\\p{L}\\p{N}])${body}(?!\\p{L})`;
    });
  return new RegExp(alternatives.join('|'), 'u');
}

describe('phraseFinder', () => {
  it('finds whole words, with any separator or none', () => {
    const phrases = 'one time code|pin|kod*|# digit code|verif*cation code|*captcha*';
    for (const text of [
      'one-time code',
      'onetimecode',
      'one_time_code',
      'pin',
      'kodunuz',
      '6 digit code',
      '6digit code',
      'a verification code',
      'verifcation code:',
      'recaptcha',
      'my xcaptchax here',
    ])
      expect(has(phrases, text), text).toBe(true);
    for (const text of ['shipping', 'spin', 'pine', 'one time encoder', 'a digit code', 'verification; code'])
      expect(has(phrases, text), text).toBe(false);
  });

  it('finds words inside running text of scripts without spaces', () => {
    expect(has('验证码', '请输入验证码。')).toBe(true);
    expect(has('رمز التحقق', plainText('أدخل ورمز التحقق هنا'))).toBe(true);
  });

  it('tells which of its lists it was', () => {
    expect([...phraseFinder(['pin', 'code*', 'zip'])('your zipcode, your codes, your pin')].sort()).toEqual([
      0, 1,
    ]);
  });

  it('reads every list of the rules as its expression does', () => {
    const lists = [...CODE, ...MAYBE, ...NOT].map(({ phrases }) => phrases);
    const expressions = lists.map(asExpression);
    const find = phraseFinder(lists);
    const phrases = lists.flatMap((list) => plainText(list).split('|'));
    const piece = fc.oneof(
      fc.constantFrom(...phrases).map((phrase) => phrase.replace(/#/g, '6').replace(/\*/g, '')),
      fc.constantFrom(...phrases).map((phrase) => phrase.replace(/#/g, '12').replace(/[ *]/g, '_x')),
      fc.constantFrom(' ', '; ', '-', '', 'x', '1', 'é', '的', 'ي', '.', ' : '),
      fc.string({ maxLength: 4, unit: 'grapheme' }).map(plainText),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        const found = find(text);
        for (const [at, expression] of expressions.entries())
          expect(found.has(at), `${text} | ${lists[at]?.slice(0, 40)}`).toBe(expression.test(text));
      }),
      { numRuns: 300 },
    );
  });
});
