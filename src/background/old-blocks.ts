/**
 * After slots or records were replaced: rewrites both stores, so that the old ones are in no file of the browser any more.
 * What the other store holds is kept with the vault meanwhile, and a rewriting that was cut off is done over at the next
 * start.
 */
import { browser } from '../platform/browser.ts';
import { finishDeletions, isFiller, rewriteLocal } from '../platform/old-files.ts';
import { deleteOlder } from '../platform/vault-databases.ts';
import { dropKept, isStale, readDeviceKey, readKept, readVault, replaceVault } from '../platform/vault-db.ts';
import { attemptsItem, loadAttempts } from './attempts-store.ts';
import { isMirrorKey, withMirror } from './mirror.ts';
import { withRecords } from './one-at-a-time.ts';

/** The sentinel and the settings; throws where they cannot be read, since none of them may be lost. The second copy is made anew, and the count of tries is in the database as well. */
export async function localItems(): Promise<Record<string, unknown>> {
  const all = Object.entries(await browser.storage.local.get(null));
  return Object.fromEntries(all.filter(([key]) => !isMirrorKey(key) && !isFiller(key) && key !== 'attempts'));
}

/**
 * Erases after a change that is committed already. It never throws, a full disk included: the change stands, and what was
 * left undone is marked and done at the next look.
 */
export async function eraseOldBlocks(): Promise<void> {
  await finishErasing().catch(() => undefined);
}

/** The vault as it is in a new database, then the rest. */
async function rewrite(): Promise<void> {
  const { meta, slots, records } = await readVault();
  await replaceVault({
    meta: meta as object,
    slots: slots as { id: string }[],
    records: records as { id: string }[],
    attempts: await loadAttempts(),
    device: await readDeviceKey(),
    kept: await localItems(),
  });
  await finish();
}

export async function isUnfinished(): Promise<boolean> {
  return (await isStale()) || (await readKept()) !== null;
}

/** What is marked as left to do. */
export async function finishErasing(): Promise<void> {
  await withRecords(async () => {
    if (await isStale()) await rewrite();
    else if (await readKept()) await finish();
    else await deleteOlder();
  });
}

async function finish(): Promise<void> {
  await deleteOlder();
  await finishDeletions();
  const kept = (await readKept()) ?? {};
  await withMirror(async (renew) => {
    // What was written since counts more than what was kept.
    const items = { ...kept, ...(await localItems()), ...(await attemptsItem()) };
    try {
      await rewriteLocal(items);
    } catch (error) {
      // Settings must not stand at their defaults until then.
      await browser.storage.local.set(items).catch(() => undefined);
      throw error;
    }
    await renew();
  });
  await dropKept();
}
