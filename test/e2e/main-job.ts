import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DemoSite, startSite } from '../site/index.mjs';
import { type Driver, launch } from './driver/index.mjs';
import { tellStory } from './story.mjs';

/** From an empty profile to a server that accepted the code, and everything kept through kills and restarts. */
export function mainJob(browser: 'chrome' | 'firefox'): void {
  describe(`the main job in ${browser}`, () => {
    const pictures = mkdtempSync(path.join(tmpdir(), 'tweestap-pictures-'));
    let site: DemoSite;
    let driver: Driver;

    beforeAll(async () => {
      site = await startSite();
      driver = await launch({ browser });
    });
    afterAll(async () => {
      await driver?.close();
      await site?.close();
      rmSync(pictures, { recursive: true, force: true });
    });

    it('goes from set-up to a server that accepts the code', async () => {
      const accepted = await tellStory({
        driver,
        site,
        say: () => undefined,
        picture: (name, of) => driver.screenshot(path.join(pictures, `${name}.png`), { of: of ?? 'page' }),
      });
      expect(accepted).toBe(true);
    });

    it('gives the same code after the worker was killed', async () => {
      await driver.killWorker();
      const [account] = await driver.codes();
      expect(account).toMatchObject({
        issuer: 'Tweestap demo',
        account: 'demo',
        code: expect.stringMatching(/^\d{6}$/),
      });
    });

    it('refuses a wrong PIN and takes the right one', async () => {
      await driver.lock();
      expect(await driver.unlock('000001')).toMatchObject({ unlocked: false });
      expect(await driver.unlock('493817')).toMatchObject({ unlocked: true });
    });

    it('keeps what was saved through a kill of the whole browser', async () => {
      const saved = await driver.addUri('otpauth://totp/Kept:ann?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
      await driver.killBrowser();
      await driver.restart();
      expect(await driver.unlock('493817')).toMatchObject({ unlocked: true });
      expect((await driver.codes()).map((account: { id: string }) => account.id)).toContain(saved.id);
    });

    it('recovers with the recovery code under a new PIN, and confirms a new code', async () => {
      await driver.closePopup();
      const second = await launch({ browser });
      try {
        const { recoveryCode } = await second.createVault('493817');
        await second.addUri('otpauth://totp/Kept:ann?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
        await second.lock();
        const renewed = await second.recover({ '#recovery-code': recoveryCode }, '860424');
        expect(renewed.recoveryCode).not.toBe(recoveryCode);
        expect(await second.unlock('493817')).toMatchObject({ unlocked: false });
        expect(await second.unlock('860424')).toMatchObject({ unlocked: true });
        expect(await second.codes()).toHaveLength(1);
      } finally {
        await second.close();
      }
    });
  });
}
