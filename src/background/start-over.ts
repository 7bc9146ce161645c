import { AppError } from '../core/app-error.ts';
import { isSpent } from '../core/attempts.ts';
import { err, ok, type Result } from '../core/result.ts';
import { rewriteLocal } from '../platform/old-files.ts';
import { isLocalReadable, StorageItem } from '../platform/storage-item.ts';
import { deleteAllDatabases } from '../platform/vault-databases.ts';
import { readVault } from '../platform/vault-db.ts';
import { loadAttempts } from './attempts-store.ts';
import { endPin, hasPin } from './key-slots.ts';
import { copySize, heal, withMirror } from './mirror.ts';
import { withRecords } from './one-at-a-time.ts';
import { wipeAtTen } from './settings.ts';
import { loadMeta, sentinel } from './vault-meta.ts';
import { forgetAll } from './vault-session.ts';

/** The word to type, in each language of the interface. */
const WORDS = new Set(['DELETE', 'WIS']);

/**
 * Writes the second copy in the place of a database that cannot be read, which goes once the new one was read back. One
 * that can be read, now or by a newer version, stays.
 */
export async function restoreCopy(): Promise<Result<null, 'no-copy'>> {
  const code = await readVault()
    .then(loadMeta)
    .then(
      () => null,
      (error) => (error instanceof AppError ? error.code : 'internal'),
    );
  if (code === null) {
    await heal();
    return ok(null);
  }
  if (code !== 'vault-corrupt' || (await copySize()) === null) return err('no-copy');
  return (await heal({ unreadable: true })) ? ok(null) : err('no-copy');
}

/** Deletes vault, device key, settings and bindings. What a disk keeps of deleted files is beyond us: SECURITY.md. */
export async function startOver(word: string): Promise<Result<null, 'wrong-word'>> {
  if (!WORDS.has(String(word).trim().toUpperCase())) return err('wrong-word');
  await eraseEverything();
  return ok(null);
}

/**
 * The identity of the vault that is erased, '' where nothing tells it; set before anything goes, so that what is left
 * of a broken-off erasure is erased at the next look. A store that comes back to an older state erases no other vault.
 */
const erasing = new StorageItem<string | null>('erasing', {
  area: 'local',
  fallback: null,
  parse: (value) => (typeof value === 'string' ? value : null),
});

/** Of the vault that is there, or, where its database cannot be read or is gone, that was. */
async function identity(): Promise<string> {
  return (await loadMeta().catch(() => null))?.vault ?? (await sentinel.get()) ?? '';
}

/** A store that the browser cannot read brings nothing back: it is no reason to keep the rest. */
async function unlessUnreadable(work: Promise<void>): Promise<void> {
  await work.catch(async (error) => {
    if (await isLocalReadable()) throw error;
  });
}

export async function eraseEverything(): Promise<void> {
  await forgetAll();
  // Whatever writes the vault, a healing included, is done before or finds nothing to write.
  await withRecords(() =>
    withMirror(async () => {
      await unlessUnreadable(erasing.set(await identity()));
      await deleteAllDatabases();
      await unlessUnreadable(rewriteLocal({}));
    }),
  );
}

export async function finishStartingOver(): Promise<void> {
  const erased = await erasing.get();
  if (erased === null) return;
  const now = await identity();
  if (now === '' || now === erased) await eraseEverything();
  else await erasing.remove();
}

/** The tenth wrong PIN: the vault locks and nothing opens with the PIN any more, or, where the user chose so, all is deleted. */
export async function afterTenFailures(): Promise<void> {
  if (!(await wipeAtTen.get())) return endForGood();
  // First of all: whatever kills this worker now, the next one goes on with it.
  await erasing.set(await identity());
  await eraseEverything();
}

async function endForGood(): Promise<void> {
  await endPin();
  await forgetAll();
}

/**
 * For a worker that died between the tenth charge and this. Whether that PIN was wrong nobody knows any more: it counts, and
 * ends the PIN, but deletes nothing.
 */
export async function finishPinsEnd(): Promise<void> {
  if (isSpent(await loadAttempts()) && (await hasPin())) await endForGood();
}
