import { describe, expect, it } from 'vitest';
import { phraseFinder } from '../../src/content/phrases.ts';
import { plainText } from '../../src/content/plain-words.ts';
import { CODE, MAYBE } from '../../src/content/rules-code.ts';
import { NOT } from '../../src/content/rules-not.ts';

const ALL = [...CODE, ...MAYBE, ...NOT];
const INNOCENT =
  'shipping zamfara decoder opinion coding optional options notify encode spinach authority mapping';

describe('the rules', () => {
  it('have ids of their own, each with a reason', () => {
    expect(new Set(ALL.map((rule) => rule.id)).size).toBe(ALL.length);
    for (const rule of ALL) expect(rule.because.length, rule.id).toBeGreaterThan(8);
  });

  it('have no empty phrase', () => {
    for (const rule of ALL) {
      const phrases = rule.phrases.split('|');
      expect(
        phrases.every((phrase) => plainText(phrase) !== ''),
        rule.id,
      ).toBe(true);
    }
  });

  it('match each of their own phrases', () => {
    for (const rule of ALL) {
      const find = phraseFinder([rule.phrases]);
      for (const phrase of rule.phrases.split('|')) {
        const example = plainText(phrase).replace(/\*/g, 'x').replace(/#/g, '6');
        expect(find(example).size, `${rule.id}: ${phrase}`).toBe(1);
      }
    }
  });

  it.each(INNOCENT.split(' '))('do not take "%s" for a code', (word) => {
    for (const rule of CODE) expect(phraseFinder([rule.phrases])(word).size, rule.id).toBe(0);
  });
});
