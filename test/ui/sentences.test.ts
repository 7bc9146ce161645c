import { describe, expect, it, vi } from 'vitest';
import english from '../../public/_locales/en/messages.json';
import dutch from '../../public/_locales/nl/messages.json';
import { messageFrom } from '../../src/ui/message-file.ts';

vi.mock('../../src/platform/browser.ts', () => ({
  browser: { i18n: { getMessage: (key: string, values: string[]) => messageFrom(english, key, values) } },
}));
const { SENTENCES, sentence } = await import('../../src/ui/sentences.ts');

describe('the sentences for what can go wrong', () => {
  // That every code is there is the compiler's word: the table is a Record over all codes of the protocol.
  it.each(Object.entries(SENTENCES))('%s has one in both languages', (code, key) => {
    expect(sentence(code as keyof typeof SENTENCES)).toMatch(/^[A-Z].+/);
    expect(english[key].message).toMatch(/\.$|PIN$/);
    expect(dutch[key].message).toMatch(/\.$|pincode$/);
  });

  it('are all different, so that none hides another cause', () => {
    const texts = Object.keys(SENTENCES).map((code) => sentence(code as keyof typeof SENTENCES));
    expect(new Set(texts).size).toBe(texts.length);
  });
});
