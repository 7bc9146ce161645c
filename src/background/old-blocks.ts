/**
 * After slots or records were replaced: rewrites both stores, so that the old ones are in no file of the browser any more.
 * What the other store holds is kept with the vault meanwhile, and a rewriting that was cut off is done over at the next
 * start.
 */
import { browser } from '../platform/browser.ts';
import { isFiller, rewriteLocal } from '../platform/old-files.ts';
import {
  deleteOlder,
  dropKept,
  readAttempts,
  readDeviceKey,
  readKept,
  readVault,
  replaceVault,
} from '../platform/vault-db.ts';
import { isMirrorKey, withMirror } from './mirror.ts';
import { withRecords } from './one-at-a-time.ts';

/** The sentinel, the count of tries and the settings; the second copy is made anew. */
async function localItems(): Promise<Record<string, unknown>> {
  const all = Object.entries(await browser.storage.local.get(null));
  return Object.fromEntries(all.filter(([key]) => !isMirrorKey(key) && !isFiller(key)));
}

/** The vault as it is in a new database, then the rest. */
export async function eraseOldBlocks(): Promise<void> {
  await withRecords(async () => {
    const { meta, slots, records } = await readVault();
    await replaceVault({
      meta: meta as object,
      slots: slots as { id: string }[],
      records: records as { id: string }[],
      attempts: await readAttempts(),
      device: await readDeviceKey(),
      kept: await localItems(),
    });
    await finish();
  });
}

/** What a killed worker left undone. */
export async function finishErasing(): Promise<void> {
  await withRecords(async () => {
    if (await readKept()) await finish();
    else await deleteOlder();
  });
}

async function finish(): Promise<void> {
  await deleteOlder();
  const kept = (await readKept()) ?? {};
  // What was written since counts more than what was kept.
  await withMirror(async (renew) => {
    await rewriteLocal({ ...kept, ...(await localItems()) });
    await renew();
  });
  await dropKept();
}
