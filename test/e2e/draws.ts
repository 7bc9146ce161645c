import { describe, it } from 'vitest';
import { crashDraw } from '../crash/index.mjs';
import { modelInBrowser } from '../model/browser.ts';

/** No longer than this on a busy machine: fewer sequences instead. */
const SECONDS = 30;

/**
 * A few of what `npm run test:crash` and `npm run test:model` try for long, drawn anew each time; what fails names its seed
 * and its steps.
 */
export function draws(browser: 'chrome' | 'firefox'): void {
  describe(`drawn at random in ${browser}`, () => {
    it('kills lose nothing that was acknowledged', async () => {
      await crashDraw(browser, { kills: 6 });
    });

    it('sequences do what the model says', async () => {
      await modelInBrowser(browser, { sequences: 3, steps: 30, seed: Date.now() % 1e6, seconds: SECONDS });
    });
  });
}
