import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findPieces } from '../disk/scan.mjs';
import { type Driver, launch } from './driver/index.mjs';

const PIN = '493817';
const NEXT = '860424';
const PASSPHRASE = 'correct horse battery staple';
const LABEL = 'Zonnebloemenbank Noord';
const SEEDS = [
  'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
  'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
  'KRSXG5CTMVRXEZLUKRSXG5CTMVRXEZLU',
];

/** Runs in an own page: what lies in both stores, sealed, as base 64. */
async function sealedBlocks(): Promise<string[]> {
  const base64 = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes));
  const blocks: string[] = [];
  for (const { name } of await indexedDB.databases()) {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open(name ?? '');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    for (const store of ['slots', 'records']) {
      const rows = await new Promise<{ sealed: Uint8Array; salt?: Uint8Array }[]>((resolve, reject) => {
        const reading = db.transaction(store).objectStore(store).getAll();
        reading.onsuccess = () => resolve(reading.result);
        reading.onerror = () => reject(reading.error);
      });
      for (const { sealed, salt } of rows) blocks.push(base64(sealed), ...(salt ? [base64(salt)] : []));
    }
    db.close();
  }
  return blocks;
}

/** Runs in an own page: the browser's memory, which holds the key while the vault is open. */
async function keysInMemory(): Promise<string[]> {
  const { storage } = (globalThis as unknown as { browser?: typeof chrome }).browser ?? chrome;
  const { session, sessionPin } = (await storage.session.get(null)) as {
    session?: { masterKey: string };
    sessionPin?: { pepper: string };
  };
  return [session?.masterKey, sessionPin?.pepper].filter((key) => key !== undefined);
}

declare const chrome: { storage: { session: { get(keys: null): Promise<unknown> } } };

/** What is on the disk of a real profile, and what is not. */
export function diskScan(browser: 'chrome' | 'firefox'): void {
  describe(`the disk of ${browser}`, () => {
    let driver: Driver;
    let recoveryCode: string;
    let keys: string[];
    const bytes = (blocks: string[]) => blocks.map((block) => Buffer.from(block, 'base64'));
    const found = (needles: Buffer[]) =>
      findPieces(driver.profile, needles).map(({ needle, file, how }) => `${needle} ${how} ${file}`);

    async function inOwnPage<T>(work: () => Promise<T>): Promise<T> {
      await driver.newTab(`${driver.base}src/setup/index.html`);
      const value = await driver.page.eval(work);
      await driver.closeTab();
      return value;
    }

    /** Until the browser has done what it does in the background. */
    const soon = { timeout: 15_000, interval: 1000 };

    beforeAll(async () => {
      driver = await launch({ browser });
      ({ recoveryCode } = await driver.createVault(PIN, { mode: 'strong', passphrase: PASSPHRASE }));
      for (const [nth, seed] of SEEDS.entries())
        await driver.addUri(
          `otpauth://totp/${encodeURIComponent(LABEL)}:ann${nth}?secret=${seed}&issuer=${encodeURIComponent(LABEL)}`,
        );
      keys = await inOwnPage(keysInMemory);
    });
    afterAll(async () => {
      await driver?.close();
    });

    it('shows the sealed blocks in both stores, so the scan sees what is there', async () => {
      const blocks = bytes(await inOwnPage(sealedBlocks));
      expect(blocks.length).toBeGreaterThanOrEqual(8);
      const files = new Set(
        findPieces(driver.profile, blocks).map(({ file }) => file.split('/').slice(0, -1).join('/')),
      );
      expect(files.size).toBeGreaterThanOrEqual(browser === 'chrome' ? 2 : 1);
      expect(new Set(findPieces(driver.profile, blocks).map(({ needle }) => needle)).size).toBe(
        blocks.length,
      );
    });

    it('holds no seed, label, passphrase, code or unwrapped key, open or locked', async () => {
      const { decodeBase32 } = await import('../../src/core/base32.ts');
      const raw = SEEDS.map((seed) => decodeBase32(seed)).map((seed) =>
        Buffer.from(seed.ok ? seed.value : []),
      );
      const texts = [...SEEDS, LABEL, PASSPHRASE, recoveryCode, recoveryCode.replaceAll('-', '')];
      expect(keys).toHaveLength(2);
      const needles = [...texts.map((text) => Buffer.from(text)), ...raw, ...bytes(keys)];
      expect(found(needles)).toEqual([]);
      await driver.lock();
      await driver.closePopup();
      await driver.restart();
      expect(found(needles)).toEqual([]);
    });

    it('keeps no old slot or record after a recovery, running and closed', async () => {
      const old = bytes(await inOwnPage(sealedBlocks));
      expect(new Set(found(old)).size).toBeGreaterThan(0);
      ({ recoveryCode } = await driver.recover({ '#recovery-code': recoveryCode }, NEXT, {
        way: 'recovery-code',
        passphrase: PASSPHRASE,
      }));
      await expect.poll(() => found(old), soon).toEqual([]);
      await driver.restart();
      expect(found(old)).toEqual([]);
    });

    it('keeps no old slot after another mode, nor after another PIN', async () => {
      await driver.openPopup();
      await driver.popup.type('#passphrase', PASSPHRASE);
      await driver.popup.click('#unlock');
      await driver.waitForScreen('accounts');
      await driver.closePopup();
      let old = bytes(await inOwnPage(sealedBlocks));
      await driver.changeMode({ '#pin': NEXT }, { mode: 'basic' });
      await expect.poll(() => found(old), soon).toEqual([]);
      const before = await inOwnPage(sealedBlocks);
      await driver.openPopup();
      await driver.popup.click('#settings');
      await driver.popup.click('#change-pin');
      await driver.popup.type('#pin', NEXT);
      await driver.popup.type('#pin-new', PIN);
      await driver.popup.type('#pin-again', PIN);
      await driver.popup.click('#change-pin-go');
      await driver.waitForScreen(['accounts', 'settings']);
      await driver.closePopup();
      const after = new Set(await inOwnPage(sealedBlocks));
      old = bytes(before.filter((block) => !after.has(block)));
      expect(old.length).toBeGreaterThan(0);
      await expect.poll(() => found(old), soon).toEqual([]);
    });
  });
}
