import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { failNineTimes } from '../disk/stores.mjs';
import { type DemoSite, startSite } from '../site/index.mjs';
import { type Driver, launch } from './driver/index.mjs';

const PIN = '493817';
const NEXT = '860424';
const WRONG = '204817';

/** Where the PIN is asked for while the vault is open, and its end: as a user meets them. */
export function pinAsked(browser: 'chrome' | 'firefox'): void {
  describe(`the PIN in ${browser}`, () => {
    let site: DemoSite;
    let driver: Driver;
    let recoveryCode: string;

    beforeAll(async () => {
      site = await startSite();
      driver = await launch({ browser });
      ({ recoveryCode } = await driver.createVault(PIN));
    });
    afterAll(async () => {
      await driver?.close();
      await site?.close();
    });

    async function settings(): Promise<void> {
      await driver.openPopup();
      await driver.popup.click('#settings');
      await driver.waitForScreen('settings');
    }

    /** The ninth wrong PIN was long ago; this is the tenth. */
    async function tenthWrongPin() {
      await driver.lock();
      await driver.closePopup();
      await driver.newTab(`${driver.base}src/setup/index.html`);
      await failNineTimes(driver);
      await driver.closeTab();
      return driver.unlock(WRONG);
    }

    it('turns the PIN before every code on without asking, and a page is filled behind the PIN', async () => {
      const { uri } = site.addUser('ann');
      await driver.addUri(uri, { site: new URL(site.url).host });
      await driver.closePopup();
      await settings();
      await driver.popup.click('#pin-for-codes');
      await driver.closePopup();
      expect(await driver.codes()).toMatchObject([{ code: '' }]);
      await driver.closePopup();
      await driver.goto(`${site.url}/login?variant=one`);
      await driver.page.type('#user', 'ann');
      await driver.page.type('#password', 'tweestap');
      await driver.page.click('#sign-in');
      await driver.page.click('#code');
      expect(await driver.fillFromPopup({ pin: PIN })).toMatchObject({ closed: true });
      expect(await driver.page.read('#code')).toMatch(/^\d{6}$/);
    });

    it('asks for the PIN to turn that off', async () => {
      await settings();
      await driver.popup.click('#pin-for-codes');
      await driver.popup.type('#settings-pin', PIN);
      await expect.poll(() => driver.popup.count('#settings-pin')).toBe(0);
      await driver.closePopup();
      expect(await driver.codes()).toMatchObject([{ code: expect.stringMatching(/^\d{6}$/) }]);
      await driver.closePopup();
    });

    it('asks for the PIN to remove a recovery contact', async () => {
      await driver.openJourney('contact');
      await driver.waitForStep('prove');
      await driver.page.type('#pin', PIN);
      await driver.page.click('#continue');
      await driver.waitForStep('contact');
      await driver.closeTab();
      await settings();
      await driver.popup.click('#contact-remove');
      await driver.popup.type('#settings-pin', PIN);
      await expect.poll(() => driver.popup.count('#contact-remove'), { timeout: 15_000 }).toBe(0);
      await driver.closePopup();
    });

    it('is asked for again after the lock command, at once on every page of ours', async () => {
      await driver.newTab(`${driver.base}src/popup/index.html`);
      await driver.page.waitFor('main[data-screen=accounts]');
      await driver.runCommand('lock');
      await driver.page.waitFor('main[data-screen=locked]');
      expect(await driver.page.count('[data-account]')).toBe(0);
      await driver.closeTab();
      expect(await driver.unlock(PIN)).toMatchObject({ unlocked: true });
      await driver.closePopup();
    });

    it('ends at the tenth wrong one, and the recovery code sets a new one', async () => {
      expect(await tenthWrongPin()).toMatchObject({ unlocked: false });
      await driver.closePopup();
      await driver.restart();
      expect(await driver.openPopup()).toBe('locked');
      expect(await driver.popup.count('#pin')).toBe(0);
      await driver.closePopup();
      ({ recoveryCode } = await driver.recover({ '#recovery-code': recoveryCode }, NEXT));
      expect(await driver.unlock(NEXT)).toMatchObject({ unlocked: true });
      expect(await driver.codes()).toHaveLength(1);
      await driver.closePopup();
    });

    it('wipes the vault at the tenth wrong one where the user chose so', async () => {
      await settings();
      await driver.popup.click('#wipe-at-ten');
      await driver.popup.type('#settings-pin', NEXT);
      await expect.poll(() => driver.popup.count('#settings-pin')).toBe(0);
      await driver.closePopup();
      await tenthWrongPin().catch(() => undefined);
      await driver.closePopup();
      expect(await driver.openPopup()).toBe('none');
      await driver.closePopup();
      await driver.restart();
      expect(await driver.openPopup()).toBe('none');
    });
  });
}
