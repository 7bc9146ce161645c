import { describe, expect, it } from 'vitest';
import { groupCode, spelledCode } from '../../src/ui/format-code.ts';

describe('groupCode', () => {
  it.each([
    ['482913', ['482', '913']],
    ['1234567', ['123', '4567']],
    ['48291376', ['4829', '1376']],
    ['12345', ['12345']],
    ['RT4KW', ['RT4KW']],
  ])('groups %s as people read it', (code, groups) => {
    expect(groupCode(code)).toEqual(groups);
  });

  it('loses no digit, whatever the length', () => {
    for (const code of ['1', '12', '123456789', '0123456789']) expect(groupCode(code).join('')).toBe(code);
  });
});

describe('spelledCode', () => {
  it('has a screen reader say digits, not a number', () => {
    expect(spelledCode('061774')).toBe('0 6 1 7 7 4');
  });
});
