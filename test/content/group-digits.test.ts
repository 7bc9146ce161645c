import { describe, expect, it } from 'vitest';
import type { BoxFacts } from '../../src/content/field-facts.ts';
import { groupDigits } from '../../src/content/group-digits.ts';
import { boxFacts } from './facts.ts';

function row(count: number, said: (index: number) => Partial<BoxFacts>): BoxFacts[] {
  return Array.from({ length: count }, (_, index) => boxFacts({ width: 40, ...said(index) }));
}

describe('groupDigits', () => {
  it.each([4, 5, 6, 7, 8])('joins %i boxes of one character', (count) => {
    const [group] = groupDigits(row(count, () => ({ maxlength: 1 })));
    expect(group).toEqual({ at: Array.from({ length: count }, (_, index) => index), grouping: 'sure' });
  });

  it('joins narrow boxes without maxlength, name or id', () => {
    expect(groupDigits(row(6, () => ({})))).toHaveLength(1);
  });

  it('joins boxes that carry the whole length each, some disabled', () => {
    const boxes = row(6, (index) => ({ maxlength: 6, name: `otp${index}`, disabled: index > 0 }));
    expect(groupDigits(boxes)).toHaveLength(1);
  });

  it('joins boxes in wrappers of their own below one parent', () => {
    const boxes = row(6, (index) => ({ maxlength: 1, ancestors: [10 + index, 2, 3] }));
    expect(groupDigits(boxes)[0]?.at).toHaveLength(6);
  });

  it('is less sure of wide boxes, which an unstyled page also shows', () => {
    const boxes = row(6, (index) => ({ width: 170, name: `digit-${index}` }));
    expect(groupDigits(boxes)[0]?.grouping).toBe('likely');
  });

  it('keeps an ordinary field before the row apart', () => {
    const boxes = [boxFacts({ name: 'email', width: 300 }), ...row(6, () => ({ maxlength: 1 }))];
    expect(groupDigits(boxes)).toEqual([{ at: [1, 2, 3, 4, 5, 6], grouping: 'sure' }]);
  });

  it.each([
    ['three boxes', row(3, () => ({ maxlength: 1 }))],
    ['nine boxes', row(9, () => ({ maxlength: 1 }))],
    [
      'fields with words of their own',
      row(4, (index) => ({ placeholder: ['Street', 'City', 'State', 'Land'][index] ?? '' })),
    ],
    [
      'fields with different names',
      row(4, (index) => ({ name: ['street', 'city', 'region', 'land'][index] ?? '' })),
    ],
    ['an address of four numbers', row(4, () => ({ maxlength: 3 }))],
    ['boxes that share no container', row(6, (index) => ({ maxlength: 1, ancestors: [index * 10] }))],
  ])('does not join %s', (_, boxes) => {
    expect(groupDigits(boxes)).toEqual([]);
  });
});
