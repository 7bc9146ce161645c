/**
 * Neither browser erases what is deleted or overwritten in its stores: the bytes stay in its files. What follows was
 * measured to get them out of the files, in Chromium 156 and Firefox 153 (`test/disk/` measures it anew). What the
 * file system and the disk keep of deleted files is beyond an extension.
 */
import { deleteDB, openDB } from 'idb';
import { browser } from './browser.ts';
import { readLocal } from './storage-item.ts';

const GAP_MS = 100;

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, GAP_MS));
}

/**
 * Chromium keeps all databases of an origin in one LevelDB. Deleting a database writes the log to a table and compacts
 * what the database covered; values that are still in the log then escape it, and the tables it replaced go later.
 */
async function flush(times: number): Promise<void> {
  if (__TARGET__ !== 'chrome') return;
  for (let i = 0; i < times; i++) {
    const db = await openDB('flush', 1, { upgrade: (made) => void made.createObjectStore('flush') });
    const transaction = db.transaction('flush', 'readwrite', { durability: 'strict' });
    await Promise.all([transaction.store.put(0, 0), transaction.done]);
    db.close();
    await deleteDB('flush');
    await pause();
  }
}

/**
 * Deletes databases to which no connection is open, files and all. One after the other: LevelDB forgets to write its log to
 * a table when another write is under way, and then what was deleted stays in the tables.
 */
export async function deleteForGood(names: string[]): Promise<void> {
  for (const name of names) {
    await flush(2);
    await deleteDB(name);
    await pause();
    await flush(3);
  }
}

/** For databases whose deletion was cut off, and which have no name any more to delete them by. */
export function finishDeletions(): Promise<void> {
  return flush(3);
}

function random(length: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(length));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const FILLER = '~';

/** What a refilling that was cut off left behind it. */
export function isFiller(key: string): boolean {
  return key.startsWith(FILLER);
}

/** Nothing else takes them away where there is no vault. */
export async function removeFillers(): Promise<void> {
  const left = Object.keys(await readLocal(null)).filter(isFiller);
  if (left.length > 0) await browser.storage.local.remove(left);
}

function filler(count: number, value: () => unknown): Record<string, unknown> {
  return Object.fromEntries(Array.from({ length: count }, (_, i) => [`${FILLER}${i.toString(36)}`, value()]));
}

const FILLER_BYTES = 49_152;

/**
 * Firefox keeps the area in SQLite, and pieces of old values in the slack of pages that it goes on using. Small rows fill
 * and split those pages, large ones take the free pages.
 */
async function refillPages(bytes: number): Promise<void> {
  const area = browser.storage.local;
  const small = async () => {
    await area.set(filler(400, () => true));
    await area.clear();
    await area.set(filler(300, () => random(4)));
    await area.clear();
  };
  await small();
  await area.set(filler(Math.max(32, Math.ceil((3 * bytes) / FILLER_BYTES)), () => random(FILLER_BYTES / 2)));
  await area.clear();
  await small();
}

/** Writes `storage.local` anew with these items and no others. Chromium deletes its files at `clear`. */
export async function rewriteLocal(items: Record<string, unknown>): Promise<void> {
  const before = JSON.stringify(await browser.storage.local.get(null)).length;
  await browser.storage.local.clear();
  if (__TARGET__ === 'firefox') await refillPages(before);
  await browser.storage.local.set(items);
}
