import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startCodePage } from '../servers/code-page.mjs';
import { type Driver, launch } from './driver/index.mjs';

const PIN = '493817';
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
/** Shorter than 128 bits. */
const WEAK = 'GEZDGNBVGY3TQOJQ';
const KNOWN = 'github.com';
const LOOKALIKE = 'githud.com';
/** Screens are left here to be looked at, where a folder is named. */
const PICTURES = process.env.TWEESTAP_PICTURES;

/** What is known of sites: said in the popup, held against look-alikes, and looked through in the check-up. */
export function knownSites(browser: 'chrome' | 'firefox'): void {
  describe(`known sites in ${browser}`, () => {
    const folder = PICTURES ?? mkdtempSync(path.join(tmpdir(), 'tweestap-sites-'));
    let site: Awaited<ReturnType<typeof startCodePage>>;
    let driver: Driver;
    let account: { id: string };

    beforeAll(async () => {
      site = await startCodePage();
      driver = await launch({
        browser,
        hosts: [KNOWN, LOOKALIKE],
        theme: process.env.TWEESTAP_THEME === 'dark' ? 'dark' : 'light',
      });
      await driver.createVault(PIN);
    });
    afterAll(async () => {
      await driver?.close();
      await site?.close();
      if (!PICTURES) rmSync(folder, { recursive: true, force: true });
    });

    const visit = (host: string) => driver.goto(`https://${host}:${site.port}/two-step`);
    const filled = () => driver.page.eval("document.querySelector('#code').value");
    const picture = (name: string) =>
      driver.screenshot(path.join(folder, `${browser}-${name}.png`), { of: 'popup' });

    async function openList() {
      await driver.openPopup();
      if ((await driver.waitForScreen(['accounts', 'fill'])) === 'fill')
        await driver.popup.click('[data-act=dismiss]');
      await driver.waitForScreen('accounts');
    }

    async function openCheckUp() {
      await openList();
      await driver.popup.click('#settings');
      await driver.waitForScreen('settings');
      await driver.popup.click('#check-up');
      await driver.waitForScreen('check-up');
      await driver.popup.waitFor('[data-finding=mode]');
    }

    it('says what a site verifies with, where that is turned on, and whose facts these are', async () => {
      await visit(KNOWN);
      await openList();
      await driver.popup.waitFor('#site-facts');
      expect(await driver.popup.attr('#site-facts', 'data-methods')).toMatch(
        /\btotp\b.*\bsms\b|\bsms\b.*\btotp\b/,
      );
      expect(await driver.popup.text('#site-facts summary')).toContain('authenticator app');
      await driver.popup.click('#site-facts summary');
      expect(await driver.popup.attr('#facts-recovery', 'href')).toMatch(/^https:\/\/docs\.github\.com\//);
      expect(await driver.popup.text('#site-facts')).toContain('2FA Directory');
      await picture('facts');
      // A new account is offered, and is proposed the site of its issuer.
      await driver.popup.click('#facts-add');
      await driver.waitForScreen('add');
      await driver.popup.type('#paste', `otpauth://totp/GitHub:ann?secret=${SECRET}&issuer=GitHub`);
      await driver.popup.click('#paste-go');
      await driver.waitForScreen('preview');
      expect(await driver.popup.read('#draft-site')).toBe('');
      await driver.popup.waitFor(`[data-propose="${KNOWN}"]`);
      await picture('proposed');
      await driver.popup.click(`[data-propose="${KNOWN}"]`);
      expect(await driver.popup.read('#draft-site')).toBe(KNOWN);
      await driver.popup.click('#save');
      await driver.waitForScreen('accounts');
      await expect.poll(() => driver.popup.count('#facts-add')).toBe(0);
      await picture('facts-account');
      await driver.popup.click('#settings');
      await driver.waitForScreen('settings');
      await driver.popup.waitFor('#facts-source');
      expect(await driver.popup.text('#facts-source')).toContain('MIT');
      await driver.closePopup();
      [account] = (await driver.codes()) as [{ id: string }];
      await driver.closePopup();
    });

    it('offers at the site, and nothing at one that looks like it', async () => {
      await visit(KNOWN);
      await driver.field('#code');
      expect(await driver.offer()).not.toBeNull();
      await visit(LOOKALIKE);
      await driver.field('#code');
      expect(await driver.offer({ timeout: 1500 })).toBeNull();
    });

    it('says in the popup which site it looks like, and fills only where the domain was typed', async () => {
      await openList();
      await driver.popup.waitFor('#lookalike');
      expect(await driver.popup.attr('#lookalike [data-host]', 'data-host')).toBe(LOOKALIKE);
      expect(await driver.popup.attr('#lookalike [data-resembles]', 'data-resembles')).toBe(KNOWN);
      await picture('lookalike');
      const row = `[data-account="${account.id}"]`;
      if ((await driver.popup.count(`${row} [data-act=fill]`)) === 0)
        await driver.popup.click(`${row} [data-act=more]`);
      await driver.popup.click(`${row} [data-act=fill]`);
      await driver.popup.waitFor('#lookalike-domain');
      await picture('lookalike-typed');
      await driver.popup.type('#lookalike-domain', KNOWN);
      await driver.popup.click('#lookalike-confirm');
      await driver.popup.waitFor('.link [role=alert].note');
      expect(await filled()).toBe('');
      await driver.popup.type('#lookalike-domain', LOOKALIKE, { replace: true });
      await driver.popup.click('#lookalike-confirm');
      await expect.poll(filled).toMatch(/^\d{6}$/);
      // It is not linked: the next visit is guarded as the first.
      await visit(LOOKALIKE);
      await driver.field('#code');
      expect(await driver.offer({ timeout: 1500 })).toBeNull();
    });

    it('keeps such a site with an account only where the domain was typed', async () => {
      await openList();
      const row = `[data-account="${account.id}"]`;
      if ((await driver.popup.count(`${row} [data-act=edit]`)) === 0)
        await driver.popup.click(`${row} [data-act=more]`);
      await driver.popup.click(`${row} [data-act=edit]`);
      await driver.waitForScreen('edit');
      await driver.popup.type('#edit-site', LOOKALIKE);
      await driver.popup.click('#save');
      await driver.popup.waitFor('#lookalike-domain');
      await picture('lookalike-kept');
      await driver.popup.type('#lookalike-domain', LOOKALIKE);
      await driver.popup.click('#lookalike-confirm');
      await driver.waitForScreen('accounts');
      expect(await driver.codes()).toMatchObject([{ sites: [KNOWN, LOOKALIKE] }]);
    });

    it('finds in the check-up what could be better, and mends each with one press', async () => {
      await driver.addUri(`otpauth://totp/Dropbox:bob?secret=${WEAK}&issuer=Dropbox`, { site: '' });
      await openCheckUp();
      const findings = () =>
        driver.popup.eval(
          "[...document.querySelectorAll('[data-finding]')].map(({ dataset }) => dataset.finding)",
        );
      expect(await findings()).toEqual(['lookalike', 'siteless', 'weak', 'backup', 'mode']);
      await picture('check-up');
      await driver.popup.click('[data-finding=lookalike] [data-act=mend]');
      await expect.poll(findings).toEqual(['siteless', 'weak', 'backup', 'mode']);
      await driver.popup.click('[data-finding=siteless] [data-act=mend]');
      await expect.poll(findings).toEqual(['weak', 'backup', 'mode']);
      await driver.popup.click('[data-finding=backup] [data-act=mend]');
      await driver.followTab(`${driver.base}src/setup/index.html#backup`);
      await driver.waitForStep('backup');
      await driver.closeTab();
      const accounts: { issuer: string; sites: string[] }[] = await driver.codes();
      expect(accounts.find(({ issuer }) => issuer === 'GitHub')?.sites).toEqual([KNOWN]);
      expect(accounts.find(({ issuer }) => issuer === 'Dropbox')?.sites).toContain('dropbox.com');
      await driver.closePopup();
    });
  });
}
