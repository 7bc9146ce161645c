import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findNumber, findPieces } from './find.mjs';
import { deviceKeyIn, ownFolders } from './own-folders.mjs';
import { type Browser, CLOSE_OFTEN, PATIENCE_MS, PLANS, report, storeOf } from './scope.ts';
import { openSubject, type Subject } from './subject.mjs';
import { makeVault, renames, STEPS, unlock } from './vault-steps.mjs';

const NEW_DEVICE_KEY = new Set(['a recovery', 'another mode']);

/** From set-up to a new start, in each mode: no secret, and no old block, in any file of the profile. */
export function modeCases(browser: Browser, build?: string): void {
  describe.each(PLANS)(`the disk of ${browser}, $mode mode, $accounts accounts`, (plan) => {
    const { mode, accounts, steps, startOver } = plan;
    let subject: Subject;
    let held: Awaited<ReturnType<typeof makeVault>>;
    let deviceKey: Buffer;
    const deviceKeyFound = () => [
      ...new Set(findPieces(subject.profile, [deviceKey]).map(({ file }) => storeOf(file))),
    ];

    beforeAll(async () => {
      subject = await openSubject(browser, build);
      held = await makeVault(subject, mode);
      const start = Date.now();
      await subject.add(accounts);
      report(`${browser}, ${mode}: ${accounts} accounts added in ${Date.now() - start} ms`);
    });
    afterAll(() => subject?.end());

    it('holds no secret while open, locked, closed and opened again', async () => {
      expect(subject.secretCount()).toBeGreaterThan(6 * accounts);
      const digits = () =>
        ownFolders(subject.profile, subject.session.base).flatMap((folder) => findNumber(folder, held.pin));
      const leaks = () => [...subject.leaks(), ...digits()];
      expect(leaks()).toEqual([]);
      await subject.ask('lock');
      expect(leaks()).toEqual([]);
      await subject.closed(() => {
        expect(leaks()).toEqual([]);
        // As measured in both browsers: what no script can export lies in clear on the disk.
        deviceKey = deviceKeyIn(subject.profile);
        expect(deviceKeyFound()).toEqual(['IndexedDB']);
      });
      await unlock(subject, held);
      expect(leaks()).toEqual([]);
    });

    it.each(steps)('holds no old block after %s', async (step) => {
      // Strong mode stores no slot of the PIN: its end replaces nothing.
      if (step !== 'ten wrong PINs' || held.mode !== 'strong') await renames(subject);
      held = await STEPS[step](subject, held);
      const { blocks } = await subject.collect();
      const { old, left, took } = await subject.oldBlocksAtLast(blocks, PATIENCE_MS);
      report(`${browser}, ${mode}, ${accounts}: ${step}: ${old} old, ${left.length} files, ${took} ms`);
      expect(old).toBeGreaterThan(0);
      expect(left).toEqual([]);
      expect(subject.unseen(blocks)).toBe(0);
      if (!CLOSE_OFTEN) return;
      await subject.closed(() => expect(subject.oldBlocks(blocks)).toEqual([]));
      if (step !== 'ten wrong PINs') await unlock(subject, held);
    });

    it('holds no old block, old device key or secret when it is closed after that', async () => {
      const { blocks } = await subject.collect();
      await subject.closed(() => {
        expect(subject.oldBlocks(blocks)).toEqual([]);
        expect(subject.leaks()).toEqual([]);
        expect(deviceKeyFound()).toEqual(steps.some((step) => NEW_DEVICE_KEY.has(step)) ? [] : ['IndexedDB']);
      });
    });

    if (!startOver) return;

    it('holds nothing of it after a new start', async () => {
      // The first look at a vault compares and erases; what is tried while it does is another case.
      await subject.ask('status');
      const { settings } = await subject.collect();
      await subject.mustGrant('startOver', { word: 'DELETE' });
      expect(await subject.ask('status')).toEqual({ state: 'none' });
      const left = () => {
        const identity = findPieces(subject.profile, [settings.sentinel as string, deviceKey]);
        return [...subject.oldBlocks([]), ...identity.map(({ file }) => `identity or key: ${file}`)];
      };
      await expect.poll(left, { timeout: PATIENCE_MS, interval: 1000 }).toEqual([]);
      expect(await subject.closed(left)).toEqual([]);
    });

    it('has no vault after a new start during the first look at it', async () => {
      await makeVault(subject, 'basic');
      await subject.session.driver.killWorker();
      const looked = subject.ask('status');
      await subject.mustGrant('startOver', { word: 'DELETE' });
      await looked;
      expect(await subject.ask('status')).toEqual({ state: 'none' });
      expect((await subject.collect()).blocks).toEqual([]);
    });
  });
}
