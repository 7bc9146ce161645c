import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DemoSite, startSite } from '../site/index.mjs';
import { type Driver, launch } from './driver/index.mjs';

const PIN = '493817';
const OTHER = { secret: 'MZXW6YTBOI2DKNRXGQ3DKNRX', site: 'elsewhere-heap.example' };

/** What the memory of a page's scripts holds, ours among them. Chrome alone can be asked. */
export function pageMemory(): void {
  describe('memory of a page', () => {
    let site: DemoSite;
    let driver: Driver;
    let id = '';
    let secret = '';

    beforeAll(async () => {
      site = await startSite();
      driver = await launch({ browser: 'chrome' });
      await driver.createVault(PIN);
      const { uri } = site.addUser('ann');
      secret = new URL(uri).searchParams.get('secret') ?? '';
      const labelled = uri
        .replace(/totp\/[^?]+/, 'totp/Zonnebloem:houder')
        .replace(/issuer=[^&]+/, 'issuer=Zonnebloem');
      ({ id } = await driver.addUri(labelled, { site: new URL(site.url).host }));
      await driver.addUri(`otpauth://totp/Klaproos:tuinder?secret=${OTHER.secret}&issuer=Klaproos`, {
        site: OTHER.site,
      });
      await driver.closePopup();
    });
    afterAll(async () => {
      await driver?.close();
      await site?.close();
    });

    async function toCode(): Promise<void> {
      await driver.goto(`${site.url}/logout`);
      await driver.goto(`${site.url}/login?variant=one`);
      await driver.page.type('#user', 'ann', { replace: true });
      await driver.page.type('#password', 'tweestap', { replace: true });
      await driver.page.click('#sign-in');
      await driver.page.waitFor('#code');
      await driver.field('#code');
      await driver.page.eval("window.control = ['contr', 'ol-of-the-page'].join('')");
    }

    async function heap(): Promise<string> {
      const text = await driver.pageHeap();
      // The page's own word and one of our script's lists: what is there is seen.
      expect(text).toContain('control-of-the-page');
      expect(text).toContain('herstelcode');
      return text;
    }

    /** Nothing of the vault; `ours` are the codes that may stand there. */
    function expectClean(text: string, allowed: readonly string[], codes: readonly string[]): void {
      for (const word of [
        secret,
        OTHER.secret,
        'Zonnebloem',
        'houder',
        'Klaproos',
        'tuinder',
        OTHER.site,
        id,
      ]) {
        expect(text.includes(word), word.slice(0, 4)).toBe(false);
      }
      const standing = codes.filter((code) => text.includes(`"${code}"`));
      expect(standing).toEqual(standing.filter((code) => allowed.includes(code)));
    }

    async function codesNow(): Promise<string[]> {
      const codes = (await driver.codes()).map(({ code }: { code: string }) => code.replaceAll(/\D/g, ''));
      await driver.closePopup();
      return codes;
    }

    it('holds no secret, label, domain or code while an offer stands there', async () => {
      await toCode();
      expect(await driver.offer()).not.toBeNull();
      const text = await heap();
      expectClean(text, [], await codesNow());
    });

    it('holds nothing but the digits after a fill', async () => {
      await toCode();
      expect(await driver.fillFromPopup({ id })).toMatchObject({ closed: true });
      const filled = String(await driver.page.eval("document.querySelector('#code').value"));
      expect(filled).toMatch(/^\d{6}$/);
      const text = await heap();
      expectClean(text, [filled], [filled, ...(await codesNow())]);
    });
  });
}
