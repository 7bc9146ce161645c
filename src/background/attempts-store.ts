/**
 * The count of wrong PINs, in both stores of the browser: whichever is put back to an older state, the higher count holds.
 */
import { type Attempts, higher, NO_ATTEMPTS } from '../core/attempts.ts';
import { StorageItem } from '../platform/storage-item.ts';
import { readAttempts, readKept, writeAttempts } from '../platform/vault-db.ts';

function parseAttempts(value: unknown): Attempts | null {
  if (typeof value !== 'object' || value === null) return null;
  const { failures, lastFailureAt } = value as Partial<Attempts>;
  const sane = Number.isSafeInteger(failures) && Number.isFinite(lastFailureAt);
  return sane ? { failures: Number(failures), lastFailureAt: Number(lastFailureAt) } : null;
}

const second = new StorageItem<Attempts>('attempts', {
  area: 'local',
  fallback: NO_ATTEMPTS,
  parse: parseAttempts,
});

export async function loadAttempts(): Promise<Attempts> {
  // A database that cannot be read says nothing; the other store may.
  const [first, other] = await Promise.all([readAttempts().catch(() => null), second.get()]);
  return higher(parseAttempts(first) ?? NO_ATTEMPTS, other);
}

/** In what is kept while `storage.local` is written anew: the PIN is a new one, whose wrong tries begin at none. */
export const COUNT_ANEW = { [second.key]: NO_ATTEMPTS };

async function countsAnew(): Promise<boolean> {
  return second.key in ((await readKept()) ?? {});
}

/** As `storage.local` has to hold them. Of the PIN before a new one it still may have the old count. */
export async function attemptsItem(): Promise<Record<string, Attempts>> {
  const count = (await countsAnew()) ? parseAttempts(await readAttempts()) : await loadAttempts();
  return { [second.key]: count ?? NO_ATTEMPTS };
}

/** Gives the store that has the lower count, or none, what the other one holds. */
export async function healAttempts(): Promise<void> {
  if (await countsAnew()) return;
  const [first, other] = await Promise.all([readAttempts(), second.get()]);
  const known = parseAttempts(first) ?? NO_ATTEMPTS;
  const holds = higher(known, other);
  if (known.failures !== other.failures || known.lastFailureAt !== other.lastFailureAt)
    await saveAttempts(holds);
}

/**
 * Both hold it before this resolves. The database goes first: a reset that was cut off counts as none. Where the browser
 * cannot write the other store, the database alone counts.
 */
export async function saveAttempts(attempts: Attempts): Promise<void> {
  await writeAttempts(attempts);
  // None is nothing: taking it away needs no room on a full disk.
  const written = attempts.failures === 0 ? second.remove() : second.set(attempts);
  await written.catch(() => undefined);
}
