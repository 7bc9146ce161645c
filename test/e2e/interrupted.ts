import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { qrPng } from '../site/qr.mjs';
import { type Driver, launch } from './driver/index.mjs';

const PIN = '493817';
const URI = 'otpauth://totp/Kept:ann?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const GROUPS = `[1, 2, 3, 4, 5, 6].map((n) => document.querySelector('[data-group="' + n + '"]').dataset.text).join('')`;

/** Whatever closes, reloads or dies in the middle: what was shown or acknowledged is there again. */
export function interrupted(browser: 'chrome' | 'firefox'): void {
  describe(`interrupted in ${browser}`, () => {
    let driver: Driver;

    beforeAll(async () => {
      driver = await launch({ browser });
    });
    afterAll(async () => {
      await driver?.close();
    });

    it('a set-up goes on where it was, after a reloaded page and a killed worker', async () => {
      await driver.openSetup();
      await driver.page.waitFor('main[data-step=mode]');
      await driver.page.click('#mode-basic');
      await driver.page.click('#continue');
      await driver.page.waitFor('main[data-step=pin]');
      await driver.page.type('#pin', PIN);
      await driver.page.waitFor('main[data-step=repeat]');
      await driver.page.type('#pin-again', PIN);
      await driver.page.waitFor('main[data-step=code]');
      const shown = await driver.page.eval(GROUPS);
      await driver.killWorker();
      await driver.goto(`${driver.base}src/setup/index.html`);
      await driver.page.waitFor('main[data-step=code]');
      expect(await driver.page.eval(GROUPS)).toBe(shown);
      await driver.closePopup();
      expect(await driver.openPopup()).toBe('setup');
      await driver.closePopup();
      const { recoveryCode } = await driver.confirmRecoveryCode();
      expect(recoveryCode.replaceAll('-', '')).toBe(shown);
      await driver.killWorker();
      expect(await driver.openPopup()).toBe('accounts');
      await driver.closePopup();
    });

    it('an account that was read but not saved comes up again in the next popup', async () => {
      await driver.openPopup();
      await driver.popup.click('#add');
      await driver.waitForScreen('add');
      await driver.popup.type('#paste', URI);
      await driver.popup.click('#paste-go');
      await driver.waitForScreen('preview');
      await driver.closePopup();
      await driver.killWorker();
      expect(await driver.openPopup()).toBe('preview');
      expect(await driver.popup.eval("document.querySelector('#draft-name').value")).toBe('ann');
      await driver.popup.click('#save');
      await driver.waitForScreen('accounts');
      await driver.killWorker();
      await driver.closePopup();
      expect(await driver.codes()).toMatchObject([{ account: 'ann' }]);
    });

    it('a deletion is taken back after the worker died', async () => {
      const [account] = await driver.codes();
      await driver.openPopup();
      await driver.popup.click(`[data-account="${account?.id}"] [data-act=more]`);
      await driver.popup.click(`[data-account="${account?.id}"] [data-act=edit]`);
      await driver.waitForScreen('edit');
      await driver.popup.click('#delete');
      await driver.popup.waitFor('#undo');
      await driver.killWorker();
      await driver.popup.click('#undo');
      await driver.popup.waitFor(`[data-account="${account?.id}"]`);
      await driver.closePopup();
    });

    it('a new PIN takes the place of the old one', async () => {
      await driver.openPopup();
      await driver.popup.click('#settings');
      await driver.waitForScreen('settings');
      await driver.popup.click('#change-pin');
      await driver.waitForScreen('change-pin');
      await driver.popup.type('#pin', PIN);
      await driver.popup.type('#pin-new', '860424');
      await driver.popup.type('#pin-again', '860424');
      await driver.popup.click('#change-pin-go');
      await driver.waitForScreen('accounts');
      await driver.lock();
      expect(await driver.unlock(PIN)).toMatchObject({ unlocked: false });
      expect(await driver.unlock('860424')).toMatchObject({ unlocked: true });
      await driver.closePopup();
    });

    it('a QR code in an image file is read', async () => {
      const folder = mkdtempSync(path.join(tmpdir(), 'tweestap-qr-'));
      const file = path.join(folder, 'qr.png');
      writeFileSync(
        file,
        qrPng('otpauth://totp/Pictured:cas?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&digits=8'),
      );
      await driver.newTab(`${driver.base}src/popup/index.html#add`);
      await driver.page.waitFor('main[data-screen=add]');
      await driver.page.upload('#image', [file]);
      await driver.page.waitFor('main[data-screen=preview]');
      expect(await driver.page.eval("document.querySelector('#draft-issuer').value")).toBe('Pictured');
      await driver.page.click('#cancel');
      await driver.page.waitFor('main[data-screen=accounts]');
      await driver.closeTab();
      rmSync(folder, { recursive: true });
    });

    it('a database that the browser lost comes back from the second copy, opened by the recovery code', async () => {
      const second = await launch({ browser });
      try {
        const { recoveryCode } = await second.createVault(PIN);
        await second.addUri(URI);
        await second.workerEval(async () => {
          for (const { name } of await indexedDB.databases()) if (name) indexedDB.deleteDatabase(name);
          return true;
        });
        await second.restart();
        expect(await second.openPopup()).toBe('locked');
        expect(await second.popup.count('#pin')).toBe(0);
        await second.recover({ '#recovery-code': recoveryCode }, '860424');
        expect(await second.unlock('860424')).toMatchObject({ unlocked: true });
        expect(await second.codes()).toMatchObject([{ issuer: 'Kept', account: 'ann' }]);
      } finally {
        await second.close();
      }
    });

    it('two letters and Enter copy a code, and say so', async () => {
      await driver.addUri('otpauth://totp/Other:bob?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJR');
      await driver.openPopup();
      await driver.waitForScreen('accounts');
      await driver.popup.type('#search', 'bo');
      await expect.poll(() => driver.popup.count('[data-account]')).toBe(1);
      await driver.popup.press('Enter');
      await driver.popup.waitFor('#toast');
      expect(await driver.popup.text('#toast')).toMatch(/Copied/);
      await driver.closePopup();
    });
  });
}
