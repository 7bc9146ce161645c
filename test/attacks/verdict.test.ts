import { describe, expect, it } from 'vitest';
import { count, fault } from './verdict.mjs';

const one = { fresh: true, text: '123456', trap: false, posted: false };
const seen = { expect: 'nothing', browser: 'chrome', popup: false, knowing: false } as const;

describe('what the digits of a page mean', () => {
  it('a code that grows digit by digit is one fill of one code', () => {
    const taken = [
      { ...one, text: '1' },
      { ...one, fresh: false, text: '12' },
      { ...one, fresh: false },
    ];
    expect(count(taken)).toEqual({ fills: 1, codes: 1, trapped: false, posted: 0 });
  });

  it('a fill is one by a trick unless the page asks for it or hid nothing', () => {
    expect(fault({ ...seen, count: count([one]) })).toBe('filled by a trick');
    expect(fault({ ...seen, count: count([one]), knowing: true })).toBeNull();
    expect(fault({ ...seen, count: count([one]), expect: 'fill' })).toBeNull();
    expect(fault({ ...seen, count: count([]) })).toBeNull();
    expect(fault({ ...seen, count: count([]), expect: 'fill' })).toBe('not filled');
  });

  it('digits in a hidden field, two codes at once and a posted code are never right', () => {
    for (const taken of [
      { ...one, trap: true },
      { ...one, text: '123456123456' },
      { ...one, posted: true },
    ])
      expect(fault({ ...seen, count: count([taken]), expect: 'fill', knowing: true })).not.toBeNull();
  });

  it('one gesture gives one code', () => {
    const other = { ...one, text: '654321' };
    expect(fault({ ...seen, expect: 'fill', count: count([one, other]) })).not.toBeNull();
    expect(fault({ ...seen, expect: 'fill', count: count([one, one]) })).toBeNull();
    expect(fault({ ...seen, expect: 'once', count: count([one, one]) })).not.toBeNull();
  });

  it('in Firefox a press in a page opens the popup, and fills nothing', () => {
    const inFirefox = { ...seen, browser: 'firefox', expect: 'fill' } as const;
    expect(fault({ ...inFirefox, count: count([one]), popup: true })).not.toBeNull();
    expect(fault({ ...inFirefox, count: count([]) })).toBe('the popup did not open');
    expect(fault({ ...inFirefox, count: count([]), popup: true })).toBeNull();
  });
});
