import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Driver, launch } from './driver/index.mjs';

const PIN = '493817';
const URI = 'otpauth://totp/Kept:ann?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

/** Firefox takes a passkey under a domain only, which is given when the extension is built. */
function buildWithDomain(folder: string): string {
  const build = path.join(folder, 'firefox');
  execFileSync('npx', ['vite', 'build', '--mode', 'firefox', '--outDir', build, '--logLevel', 'error'], {
    env: { ...process.env, TWEESTAP_PASSKEY_DOMAIN: 'tweestap.example' },
    stdio: 'inherit',
  });
  return build;
}

/** Strong mode with a passkey of a software authenticator, in the real browser. */
export function passkeys(browser: 'chrome' | 'firefox'): void {
  describe(`a passkey in ${browser}`, () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'tweestap-passkey-'));
    let driver: Driver;
    beforeAll(async () => {
      driver = await launch({ browser, ...(browser === 'firefox' && { build: buildWithDomain(folder) }) });
      await driver.addAuthenticator();
    });
    afterAll(async () => {
      await driver?.close();
      rmSync(folder, { recursive: true, force: true });
    });

    it('opens the vault after a restart, and the PIN from then on', async () => {
      await driver.createVault(PIN, { mode: 'strong' });
      await driver.addUri(URI);
      await driver.restart();
      // Firefox closes a popup under its passkey window, so there the same page stands in a tab.
      const surface = browser === 'firefox' ? driver.page : driver.popup;
      if (browser === 'firefox') await driver.newTab(`${driver.base}src/popup/index.html#unlock`);
      else expect(await driver.openPopup()).toBe('locked');
      await surface.waitFor('#use-passkey');
      expect(await surface.count('#pin')).toBe(0);
      await driver.refuseUser();
      await surface.click('#use-passkey');
      await expect.poll(() => surface.text('#message')).toMatch(/passkey/i);
      await driver.refuseUser(false);
      await surface.click('#use-passkey');
      await surface.waitFor('main[data-screen=accounts]');
      await driver.lock();
      await driver.closePopup();
      expect(await driver.unlock(PIN)).toMatchObject({ unlocked: true });
      expect(await driver.codes()).toMatchObject([{ issuer: 'Kept' }]);
    });
  });

  if (browser === 'chrome') {
    it('another authenticator does not open the vault', async () => {
      const driver = await launch({ browser });
      try {
        await driver.addAuthenticator();
        await driver.createVault(PIN, { mode: 'strong' });
        await driver.restart();
        await driver.removeAuthenticator();
        await driver.addAuthenticator();
        await driver.openPopup();
        await driver.popup.click('#use-passkey');
        await expect.poll(() => driver.popup.text('#message')).toMatch(/passkey/i);
        expect(await driver.screen()).toBe('locked');
      } finally {
        await driver.close();
      }
    });
  } else {
    it('without a domain the set-up says so, and offers the passphrase', async () => {
      const driver = await launch({ browser });
      try {
        await driver.openSetup();
        await driver.page.click('#mode-strong');
        await driver.page.click('#continue');
        await driver.page.type('#pin', PIN);
        await driver.waitForStep('repeat');
        await driver.page.type('#pin-again', PIN);
        await driver.waitForStep('second');
        expect(await driver.page.count('#use-passkey')).toBe(0);
        expect(await driver.page.count('#passphrase')).toBe(1);
        await expect.poll(() => driver.page.text('main')).toMatch(/domain/);
      } finally {
        await driver.close();
      }
    });
  }
}
