import { beforeAll, describe, expect, it } from 'vitest';
import { attacksRun } from '../attacks/index.mjs';
import { SAMPLE } from '../attacks/sample.mjs';

/** Some of the pages of `npm run test:attacks`: none gets a code without a knowing press, and none spoils the next. */
export function attacks(browser: 'chrome' | 'firefox'): void {
  describe(`pages of tricks in ${browser}`, () => {
    let results: Awaited<ReturnType<typeof attacksRun>>;

    beforeAll(async () => {
      results = await attacksRun({ browser, names: SAMPLE, controlEach: false });
    }, 300_000);

    it.each(SAMPLE)('%s', (name) => {
      const result = results.find(({ page }) => page === name);
      expect(result).toMatchObject({ error: null, usable: true });
    });

    if (browser === 'chrome') {
      it('the eye that excuses a knowing press sees an offer, and none under paper', () => {
        const seen = (name: string) => results.find(({ page }) => page === name)?.seen;
        expect(seen('control')).toBe(true);
        expect(seen('overlay-popover-manual')).toBe(false);
      });
    }
  });
}
