/**
 * The count of wrong PINs, in both stores of the browser: whichever is put back to an older state, the higher count holds.
 */
import { type Attempts, higher, NO_ATTEMPTS } from '../core/attempts.ts';
import { StorageItem } from '../platform/storage-item.ts';
import { readAttempts, writeAttempts } from '../platform/vault-db.ts';

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
  const [first, other] = await Promise.all([readAttempts(), second.get()]);
  return higher(parseAttempts(first) ?? NO_ATTEMPTS, other);
}

/** Both hold it before this resolves. The database goes first: a reset that was cut off counts as none. */
export async function saveAttempts(attempts: Attempts): Promise<void> {
  await writeAttempts(attempts);
  await second.set(attempts);
}
