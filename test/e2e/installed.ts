import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type DemoSite, startSite } from '../site/index.mjs';
import { type Driver, launch } from './driver/index.mjs';

const PIN = '493817';

/** What happens around installation and permissions, with pages that are already open. */
export function installed(browser: 'chrome' | 'firefox'): void {
  describe(`installed in ${browser}`, () => {
    let site: DemoSite;
    let driver: Driver;

    beforeEach(async () => {
      site = await startSite();
      driver = await launch({ browser });
    });
    afterEach(async () => {
      await driver?.close();
      await site?.close();
    });

    async function showChallenge(): Promise<void> {
      site.addUser('ann');
      await driver.goto(`${site.url}/login?variant=one`);
      await driver.page.type('#user', 'ann', { replace: true });
      await driver.page.type('#password', 'tweestap', { replace: true });
      await driver.page.click('#sign-in');
      await driver.page.waitFor('#code');
    }

    it('a page that was open gets the script, and the old one goes quiet', async () => {
      await showChallenge();
      await driver.reinstall();
      await driver.newTab('about:blank');
      await driver.createVault(PIN);
      await driver.lock();
      await driver.closeTab();
      await driver.page.click('#user, h1');
      await driver.field('#code');
      expect(await driver.offer()).toMatchObject({ kind: 'locked' });
      expect(await driver.page.eval("document.querySelectorAll('[popover]').length")).toBe(1);
    });

    it('without access to websites the popup asks for it and says why, and codes still show', async () => {
      await driver.createVault(PIN);
      await driver.addUri('otpauth://totp/Kept:ann?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
      await driver.withholdSites();
      await driver.openPopup();
      await driver.popup.waitFor('#grant');
      expect(await driver.codes()).toHaveLength(1);
    });

    it('without access to websites the first click on the button opens the popup, which fills', async () => {
      const { uri } = site.addUser('ann');
      await driver.createVault(PIN);
      await driver.addUri(uri, { site: new URL(site.url).host });
      await driver.closePopup();
      await driver.withholdSites();
      await driver.goto(`${site.url}/login?variant=one`);
      await driver.page.type('#user', 'ann', { replace: true });
      await driver.page.type('#password', 'tweestap', { replace: true });
      await driver.page.click('#sign-in');
      await driver.page.waitFor('#code');
      expect(await driver.offer()).toBeNull();
      expect(await driver.fillFromPopup()).toEqual({ closed: true, asked: false, message: null });
      await driver.page.click('button[type=submit]');
      await driver.page.waitFor('#signed-in');
    });
  });
}
