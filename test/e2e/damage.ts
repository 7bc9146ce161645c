import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Driver, launch } from './driver/index.mjs';

const PIN = '493817';
const NEXT = '860424';
const URI = 'otpauth://totp/Kept:ann?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const VAULT = path.resolve(import.meta.dirname, '../../scripts/vault.mjs');

/** Runs in an own page. In the highest database, `meta`: a meta that nobody can make out; `record`: one record under the name of another. */
async function spoil(what: 'meta' | 'record'): Promise<boolean> {
  const numbers = (await indexedDB.databases()).map(({ name }) => Number(name?.split('-')[1] ?? 0));
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const db = await done(indexedDB.open(`tweestap-${Math.max(...numbers)}`));
  const writing = db.transaction(['meta', 'records'], 'readwrite');
  const records = writing.objectStore('records');
  if (what === 'meta') writing.objectStore('meta').put({ format: 2, vault: 7 }, 'vault');
  else
    for (const record of await done(records.getAll()))
      if (record.kind === 'account') records.put({ ...record, id: `${record.id.slice(0, -2)}AA` });
  await new Promise((resolve, reject) => {
    writing.oncomplete = resolve;
    writing.onerror = reject;
  });
  db.close();
  return true;
}

/** A vault that cannot be read, as its user sees it; and what can be read of one from outside. */
export function damage(browser: 'chrome' | 'firefox'): void {
  describe(`a damaged vault in ${browser}`, () => {
    const profile = mkdtempSync(path.join(tmpdir(), 'tweestap-damage-'));
    let driver: Driver;
    let recoveryCode: string;
    beforeAll(async () => {
      driver = await launch({ browser, profile });
      ({ recoveryCode } = await driver.createVault(PIN));
      await driver.addUri(URI);
      await driver.closePopup();
    });
    afterAll(async () => {
      await driver?.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    });

    const harm = async (what: 'meta' | 'record') => {
      await driver.newTab(`${driver.base}src/setup/index.html`);
      await driver.page.eval(spoil, { args: [what] });
      await driver.closeTab();
      await driver.restart();
    };

    it('is restored from the second copy, and opens with the recovery code', async () => {
      await harm('meta');
      expect(await driver.openPopup()).toBe('damaged');
      expect(await driver.popup.count('#restore-file')).toBe(1);
      expect(await driver.popup.count('#start-over')).toBe(1);
      await driver.popup.click('#restore-copy');
      await driver.waitForScreen('locked');
      expect(await driver.popup.count('#pin')).toBe(0);
      expect(await driver.popup.text('main')).toMatch(/second copy/);
      await driver.closePopup();
      await driver.recover({ '#recovery-code': recoveryCode }, NEXT);
      expect(await driver.unlock(NEXT)).toMatchObject({ unlocked: true });
      expect(await driver.codes()).toMatchObject([{ issuer: 'Kept' }]);
      await driver.closePopup();
    });

    it('keeps an account that cannot be read, says so, and shows the others', async () => {
      await harm('record');
      await driver.unlock(NEXT);
      await driver.openPopup();
      await driver.popup.waitFor('#quarantine');
      expect(await driver.popup.attr('#quarantine', 'data-count')).toBe('1');
      expect(await driver.popup.count('#quarantine-restore')).toBe(1);
      expect(await driver.codes()).toMatchObject([{ issuer: 'Kept' }]);
    });

    it('is whole again, as the reader of profiles tells', async () => {
      await driver.lock();
      await driver.closePopup();
      await driver.close();
      const text = execFileSync(process.execPath, [VAULT, profile, '--json'], { encoding: 'utf8' });
      const { databases, copy, problems, notes } = JSON.parse(text);
      expect({ problems, notes }).toEqual({ problems: [], notes: [] });
      expect(copy).toMatchObject({ whole: true });
      expect(databases).toHaveLength(1);
      const [{ current, meta, slots, records }] = databases;
      expect({ current, meta, records }).toMatchObject({
        current: true,
        meta: { generation: 2 },
        // The one that nobody can read is kept.
        records: { account: 2, keyring: 1 },
      });
      const types = slots.map(({ factors }: { factors: { type: string }[] }) =>
        factors.map(({ type }) => type),
      );
      expect(types.sort()).toEqual([['pin', 'device'], ['recovery']]);
      expect(text).not.toContain('Kept');
    });
  });
}
