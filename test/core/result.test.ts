import { expect, it } from 'vitest';
import { err, ok, type Result } from '../../src/core/result.ts';

it('tells the two outcomes apart by `ok`', () => {
  const outcomes: Result<number, 'odd'>[] = [ok(2), err('odd')];
  expect(outcomes.map((outcome) => (outcome.ok ? outcome.value : outcome.error))).toEqual([2, 'odd']);
});
