import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from 'idb';
import { AppError, type AppErrorCode } from '../core/app-error.ts';

/**
 * The vault's database: the only file that says "transaction". It knows nothing of accounts or keys; what it reads is
 * unknown to its callers until they have parsed it.
 */
interface VaultSchema extends DBSchema {
  meta: { key: string; value: unknown };
  slots: { key: string; value: { id: string } };
  records: { key: string; value: { id: string } };
  keys: { key: string; value: CryptoKey };
  attempts: { key: string; value: unknown };
}
export const VAULT_DB = 'tweestap';
const STORES = ['meta', 'slots', 'records', 'attempts', 'keys'] as const;

let opened: Promise<IDBPDatabase<VaultSchema>> | undefined;

function database(): Promise<IDBPDatabase<VaultSchema>> {
  opened ??= openDB<VaultSchema>(VAULT_DB, 1, {
    upgrade(db) {
      db.createObjectStore('meta');
      db.createObjectStore('slots', { keyPath: 'id' });
      db.createObjectStore('records', { keyPath: 'id' });
      db.createObjectStore('keys');
      db.createObjectStore('attempts');
    },
    // Another version wants in, or the browser dropped the connection: the next call opens it anew.
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
      opened = undefined;
    },
    terminated() {
      opened = undefined;
    },
  }).catch((cause) => {
    opened = undefined;
    throw new AppError(openingError(cause), { cause });
  });
  return opened;
}

/** A newer version wrote here; the disk is full; or the browser cannot read its own files. */
function openingError(cause: unknown): AppErrorCode {
  const name = cause instanceof DOMException ? cause.name : '';
  if (name === 'VersionError') return 'vault-too-new';
  if (name === 'QuotaExceededError') return 'storage-full';
  return name === 'UnknownError' ? 'vault-corrupt' : 'storage-blocked';
}

/** Names what a failed write means for the user. */
function writeFailed(cause: unknown): never {
  if (cause instanceof AppError) throw cause;
  const full = cause instanceof DOMException && cause.name === 'QuotaExceededError';
  throw new AppError(full ? 'storage-full' : 'storage-blocked', { cause });
}

/** Everything that is stored but the keys. */
export async function readVault(): Promise<{ meta: unknown; slots: unknown[]; records: unknown[] }> {
  const transaction = (await database()).transaction(['meta', 'slots', 'records']);
  const [meta, slots, records] = await Promise.all([
    transaction.objectStore('meta').get('vault'),
    transaction.objectStore('slots').getAll(),
    transaction.objectStore('records').getAll(),
    transaction.done,
  ]);
  return { meta, slots, records };
}

export async function readMeta(): Promise<unknown> {
  return (await database()).get('meta', 'vault');
}

export async function readSlots(): Promise<unknown[]> {
  return (await database()).getAll('slots');
}

/** What every commit counts on, so that the newer of two copies can be told. */
interface Stamped {
  revision: number;
}

function revisionOf(meta: unknown): number {
  const { revision } = (meta ?? {}) as Partial<Stamped>;
  return Number.isSafeInteger(revision) ? Number(revision) : 0;
}

/** Replaces the whole vault, all of it or nothing: meta, slots, records and the count of failures. */
export async function replaceVault(next: {
  meta: object;
  slots: { id: string }[];
  records: { id: string }[];
  attempts: unknown;
}): Promise<void> {
  const transaction = (await database()).transaction(STORES, 'readwrite', { durability: 'strict' });
  const metas = transaction.objectStore('meta');
  const stamp = async () => {
    const revision = Math.max(revisionOf(await metas.get('vault')), revisionOf(next.meta)) + 1;
    await metas.put({ ...next.meta, revision }, 'vault');
  };
  const slots = transaction.objectStore('slots');
  const records = transaction.objectStore('records');
  await Promise.all([
    slots.clear(),
    records.clear(),
    ...next.slots.map((slot) => slots.put(slot)),
    ...next.records.map((record) => records.put(record)),
    transaction.objectStore('attempts').put(next.attempts, 'pin'),
    stamp(),
    transaction.done,
  ]).catch(writeFailed);
}

/**
 * Puts and deletes records in one strict transaction, of the generation that the database is at by then: what an older
 * key has sealed must not stand among the records of a newer one.
 */
export async function writeRecords(change: {
  put: { id: string }[];
  remove: string[];
  generation: number;
}): Promise<void> {
  const transaction = (await database()).transaction(['meta', 'records'], 'readwrite', {
    durability: 'strict',
  });
  const records = transaction.objectStore('records');
  const metas = transaction.objectStore('meta');
  const checkAndStamp = async () => {
    const meta = (await metas.get('vault')) as { generation?: unknown } | undefined;
    if (meta?.generation === change.generation) {
      await metas.put({ ...meta, revision: revisionOf(meta) + 1 }, 'vault');
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

/** Puts one slot in the place of another, both or neither. */
export async function replaceSlot(old: string, slot: { id: string }): Promise<void> {
  const transaction = (await database()).transaction(['meta', 'slots'], 'readwrite', {
    durability: 'strict',
  });
  const metas = transaction.objectStore('meta');
  const slots = transaction.objectStore('slots');
  const stamp = async () => {
    const meta = await metas.get('vault');
    await metas.put({ ...(meta as object), revision: revisionOf(meta) + 1 }, 'vault');
  };
  await Promise.all([stamp(), slots.delete(old), slots.put(slot), transaction.done]).catch(writeFailed);
}

export async function removeSlot(id: string): Promise<void> {
  const transaction = (await database()).transaction('slots', 'readwrite', { durability: 'strict' });
  await Promise.all([transaction.store.delete(id), transaction.done]).catch(writeFailed);
}

export async function readAttempts(): Promise<unknown> {
  return (await database()).get('attempts', 'pin');
}

/** On disk before the returned promise resolves, as far as the browser can promise it. */
export async function writeAttempts(attempts: unknown): Promise<void> {
  const transaction = (await database()).transaction('attempts', 'readwrite', { durability: 'strict' });
  await Promise.all([transaction.store.put(attempts, 'pin'), transaction.done]).catch(writeFailed);
}

export async function readDeviceKey(): Promise<CryptoKey | null> {
  return (await (await database()).get('keys', 'device')) ?? null;
}

export async function writeDeviceKey(key: CryptoKey): Promise<void> {
  const transaction = (await database()).transaction('keys', 'readwrite', { durability: 'strict' });
  await Promise.all([transaction.store.put(key, 'device'), transaction.done]).catch(writeFailed);
}

/** Deletes all that the stores hold, the device key too; a database that does not open is deleted as a whole. */
export async function eraseVault(): Promise<void> {
  let db: IDBPDatabase<VaultSchema>;
  try {
    db = await database();
  } catch {
    await deleteDB(VAULT_DB);
    return;
  }
  const transaction = db.transaction(STORES, 'readwrite', { durability: 'strict' });
  const erased = STORES.map((store) => transaction.objectStore(store).clear());
  await Promise.all([...erased, transaction.done]).catch(writeFailed);
}
