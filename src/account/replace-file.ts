/**
 * The order in which a file in the account takes the place of another, so that a crash at any step leaves the old or the
 * new one whole, and what is left over is known and removed by the next sign-in. docs/linked-account.md has the table.
 */
import { AppError } from '../core/app-error.ts';
import { type Folder, writeVerified } from './folder.ts';
import type { Bytes } from './http.ts';

/** Names of files that no vault needs, kept on this device, each call durable when it resolves. */
export interface Strays {
  list(): Promise<string[]>;
  add(name: string): Promise<void>;
  forget(name: string): Promise<void>;
}

/**
 * Puts `next` in the account and then has `commit` make it the one that counts: in one transaction of the device it takes
 * what belongs to the new file, strikes the new name off the strays, and puts the old one on. With null there is no new
 * file: the account is unlinked.
 *
 * Throws what the folder or `commit` threw, and the old file still counts then. A leftover that could not be removed is no
 * failure: it stays on the list. False then.
 */
export async function replaceFile(
  folder: Folder,
  strays: Strays,
  next: { name: string; bytes: Bytes } | null,
  commit: () => Promise<void>,
): Promise<boolean> {
  if (next) {
    await strays.add(next.name);
    await writeVerified(folder, next.name, next.bytes);
  }
  await commit();
  return removeStrays(folder, strays);
}

/** Removes what earlier attempts left in the account. False where something is left. */
export async function removeStrays(folder: Folder, strays: Strays): Promise<boolean> {
  for (const name of await strays.list()) {
    try {
      await folder.remove(name, null);
    } catch (error) {
      if (error instanceof AppError) return false;
      throw error;
    }
    await strays.forget(name);
  }
  return true;
}
