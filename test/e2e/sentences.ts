import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Driver, launch } from './driver/index.mjs';

const PIN = '493817';
const WRONG = '204817';
const DATE = '240587';

/** What has to be said where a user looks. */
export function sentences(browser: 'chrome' | 'firefox'): void {
  describe(`what the screens say in ${browser}`, () => {
    let driver: Driver;
    beforeAll(async () => {
      driver = await launch({ browser });
    });
    afterAll(() => driver?.close());

    it('in the set-up: what each mode stops, what a date is, what uninstalling deletes, what the code is for', async () => {
      await driver.openSetup();
      await driver.waitForStep('mode');
      expect(await driver.page.text('main')).toMatch(/does not stop someone who copies your browser profile/);
      await driver.page.click('#mode-basic');
      await driver.page.click('#continue');
      await driver.waitForStep('pin');
      expect(await driver.page.text('main')).toMatch(/erases all accounts together with the extension/);
      await driver.page.type('#pin', DATE);
      await expect.poll(() => driver.page.text('main')).toMatch(/reads as a date/);
      await driver.page.type('#pin', '123456', { replace: true });
      await expect.poll(() => driver.page.text('#message')).toMatch(/is a run/);
      await driver.page.type('#pin', PIN, { replace: true });
      await driver.waitForStep('repeat');
      await driver.page.type('#pin-again', PIN);
      await driver.waitForStep('code');
      const said = (await driver.page.text('main')) ?? '';
      expect(said).toMatch(/no\. 1/);
      expect(said).toMatch(/once/);
      expect(said).toMatch(/Never share it/);
      await driver.page.click('#show-qr');
      await driver.page.waitFor('main svg[role=img], main [role=img] svg, main canvas');
      await driver.confirmRecoveryCode();
      await driver.closePopup();
      await driver.closeTab();
    });

    it('of a contact’s text: never to share it', async () => {
      await driver.openJourney('contact');
      await driver.waitForStep('prove');
      await driver.page.type('#pin', PIN);
      await driver.page.click('#continue');
      await driver.waitForStep('contact');
      expect(await driver.page.text('main')).toMatch(/Never share it with anyone/);
      await driver.closeTab();
    });

    it('after wrong PINs: the time that is left, counted down, and how many there were', async () => {
      await driver.lock();
      await driver.closePopup();
      for (let i = 0; i < 4; i++) await driver.unlock(WRONG);
      await driver.closePopup();
      await driver.openPopup();
      const left = async () =>
        Number(/(\d+) seconds?/.exec((await driver.popup.text('.outcome')) ?? '')?.[1]);
      await expect.poll(left).toBeGreaterThan(5);
      const before = await left();
      await expect.poll(left, { timeout: 10_000 }).toBeLessThan(before);
      await expect.poll(() => driver.popup.count('#pin:not(:disabled)'), { timeout: 40_000 }).toBe(1);
      await driver.closePopup();
      expect(await driver.unlock(PIN)).toMatchObject({ unlocked: true });
      await driver.openPopup();
      await driver.waitForScreen('accounts');
      expect(await driver.popup.text('main')).toMatch(/4 wrong PINs since/);
      await driver.closePopup();
    });

    it('before a new start: that everything goes for good, and a last copy first', async () => {
      await driver.lock();
      await driver.closePopup();
      await driver.openPopup();
      await driver.popup.click('#start-over-link');
      await driver.popup.waitFor('#start-over-word');
      expect(await driver.popup.text('main')).toMatch(/for good/);
      await driver.popup.click('#sealed-copy');
      await expect.poll(() => driver.popup.text('#sealed-copy-name')).toMatch(/\.tweestap/);
      await driver.popup.type('#start-over-word', 'something');
      await driver.popup.click('#start-over-go');
      await expect.poll(() => driver.popup.text('#message')).toBeTruthy();
      await driver.popup.type('#start-over-word', 'DELETE', { replace: true });
      await driver.popup.click('#start-over-go');
      await driver.waitForScreen('none');
    });
  });
}
