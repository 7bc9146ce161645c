import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { MessageFile } from '../../src/ui/message-file.ts';

const folder = new URL('../../public/_locales/', import.meta.url);
const read = (language: string) =>
  JSON.parse(readFileSync(new URL(`${language}/messages.json`, folder), 'utf8')) as MessageFile;
const english = read('en');
const marks = (message: string) =>
  [...message.matchAll(/\$(\w+)\$/g)].map(([, name]) => name?.toLowerCase()).sort();

describe.each(readdirSync(folder))('the texts in %s', (language) => {
  const texts = read(language);

  it('have the same keys as the English ones, in the same order', () => {
    expect(Object.keys(texts)).toEqual(Object.keys(english));
  });

  it.each(Object.keys(english))('%s says something, with the same placeholders', (key) => {
    const text = texts[key];
    expect(text?.message.trim()).toBeTruthy();
    expect(text?.placeholders).toEqual(english[key]?.placeholders);
    expect([...new Set(marks(text?.message ?? ''))]).toEqual(
      Object.keys(english[key]?.placeholders ?? {}).sort(),
    );
  });

  it('name their own language', () => {
    expect(texts.languageTag?.message).toBe(language);
  });

  it('do not shout', () => {
    for (const { message } of Object.values(texts)) expect(message).not.toMatch(/!|\boops\b/i);
  });

  it('keep the description within what the stores take', () => {
    expect(texts.extensionDescription?.message.length).toBeLessThanOrEqual(132);
  });
});

it('every text is used', () => {
  const root = path.resolve(import.meta.dirname, '../..');
  const sources = readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(tsx?|html)$/.test(file))
    .map((file) => path.join('src', file));
  const used = new Set<string>();
  for (const file of [...sources, 'manifest.json']) {
    const text = readFileSync(path.join(root, file), 'utf8');
    for (const [, quoted, message] of text.matchAll(/['"`](\w+)['"`]|__MSG_(\w+)__/g))
      used.add((quoted ?? message ?? '').replace(/^__MSG_|__$/g, ''));
  }
  expect(Object.keys(english).filter((key) => !used.has(key))).toEqual([]);
});
