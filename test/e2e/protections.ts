import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Driver, launch } from './driver/index.mjs';

const PIN = '493817';
const NEXT = '860424';
const PASSPHRASE = 'correct horse battery';
const URI = 'otpauth://totp/Kept:ann?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

/** The modes, the recovery contact and the backup file, through what a user sees. */
export function protections(browser: 'chrome' | 'firefox'): void {
  describe(`protections in ${browser}`, () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'tweestap-backup-'));
    let driver: Driver;
    let recoveryCode: string;
    beforeAll(async () => {
      const prefs = { 'browser.download.folderList': 2, 'browser.download.dir': folder };
      driver = await launch({ browser, ...(browser === 'firefox' && { prefs }) });
      ({ recoveryCode } = await driver.createVault(PIN, { mode: 'strong', passphrase: PASSPHRASE }));
      await driver.addUri(URI);
    });
    afterAll(async () => {
      await driver?.close();
      rmSync(folder, { recursive: true, force: true });
    });

    /** Chrome saves nothing without a screen: there the bytes are taken on their way to the downloads. */
    async function watchDownloads(): Promise<void> {
      if (browser === 'firefox') return;
      await driver.page.eval(`(() => {
        const real = URL.createObjectURL;
        URL.createObjectURL = (blob) => {
          void blob.arrayBuffer().then((bytes) => { globalThis.saved = [...new Uint8Array(bytes)]; });
          return real.call(URL, blob);
        };
      })()`);
    }

    async function savedFile(): Promise<string> {
      if (browser === 'chrome') {
        await expect.poll(() => driver.page.eval('globalThis.saved?.length ?? 0')).toBeGreaterThan(4096);
        writeFileSync(
          path.join(folder, 'kept.tweestap'),
          Uint8Array.from(await driver.page.eval('globalThis.saved')),
        );
      }
      const files = () => readdirSync(folder).filter((name) => name.endsWith('.tweestap'));
      await expect.poll(files, { timeout: 10_000 }).toHaveLength(1);
      return path.join(folder, files()[0] ?? '');
    }

    it('strong mode takes the PIN until the browser closes, and the passphrase after that', async () => {
      await driver.lock();
      expect(await driver.unlock(PIN)).toMatchObject({ unlocked: true });
      await driver.closePopup();
      await driver.restart();
      expect(await driver.openPopup()).toBe('locked');
      expect(await driver.popup.count('#pin')).toBe(0);
      await driver.popup.type('#passphrase', PASSPHRASE);
      await driver.popup.click('#unlock');
      await driver.waitForScreen('accounts');
      await driver.lock();
      await driver.closePopup();
      expect(await driver.unlock(PIN)).toMatchObject({ unlocked: true });
      expect(await driver.codes()).toMatchObject([{ issuer: 'Kept' }]);
      await driver.closePopup();
    });

    it('two-step verification is turned on, asks for both, and is turned off with both', async () => {
      const renewed = await driver.changeMode({ '#pin': PIN }, { mode: 'two-step', passphrase: PASSPHRASE });
      expect(renewed.recoveryCode).not.toBe(recoveryCode);
      await driver.lock();
      await driver.closePopup();
      expect(await driver.unlock(PIN, { passphrase: 'wrong wrong wrong' })).toMatchObject({
        unlocked: false,
      });
      await driver.closePopup();
      expect(await driver.unlock(PIN, { passphrase: PASSPHRASE })).toMatchObject({ unlocked: true });
      await driver.closePopup();
      ({ recoveryCode } = await driver.changeMode(
        { '#pin': PIN, '#passphrase': PASSPHRASE },
        { mode: 'basic' },
      ));
      await driver.restart();
      expect(await driver.unlock(PIN)).toMatchObject({ unlocked: true });
      expect(await driver.codes()).toMatchObject([{ issuer: 'Kept' }]);
      await driver.closePopup();
    });

    it('the text to a recovery contact sets a new PIN, once', async () => {
      await driver.openJourney('contact');
      await driver.waitForStep('prove');
      await driver.page.type('#pin', PIN);
      await driver.page.click('#continue');
      await driver.waitForStep('contact');
      const text: string = await driver.page.eval("document.querySelector('#contact-text').dataset.text");
      await driver.closeTab();
      await driver.lock();
      await driver.closePopup();
      ({ recoveryCode } = await driver.recover({ '#contact-text': text }, NEXT, { way: 'contact' }));
      expect(await driver.unlock(PIN)).toMatchObject({ unlocked: false });
      await driver.closePopup();
      expect(await driver.unlock(NEXT)).toMatchObject({ unlocked: true });
      await driver.closePopup();
    });

    it('a backup is saved, read back, and brings the accounts back to another vault', async () => {
      await driver.openJourney('backup');
      await driver.waitForStep('backup');
      await watchDownloads();
      await driver.page.type('#pin', NEXT);
      await driver.page.click('#make');
      await driver.waitForStep('backup-check');
      const file = await savedFile();
      await driver.page.upload('#file', [file]);
      await driver.waitForStep('backup-done');
      await driver.closeTab();
      const other = await launch({ browser });
      try {
        await other.createVault(PIN);
        await other.openJourney('restore');
        await other.waitForStep('restore');
        await other.page.upload('#file', [file]);
        await other.waitForStep('restore-open');
        await other.page.type('#recovery-code', recoveryCode);
        await other.page.click('#open');
        await other.waitForStep('restore-preview');
        await other.page.click('#merge');
        await other.waitForStep('restore-done');
        expect(await other.codes()).toMatchObject([{ issuer: 'Kept', account: 'ann' }]);
      } finally {
        await other.close();
      }
    });
  });
}
