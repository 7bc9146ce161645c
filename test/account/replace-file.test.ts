import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Folder } from '../../src/account/folder.ts';
import { removeStrays, replaceFile } from '../../src/account/replace-file.ts';
import { AppError } from '../../src/core/app-error.ts';
import { type EscrowFactor, escrowName, makeHalves, readHalf } from '../../src/vault/escrow.ts';
import { KINDS, type Kind, type Servers, signIn, start, storeOf } from './accounts.ts';

/** Stops the device as a crash does: nothing after it happens. */
class Crash extends Error {}

let servers: Servers;
beforeAll(async () => {
  servers = await start();
});
afterAll(() => servers.close());

/** What is on the disk of the device, and a crash before or after any step of it or of the account. */
function makeDevice(folder: Folder) {
  const disk = {
    vault: { belongs: belongsTo(1), factor: null as EscrowFactor | null },
    strays: [] as string[],
  };
  let left = Number.POSITIVE_INFINITY;
  let steps = 0;
  const step = <A extends unknown[], R>(doing: (...args: A) => R | Promise<R>) => {
    return async (...args: A): Promise<R> => {
      // Each step can be the last one before it is done, and the last one that is done.
      const tick = () => {
        steps++;
        if (left-- <= 0) throw new Crash();
      };
      tick();
      const result = await doing(...args);
      tick();
      return result;
    };
  };
  const strays = {
    list: step(() => [...disk.strays]),
    add: step((name: string) => void disk.strays.push(name)),
    forget: step((name: string) => {
      disk.strays = disk.strays.filter((stray) => stray !== name);
    }),
  };
  const account: Folder = {
    read: step((name: string) => folder.read(name)),
    write: step((...args: Parameters<Folder['write']>) => folder.write(...args)),
    remove: step((...args: Parameters<Folder['remove']>) => folder.remove(...args)),
  };
  const commit = (factor: EscrowFactor | null, generation: number) =>
    step(() => {
      const old = disk.vault.factor;
      const strange = disk.strays.filter((stray) => !factor || stray !== escrowName(factor));
      disk.strays = [...strange, ...(old ? [escrowName(old)] : [])];
      disk.vault = { belongs: belongsTo(generation), factor };
    });
  const crashAfter = (count: number) => {
    left = count;
    steps = 0;
  };
  return { disk, strays, account, commit, crashAfter, steps: () => steps };
}

const belongsTo = (generation: number) => ({ vault: 'AAAAAAAAAAAAAAAAAAAAAA==', generation });
type Device = ReturnType<typeof makeDevice>;

async function rotate({ account, strays, commit }: Device, generation: number) {
  const { factor, file } = await makeHalves(belongsTo(generation));
  return replaceFile(account, strays, file, commit(factor, generation));
}

/** The one that counts opens, and is the old or the new one. */
async function assertWhole({ disk }: Device, folder: Folder): Promise<void> {
  const { factor, belongs } = disk.vault;
  if (!factor) return;
  const { bytes } = await folder.read(escrowName(factor));
  expect(await readHalf(bytes, factor, belongs)).toMatchObject({ ok: true });
}

/** A device that is linked, at generation 1. */
async function linkedDevice(kind: Kind) {
  storeOf(servers, kind).deleteFolder();
  const { folder } = await signIn(servers, kind);
  const device = makeDevice(folder);
  await rotate(device, 1);
  return { device, folder };
}

describe.each(KINDS)('at %s', (kind) => {
  it.each(['link', 'rotate', 'unlink'] as const)(
    'a crash at any step of %s leaves the old or the new one whole',
    async (doing) => {
      let crashed = 0;
      for (let at = 0, over = false; !over; at++) {
        const { device, folder } = await linkedDevice(kind);
        if (doing === 'link') {
          await replaceFile(device.account, device.strays, null, device.commit(null, 1));
          expect(storeOf(servers, kind).names()).toEqual([]);
        }
        const before = device.disk.vault;
        device.crashAfter(at);
        const { account, strays, commit } = device;
        const run =
          doing === 'unlink' ? replaceFile(account, strays, null, commit(null, 2)) : rotate(device, 2);
        over = await run.then(
          () => true,
          (error) => {
            expect(error).toBeInstanceOf(Crash);
            crashed++;
            return false;
          },
        );
        if (device.disk.vault !== before) expect(device.disk.vault.belongs.generation).toBe(2);
        await assertWhole(device, folder);
        // The next sign-in of the device tidies up, and leaves what counts.
        device.crashAfter(Number.POSITIVE_INFINITY);
        expect(await removeStrays(account, strays)).toBe(true);
        await assertWhole(device, folder);
        const { factor } = device.disk.vault;
        expect(storeOf(servers, kind).names()).toEqual(factor ? [escrowName(factor)] : []);
        expect(device.disk.strays).toEqual([]);
      }
      // Two for each step, and an unlinking has four: commit, list, remove, forget.
      expect(crashed).toBeGreaterThanOrEqual(8);
    },
  );

  it.each([
    { kind: 'status', status: 507 },
    { kind: 'status', status: 429 },
    { kind: 'half', method: 'PUT' },
    { kind: 'lost', method: 'PUT' },
    { kind: 'cut' },
  ] as const)('a failure before the commit changes nothing, and can be tried again: %o', async (fault) => {
    const { device, folder } = await linkedDevice(kind);
    const before = device.disk.vault;
    storeOf(servers, kind).switches.fault = { ...fault };
    await expect(rotate(device, 2)).rejects.toBeInstanceOf(AppError);
    storeOf(servers, kind).switches.fault = null;
    expect(device.disk.vault).toBe(before);
    await assertWhole(device, folder);
    expect(await rotate(device, 2)).toBe(true);
    expect(storeOf(servers, kind).names()).toHaveLength(1);
    await assertWhole(device, folder);
  });

  it('an old file that cannot be removed now stays on the list, and the new one counts', async () => {
    const { device, folder } = await linkedDevice(kind);
    storeOf(servers, kind).switches.fault = { kind: 'status', status: 503, method: 'DELETE' };
    expect(await rotate(device, 2)).toBe(false);
    storeOf(servers, kind).switches.fault = null;
    expect(device.disk.vault.belongs.generation).toBe(2);
    expect(device.disk.strays).toHaveLength(1);
    await assertWhole(device, folder);
    expect(await removeStrays(device.account, device.strays)).toBe(true);
    expect(storeOf(servers, kind).names()).toHaveLength(1);
  });

  it('a commit that fails leaves the old one', async () => {
    const { device, folder } = await linkedDevice(kind);
    const { file } = await makeHalves(belongsTo(2));
    const failed = () => Promise.reject(new AppError('storage-full'));
    await expect(replaceFile(device.account, device.strays, file, failed)).rejects.toMatchObject({
      code: 'storage-full',
    });
    await assertWhole(device, folder);
    expect(await removeStrays(device.account, device.strays)).toBe(true);
    await assertWhole(device, folder);
  });

  it.each(['flip', 'rollback', 'swap'] as const)(
    'a server that gives another half back is told: %s',
    async (hostile) => {
      const { device, folder } = await linkedDevice(kind);
      await rotate(device, 2);
      const { factor, belongs } = device.disk.vault;
      if (!factor) throw new Error('linked it is');
      const other = await makeHalves({ vault: 'AQAAAAAAAAAAAAAAAAAAAA==', generation: 2 });
      storeOf(servers, kind).switches.fault = {
        kind: hostile,
        method: kind === 'microsoft' ? 'DOWNLOAD' : 'GET',
        foreign: Buffer.from(other.file.bytes).toString('base64'),
      };
      const { bytes } = await folder.read(escrowName(factor));
      storeOf(servers, kind).switches.fault = null;
      const read = await readHalf(bytes, factor, belongs);
      expect(read).toEqual({
        ok: false,
        error: hostile === 'flip' ? expect.stringMatching(/half$/) : 'other-half',
      });
      await assertWhole(device, folder);
    },
  );
});
