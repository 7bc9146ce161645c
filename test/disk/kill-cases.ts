import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inspect, notWhole } from '../crash/inspect.mjs';
import { randomFrom } from '../crash/random.mjs';
import { sleep } from '../e2e/driver/wait.mjs';
import { type Browser, KILLS, PATIENCE_MS, report } from './scope.ts';
import { openSubject, type Subject } from './subject.mjs';
import { makeVault, rotation, unlock } from './vault-steps.mjs';

const SETTINGS = { theme: 'dark', language: 'nl', autoLockMinutes: 77, pinForCodes: true };
const WITHIN_MS = 2000;
/** The commit comes soon after the confirmation; what is erased after it takes the rest of the time. */
const SOON_MS = 150;

/** Whatever dies in the middle of a rotation: one whole vault, all settings, and nothing old on the disk. */
export function killCases(browser: Browser, build?: string): void {
  describe(`the disk of ${browser} after a kill`, () => {
    let subject: Subject;
    let held: Awaited<ReturnType<typeof makeVault>>;
    let names: string[];
    const random = randomFrom(Number(process.env.TWEESTAP_DISK_SEED ?? Date.now()));
    const kills = Array.from({ length: 2 * KILLS }, (_, i) => ({
      of: i % 2 === 0 ? 'browser' : 'worker',
      delay: random.below(i % 4 < 2 ? SOON_MS : WITHIN_MS),
    }));

    beforeAll(async () => {
      subject = await openSubject(browser, build);
      held = await makeVault(subject, 'basic');
      names = (await subject.add(5)).map(({ name }) => name).sort();
      await subject.mustGrant('changeSettings', { ...SETTINGS, pin: held.pin });
    });
    afterAll(() => subject?.end());

    /** Sends the confirmation, and kills. */
    async function cutOff(of: string, delay: number): Promise<string> {
      const question = await rotation(subject, held);
      const kill = { killed: false, at: 0, over: false };
      const { done } = await subject.confirming(question, kill);
      const outcome = done.then(
        () => 'confirmed',
        () => 'cut off',
      );
      await sleep(delay);
      kill.killed = true;
      const { session } = subject;
      if (of === 'browser') await session.driver.killBrowser();
      else await session.driver.killWorker();
      Object.assign(kill, { at: Date.now(), over: true });
      const ended = await outcome;
      if (of === 'browser') await session.reopen(true);
      return ended;
    }

    it.each(kills)(
      'of the $of, $delay ms into a rotation, holds one whole vault and nothing old',
      async ({ of, delay }) => {
        const outcome = await cutOff(of, delay);
        // A set-up that still waits for its confirmation is in the memory of a browser that lives on.
        await subject.ask('setupCancel');
        await subject.ask('status');
        const soon = { timeout: PATIENCE_MS, interval: 500 };
        await expect.poll(async () => notWhole(await inspect(subject.session.driver)), soon).toEqual([]);
        const { blocks, databases, settings } = await subject.collect();
        expect(databases).toHaveLength(1);
        expect(settings).toMatchObject(SETTINGS);
        const { old, left, took } = await subject.oldBlocksAtLast(blocks, PATIENCE_MS);
        report(
          `${browser}: ${of} killed after ${delay} ms, ${outcome}: ${old} old, ${left.length} files, ${took} ms`,
        );
        expect(left).toEqual([]);
        await unlock(subject, held);
        const { accounts } = await subject.mustGrant('accounts');
        expect(accounts.map(({ name }: { name: string }) => name).sort()).toEqual(names);
      },
    );
  });
}
