import { AppError } from '../core/app-error.ts';
import {
  currentDatabase,
  dropDatabase,
  makeDatabase,
  notReadable,
  takeDatabase,
  type VaultDatabase,
} from './vault-databases.ts';

/**
 * What the vault's database holds: the only file that says "transaction". It knows nothing of accounts or keys; what it
 * reads is unknown to its callers until they have parsed it.
 */
const STORES = ['meta', 'slots', 'records', 'attempts', 'keys'] as const;

async function database(): Promise<VaultDatabase | null> {
  return (await currentDatabase())?.db ?? null;
}

/** For a change of the vault, which must be there. */
async function vaultDatabase(): Promise<VaultDatabase> {
  const db = await database();
  if (!db) throw new AppError('vault-corrupt');
  return db;
}

/** One value; undefined where there is no vault. */
async function read<T>(reading: (db: VaultDatabase) => Promise<T>): Promise<T | undefined> {
  const db = await database();
  return db ? reading(db).catch(notReadable) : undefined;
}

/** Names what a failed write means for the user. */
function writeFailed(cause: unknown): never {
  if (cause instanceof AppError) throw cause;
  const full = cause instanceof DOMException && cause.name === 'QuotaExceededError';
  throw new AppError(full ? 'storage-full' : 'storage-blocked', { cause });
}

/** Everything that is stored but the keys; `meta` is undefined where there is no vault. */
export async function readVault(): Promise<{ meta: unknown; slots: unknown[]; records: unknown[] }> {
  const stored = await read(async (db) => {
    const transaction = db.transaction(['meta', 'slots', 'records']);
    const [meta, slots, records] = await Promise.all([
      transaction.objectStore('meta').get('vault'),
      transaction.objectStore('slots').getAll(),
      transaction.objectStore('records').getAll(),
      transaction.done,
    ]);
    return { meta, slots, records };
  });
  return stored ?? { meta: undefined, slots: [], records: [] };
}

export async function readMeta(): Promise<unknown> {
  return read((db) => db.get('meta', 'vault'));
}

export async function readSlots(): Promise<unknown[]> {
  return (await read((db) => db.getAll('slots'))) ?? [];
}

/** What every commit counts on, so that the newer of two copies can be told. */
function revisionOf(meta: unknown): number {
  const { revision } = (meta ?? {}) as { revision?: unknown };
  return Number.isSafeInteger(revision) ? Number(revision) : 0;
}

export interface WholeVault {
  meta: object;
  slots: { id: string }[];
  records: { id: string }[];
  attempts: unknown;
  device: CryptoKey | null;
  /** What the other store has to get back once it was rewritten, which this marks as left to do. */
  kept?: Record<string, unknown>;
}

/**
 * Writes the whole vault into a new database, all of it or nothing, and reads it back before it counts. The one before,
 * which may be one that cannot be read, is there until then; `deleteOlder` deletes it.
 */
export async function replaceVault(next: WholeVault): Promise<void> {
  const before = await readMeta().catch(() => null);
  const revision = Math.max(revisionOf(before), revisionOf(next.meta)) + 1;
  const made = await makeDatabase();
  const { db } = made;
  try {
    const transaction = db.transaction(STORES, 'readwrite', { durability: 'strict' });
    const metas = transaction.objectStore('meta');
    await Promise.all([
      ...next.slots.map((slot) => transaction.objectStore('slots').put(slot)),
      ...next.records.map((record) => transaction.objectStore('records').put(record)),
      transaction.objectStore('attempts').put(next.attempts, 'pin'),
      ...(next.kept ? [metas.put(next.kept, 'kept')] : []),
      ...(next.device ? [transaction.objectStore('keys').put(next.device, 'device')] : []),
      metas.put({ ...next.meta, revision }, 'vault'),
      transaction.done,
    ]).catch(writeFailed);
    const [slots, records] = await Promise.all([db.count('slots'), db.count('records')]);
    if (slots !== next.slots.length || records !== next.records.length) throw new AppError('storage-blocked');
  } catch (error) {
    await dropDatabase(made);
    throw error;
  }
  await takeDatabase(made);
}

/** What the other store has to get back; null when it was rewritten whole. */
export async function readKept(): Promise<Record<string, unknown> | null> {
  const kept = await read((db) => db.get('meta', 'kept'));
  return typeof kept === 'object' && kept !== null ? (kept as Record<string, unknown>) : null;
}

export async function dropKept(): Promise<void> {
  await (await vaultDatabase()).delete('meta', 'kept').catch(writeFailed);
}

/** Slots, or what opens them, were replaced in this database, which therefore holds the old ones. */
export async function isStale(): Promise<boolean> {
  return (await read((db) => db.get('meta', 'stale'))) === true;
}

/**
 * Puts and deletes records in one strict transaction, of the generation that the database is at by then: what an older
 * key has sealed must not stand among the records of a newer one.
 */
export async function writeRecords(change: {
  put: { id: string }[];
  remove: string[];
  generation: number;
  /** What is replaced must not stay in the files. */
  stale?: boolean;
}): Promise<void> {
  const db = await vaultDatabase();
  const transaction = db.transaction(['meta', 'records'], 'readwrite', { durability: 'strict' });
  const records = transaction.objectStore('records');
  const metas = transaction.objectStore('meta');
  const checkAndStamp = async () => {
    const meta = (await metas.get('vault')) as { generation?: unknown } | undefined;
    if (meta?.generation === change.generation) {
      await metas.put({ ...meta, revision: revisionOf(meta) + 1 }, 'vault');
      if (change.stale) await metas.put(true, 'stale');
      return;
    }
    transaction.abort();
    throw new AppError('internal');
  };
  await Promise.all([
    checkAndStamp(),
    ...change.put.map((record) => records.put(record)),
    ...change.remove.map((id) => records.delete(id)),
    transaction.done,
  ]).catch(writeFailed);
}

/** Puts and deletes slots in one strict transaction. */
export async function writeSlots(change: { put: { id: string }[]; remove: string[] }): Promise<void> {
  const db = await vaultDatabase();
  const transaction = db.transaction(['meta', 'slots'], 'readwrite', { durability: 'strict' });
  const metas = transaction.objectStore('meta');
  const slots = transaction.objectStore('slots');
  const stamp = async () => {
    const meta = await metas.get('vault');
    await metas.put({ ...(meta as object), revision: revisionOf(meta) + 1 }, 'vault');
    await metas.put(true, 'stale');
  };
  await Promise.all([
    stamp(),
    ...change.remove.map((id) => slots.delete(id)),
    ...change.put.map((slot) => slots.put(slot)),
    transaction.done,
  ]).catch(writeFailed);
}

export async function readAttempts(): Promise<unknown> {
  return read((db) => db.get('attempts', 'pin'));
}

/** On disk before the returned promise resolves, as far as the browser can promise it. */
export async function writeAttempts(attempts: unknown): Promise<void> {
  const db = await vaultDatabase();
  const transaction = db.transaction('attempts', 'readwrite', { durability: 'strict' });
  await Promise.all([transaction.store.put(attempts, 'pin'), transaction.done]).catch(writeFailed);
}

export async function readDeviceKey(): Promise<CryptoKey | null> {
  return (await read((db) => db.get('keys', 'device'))) ?? null;
}
