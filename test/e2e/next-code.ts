import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DemoSite, startSite } from '../site/index.mjs';
import { type Driver, launch } from './driver/index.mjs';

const PIN = '493817';

/** Chrome asks for a permission in a window of its own, which nobody can press here: this build has it from the start. */
function grantedBuild(folder: string): string {
  cpSync(path.resolve('dist/chrome'), folder, { recursive: true });
  const file = path.join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  const { permissions, optional_permissions, ...rest } = manifest;
  writeFileSync(file, JSON.stringify({ ...rest, permissions: [...permissions, ...optional_permissions] }));
  return folder;
}

/** The setting by which the code that follows is on the clipboard after a fill. */
export function nextCode(browser: 'chrome' | 'firefox'): void {
  describe(`the next code in ${browser}`, () => {
    let site: DemoSite;
    let driver: Driver;
    let folder = '';

    beforeAll(async () => {
      folder = mkdtempSync(path.join(tmpdir(), 'tweestap-'));
      site = await startSite();
      driver = await launch({
        browser,
        ...(browser === 'chrome'
          ? { build: grantedBuild(folder) }
          : { prefs: { 'extensions.webextOptionalPermissionPrompts': false } }),
      });
      await driver.createVault(PIN);
    });
    afterAll(async () => {
      await driver?.close();
      await site?.close();
      rmSync(folder, { recursive: true, force: true });
    });

    it('is on the clipboard after a fill, where that was turned on', async () => {
      const { uri } = site.addUser('ann');
      const { id } = await driver.addUri(uri, { site: new URL(site.url).host });
      await driver.openPopup();
      await driver.popup.click('#settings');
      await driver.waitForScreen('settings');
      await driver.popup.click('#next-on-clipboard');
      await expect.poll(() => driver.popup.attr('#next-on-clipboard', 'aria-checked')).toBe('true');
      await driver.closePopup();
      await driver.goto(`${site.url}/login?variant=one`);
      await driver.page.type('#user', 'ann', { replace: true });
      await driver.page.type('#password', 'tweestap', { replace: true });
      await driver.page.click('#sign-in');
      await driver.page.waitFor('#code');
      expect(await driver.fillFromPopup({ id })).toMatchObject({ closed: true });
      const first = String(await driver.page.eval("document.querySelector('#code').value"));
      const pasted = async () => {
        await driver.page.eval("document.querySelector('#code').value = ''");
        await driver.page.click('#code');
        await driver.page.press('v', { modifiers: ['Control'] });
        return String(await driver.page.eval("document.querySelector('#code').value"));
      };
      await expect.poll(pasted, { timeout: 5000 }).toMatch(/^\d{6}$/);
      const next = await pasted();
      expect(next).not.toBe(first);
    });
  });
}
