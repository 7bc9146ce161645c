import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText } from '../../src/core/clean-text.ts';

describe('cleanText', () => {
  it.each([
    ['  North \t\r\n Star ', 'North Star'],
    ['North\u00a0\u2003Star', 'North Star'],
    ['one\u2028two', 'one two'],
    ['nul\u0000 bell\u0007 del\u007f nel\u0085', 'nul bell del nel'],
    ['\u202egro.knab\u202c', 'gro.knab'],
    ['\u2066bank\u2069\u200e\u200f\u061c', 'bank'],
    ['Git\u200bHub\ufeff\u2060\u00ad', 'GitHub'],
    ['lone \ud83d half', 'lone half'],
    ['whole 🚲', 'whole 🚲'],
    ['e\u0301', '\u00e9'],
    ['\u200b\u3164', ''],
  ])('turns %j into %j', (text, clean) => {
    expect(cleanText(text)).toBe(clean);
  });

  it('keeps 128 code points, not half a character and no space at the end', () => {
    expect(Array.from(cleanText('🚲'.repeat(200)))).toHaveLength(128);
    expect(cleanText(`${'a'.repeat(127)} b`)).toBe('a'.repeat(127));
    expect(cleanText('abcdef', 3)).toBe('abc');
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(cleanText(cleanText(text))).toBe(cleanText(text));
      }),
    );
  });
});
