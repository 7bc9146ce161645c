import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findNumber, findPieces } from './find.mjs';
import { ownFolders } from './own-folders.mjs';
import { plantSecrets } from './planted.ts';
import { type Browser, storeOf } from './scope.ts';
import { openSubject, type Subject } from './subject.mjs';
import { makeVault } from './vault-steps.mjs';

const PIN = '860424';
/** That no vault here has. */
const ABSENT_PIN = '493817';

/** A scan that finds nothing proves something only where it finds what is there. */
export function controlCases(browser: Browser, build?: string): void {
  describe(`the scan of ${browser}`, () => {
    let subject: Subject;

    beforeAll(async () => {
      subject = await openSubject(browser, build);
      await makeVault(subject, 'strong', PIN);
      await subject.add(3);
      await subject.mustGrant('changeSettings', { autoLockMinutes: 77, pin: PIN });
    });
    afterAll(() => subject?.end());

    it('sees every block, the records in both stores, the identity and a setting', async () => {
      const { blocks, settings } = await subject.collect();
      const storesOf = (needle: Buffer | string) =>
        [...new Set(findPieces(subject.profile, [needle]).map(({ file }) => storeOf(file)))].sort();
      expect(blocks.length).toBeGreaterThan(12);
      expect(subject.unseen(blocks)).toBe(0);
      const records = blocks.filter((block) => block.length > 100);
      // Three accounts and the keyring.
      expect(records).toHaveLength(4);
      for (const record of records)
        expect(storesOf(Buffer.from(record, 'base64'))).toEqual(['IndexedDB', 'storage.local']);
      expect(storesOf(settings.sentinel as string)).toContain('storage.local');
      expect(storesOf('autoLockMinutes')).toContain('storage.local');
    });

    it('sees secrets that were planted, in each form, open and closed', async () => {
      const digits = () =>
        ownFolders(subject.profile, subject.session.base).flatMap((folder) => findNumber(folder, ABSENT_PIN));
      expect(digits()).toEqual([]);
      const secrets = await plantSecrets(subject.session.driver, ABSENT_PIN);
      const unseen = () => {
        const found = findPieces(subject.profile, Object.values(secrets));
        return Object.keys(secrets).filter((_, i) => found.every(({ needle }) => needle !== i));
      };
      expect(unseen()).toEqual([]);
      expect(digits().length).toBeGreaterThan(0);
      await subject.closed(() => {
        expect(unseen()).toEqual([]);
        expect(digits().length).toBeGreaterThan(0);
      });
    });
  });
}
