import { err, ok, type Result } from '../core/result.ts';
import { browser } from '../platform/browser.ts';
import { eraseVault } from '../platform/vault-db.ts';
import { copySize, heal } from './mirror.ts';
import { wipeAtTen } from './settings.ts';
import { forgetAll } from './vault-session.ts';

/** The word to type, in each language of the interface. */
const WORDS = new Set(['DELETE', 'WIS']);

/** Deletes a database that cannot be read and writes the second copy in its place, after that was found whole. */
export async function restoreCopy(): Promise<Result<null, 'no-copy'>> {
  if ((await copySize()) === null) return err('no-copy');
  await eraseVault();
  return (await heal(null)) ? ok(null) : err('no-copy');
}

/** Deletes vault, device key, settings and bindings. What a disk keeps of deleted files is beyond us: SECURITY.md. */
export async function startOver(word: string): Promise<Result<null, 'wrong-word'>> {
  if (!WORDS.has(String(word).trim().toUpperCase())) return err('wrong-word');
  await eraseEverything();
  return ok(null);
}

export async function eraseEverything(): Promise<void> {
  await forgetAll();
  // Settings and sentinel first: without them what is left of a broken-off erasure is a first run, not a loss.
  await browser.storage.local.clear();
  await eraseVault();
}

/** The tenth wrong PIN: the vault locks, and where the user chose so all of it is deleted. */
export async function afterTenFailures(): Promise<void> {
  if (await wipeAtTen.get()) await eraseEverything();
  else await forgetAll();
}
