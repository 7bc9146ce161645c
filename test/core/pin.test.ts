import { describe, expect, it } from 'vitest';
import { looksLikeDate, pinWeakness } from '../../src/core/pin.ts';

describe('pinWeakness', () => {
  it.each(['', '12345', '1234567', 'abcdef', '12345６', ' 12345'])('refuses %j as not six digits', (pin) => {
    expect(pinWeakness(pin)).toBe('not-six-digits');
  });
  it.each(['000000', '777777', '123123', '905905'])('refuses the repeat %s', (pin) => {
    expect(pinWeakness(pin)).toBe('repeated');
  });
  it.each(['123456', '654321', '890123', '135791', '246802'])('refuses the sequence %s', (pin) => {
    expect(pinWeakness(pin)).toBe('sequence');
  });
  it.each(['121212', '159753', '112233', '147258', '696969'])('refuses the common %s', (pin) => {
    expect(pinWeakness(pin)).toBe('common');
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
