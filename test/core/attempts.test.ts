import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { charge, higher, isSpent, NO_ATTEMPTS, reanchor, retryAt } from '../../src/core/attempts.ts';

const NOW = 1_800_000_000_000;

function failed(failures: number) {
  return { failures, lastFailureAt: NOW };
}

describe('the PIN delays', () => {
  it.each([
    [0, 0],
    [1, 0],
    [2, 0],
    [3, 0],
    [4, 30],
    [5, 60],
    [6, 300],
    [7, 900],
    [8, 3600],
    [9, 3600],
  ])('after %i failures waits %i s', (failures, seconds) => {
    expect(retryAt(failed(failures), NOW)).toBe(seconds === 0 ? null : NOW + seconds * 1000);
    expect(retryAt(failed(failures), NOW + seconds * 1000)).toBeNull();
  });

  it('ends the PIN at ten', () => {
    expect(isSpent(failed(9))).toBe(false);
    expect(isSpent(failed(10))).toBe(true);
  });

  it('are not shortened by a clock that is turned back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 9 }), fc.integer({ min: 1, max: 1e9 }), (failures, back) => {
        const record = failed(failures);
        const turned = NOW - back;
        const delay = (retryAt(record, NOW) ?? 0) - NOW;
        expect(retryAt(record, turned)).toBe(turned + delay);
        const anchored = reanchor(record, turned);
        expect(anchored && retryAt(anchored, turned + delay - 1)).toBe(turned + delay);
        expect(anchored && retryAt(anchored, turned + delay)).toBeNull();
      }),
    );
  });

  it('charge one failure each', () => {
    expect(charge(charge(NO_ATTEMPTS, NOW), NOW + 5)).toEqual({ failures: 2, lastFailureAt: NOW + 5 });
  });
});

it('of two records the one with more failures holds, then the later one', () => {
  const few = { failures: 2, lastFailureAt: NOW + 5 };
  const many = { failures: 3, lastFailureAt: NOW };
  expect(higher(few, many)).toBe(many);
  expect(higher(many, few)).toBe(many);
  const later = { failures: 3, lastFailureAt: NOW + 1 };
  expect(higher(many, later)).toBe(later);
  expect(higher(later, NO_ATTEMPTS)).toBe(later);
});
