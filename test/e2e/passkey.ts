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
    it('DevTools’ own virtual authenticator with PRF opens two-step mode, another one does not', async () => {
      const driver = await launch({ browser });
      const options = {
        protocol: 'ctap2',
        ctap2Version: 'ctap2_1',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        hasPrf: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      };
      const show = async () => {
        await driver.lock();
        await driver.closePopup();
        // It belongs to this tab, so the popup's page is asked in it.
        await driver.goto(`${driver.base}src/popup/index.html#unlock`);
        await driver.page.type('#pin', PIN);
        await driver.page.click('#use-passkey');
      };
      try {
        await driver.openSetup();
        await driver.devtools('WebAuthn.enable');
        const { authenticatorId } = await driver.devtools('WebAuthn.addVirtualAuthenticator', { options });
        await driver.completeSetup(PIN, { mode: 'two-step' });
        await show();
        await driver.page.waitFor('main[data-screen=accounts]');
        await driver.devtools('WebAuthn.removeVirtualAuthenticator', { authenticatorId });
        await driver.devtools('WebAuthn.addVirtualAuthenticator', { options });
        await show();
        await expect.poll(() => driver.page.text('#message'), { timeout: 10_000 }).toMatch(/passkey/i);
        expect(await driver.page.count('main[data-screen=accounts]')).toBe(0);
      } finally {
        await driver.close();
      }
    });

    describe('in Chrome only the authenticator', () => {
      let driver: Driver;
      beforeAll(async () => {
        driver = await launch({ browser });
        await driver.addAuthenticator();
        await driver.openSetup();
      });
      afterAll(() => driver?.close());

      const refused = async (message: RegExp) => {
        await driver.openPopup();
        await driver.popup.type('#pin', PIN);
        await driver.popup.click('#use-passkey');
        await expect.poll(() => driver.popup.text('#message'), { timeout: 10_000 }).toMatch(message);
        expect(await driver.screen()).toBe('locked');
        await driver.closePopup();
      };

      it('that made the passkey opens two-step mode, with the PIN', async () => {
        await driver.waitForStep('mode');
        expect(await driver.page.attr('main input[name=mode]', 'id')).toBe('mode-strong');
        await driver.completeSetup(PIN, { mode: 'two-step' });
        await driver.closeTab();
        await driver.restart();
        await driver.openPopup();
        await driver.popup.type('#pin', PIN);
        await driver.popup.click('#use-passkey');
        await driver.waitForScreen('accounts');
        await driver.lock();
        await driver.closePopup();
      });

      it('whose PRF answers with another secret opens nothing', async () => {
        await driver.swapSecrets();
        await refused(/together/);
      });

      it('that has no such passkey opens nothing', async () => {
        await driver.removeAuthenticator();
        await driver.addAuthenticator();
        await refused(/passkey/i);
      });
    });
  } else {
    const toSecondStep = async (driver: Driver) => {
      await driver.openSetup();
      await driver.page.click('#mode-strong');
      await driver.page.click('#continue');
      await driver.page.type('#pin', PIN);
      await driver.waitForStep('repeat');
      await driver.page.type('#pin-again', PIN);
      await driver.waitForStep('second');
      expect(await driver.page.count('#passphrase')).toBe(1);
    };

    it('without a domain the set-up says so, and offers the passphrase', async () => {
      const driver = await launch({ browser });
      try {
        await toSecondStep(driver);
        expect(await driver.page.count('#use-passkey')).toBe(0);
        expect(await driver.page.text('main')).toMatch(/domain/);
      } finally {
        await driver.close();
      }
    });

    it('without access to its domain the set-up says so, and asks for it', async () => {
      const folder = mkdtempSync(path.join(tmpdir(), 'tweestap-passkey-'));
      // The browser's own question is outside the page; with this it says yes.
      const prefs = { 'extensions.webextOptionalPermissionPrompts': false };
      const driver = await launch({ browser, build: buildWithDomain(folder), prefs });
      try {
        await driver.withholdSites();
        await toSecondStep(driver);
        expect(await driver.page.count('#use-passkey')).toBe(0);
        expect(await driver.page.text('main')).toMatch(/may access the web domain/);
        await driver.page.click('#allow-passkeys');
        await driver.page.waitFor('#use-passkey');
        expect(await driver.page.count('#allow-passkeys')).toBe(0);
      } finally {
        await driver.close();
        rmSync(folder, { recursive: true, force: true });
      }
    });
  }
}
