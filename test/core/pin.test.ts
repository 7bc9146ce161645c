import { describe, expect, it } from 'vitest';
import { looksLikeDate, pinWeakness } from '../../src/core/pin.ts';

describe('pinWeakness', () => {
  it.each(['', '12345', '1234567', 'abcdef', '12345６', ' 12345'])('refuses %j as not six digits', (pin) => {
    expect(pinWeakness(pin)).toBe('not-six-digits');
  });
  it.each(['000000', '777777', '123123', '905905', '121212', '696969'])('refuses the repeat %s', (pin) => {
    expect(pinWeakness(pin)).toBe('repeated');
  });
  it.each(['123456', '654321', '890123', '135791', '246802'])('refuses the sequence %s', (pin) => {
    expect(pinWeakness(pin)).toBe('sequence');
  });
  it.each(['159753', '112233', '147258'])('refuses the common %s', (pin) => {
    expect(pinWeakness(pin)).toBe('common');
  });
  it('refuses the hundred most used, each with a reason', () => {
    // Of six digits, in their order among the most used passwords (SecLists, `10k-most-common.txt`).
    const hundred = (
      '123456 696969 111111 654321 123123 666666 121212 131313 000000 112233 222222 777777 987654 232323 ' +
      '555555 123321 999999 333333 888888 444444 101010 420420 147147 212121 242424 007007 123654 789456 ' +
      '252525 159753 141414 202020 151515 323232 314159 456789 246810 111222 181818 171717 147258 102030 ' +
      '363636 343434 454545 424242 272727 098765 159357 147852 191919 321321 010101 565656 362436 456123 ' +
      '741852 123789 505050 262626 161616 636363 313131 666999 010203 134679 420247 124578 353535 456456 ' +
      '545454 303030 321654 135790 143143 898989 787878 911911 515151 234567 909090 474747 989898 012345 ' +
      '196969 142536 282828 404040 727272 200000 369369 292929 987456 969696 100000 525252 311311 223344 ' +
      '757575 585858'
    ).split(' ');
    expect(new Set(hundred).size).toBe(100);
    expect(hundred.filter((pin) => pinWeakness(pin) === null)).toEqual([]);
  });
  it('takes every other PIN', () => {
    for (const pin of ['493817', '080592', '004817', '918273']) expect(pinWeakness(pin)).toBeNull();
  });
});

describe('looksLikeDate', () => {
  it.each(['240587', '052487', '870524', '198712', '311299'])('warns of %s', (pin) => {
    expect(looksLikeDate(pin)).toBe(true);
  });
  it.each(['493817', '778899', '320045'])('does not warn of %s', (pin) => {
    expect(looksLikeDate(pin)).toBe(false);
  });
});
