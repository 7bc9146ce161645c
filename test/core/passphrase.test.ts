import { describe, expect, it } from 'vitest';
import { normalisePassphrase, passphraseWeakness } from '../../src/core/passphrase.ts';

describe('a passphrase', () => {
  it.each([
    ['fourteen chars', 'passphrase-short'],
    ['   fourteen chars   ', 'passphrase-short'],
    ['fifteen charact', null],
    ['aaaaaaaaaaaaaaaaaaaa', 'passphrase-simple'],
    ['AaAaAaAaAaAaAaAa', 'passphrase-simple'],
    ['abcabcabcabcabcabc', 'passphrase-simple'],
    ['correct horse battery', null],
    ['ключ от сейфа лежит', null],
    // 14 code points, though 28 code units.
    ['😀😁😂🤣😃😄😅😆😉😊😋😎😍😘', 'passphrase-short'],
  ])('%j: %s', (text, weakness) => {
    expect(passphraseWeakness(text)).toBe(weakness);
  });

  it('is the same however the keyboard composes it', () => {
    expect(normalisePassphrase('cafe\u0301 ')).toBe(normalisePassphrase('café'));
    expect(normalisePassphrase('ﬁne')).toBe('fine');
  });
});
