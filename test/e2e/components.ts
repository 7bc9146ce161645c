import { beforeAll, describe, expect, it } from 'vitest';
import { componentsRun } from '../components/index.mjs';
import type { Result } from '../components/sign-in.mjs';
import { startComponentSite } from '../site/components/index.mjs';
import { SAMPLE } from '../site/components/list.mjs';

/** Some of the components of `npm run test:components`: found, filled and accepted, with one try. */
export function components(browser: 'chrome' | 'firefox'): void {
  describe(`components of libraries in ${browser}`, () => {
    let results: Result[];

    beforeAll(async () => {
      results = await componentsRun({ browser, names: SAMPLE });
    });

    it.each(SAMPLE)('%s: found, filled and accepted', (name) => {
      const result = results.find(({ component }) => component === name);
      expect(result).toMatchObject({ accepted: true, tries: 1, error: null });
    });

    it.each(SAMPLE)('%s: a wrong code is refused and counted', async (name) => {
      const site = await startComponentSite();
      try {
        const page = `${site.url}/components/${name}`;
        const cookie = (await fetch(page)).headers.get('set-cookie')?.split(';')[0] ?? '';
        const body = new URLSearchParams({ code: 'wrong' });
        const reply = await fetch(`${page}/verify`, { method: 'POST', headers: { cookie }, body });
        expect(reply.status).toBe(422);
        expect((await fetch(`${page}/welcome`, { headers: { cookie } })).url).toBe(page);
        expect(site.counts(name)).toMatchObject({ accepted: 0, refused: 1 });
      } finally {
        await site.close();
      }
    });
  });
}
