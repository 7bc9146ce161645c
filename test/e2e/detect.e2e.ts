import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCorpus } from '../detect/corpus.mjs';
import { lookAt } from '../detect/look.mjs';
import { compareRules } from '../detect/rules.mjs';
import { score, selectorsOf } from '../detect/score.mjs';

describe('detection on our own pages, by the built script', async () => {
  const pages = readCorpus(path.resolve('test/forms'), 'all');
  const shown = pages.map((page) => ({ html: page.html, selectors: selectorsOf(page) }));
  const looks = await lookAt(shown, { build: path.resolve('dist/chrome') });
  const { missed, partly, untold, falseFinds, rules } = score(pages, looks);

  it('finds no field where there is none', () => expect(falseFinds).toEqual([]));
  it('finds every code field, and every box of a row', () => expect([...missed, ...partly]).toEqual([]));
  it('tells codes of an app from codes that were sent', () => expect(untold).toEqual([]));

  it('has a reason for every rule that decided, and says which decided nothing', async () => {
    const { unknown, idle } = await compareRules(rules);
    expect(unknown).toEqual([]);
    console.info(`Rules that decide no page of test/forms: ${idle.join(', ') || 'none'}`);
  });
});
