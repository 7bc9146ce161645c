import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from 'idb';
import { AppError, type AppErrorCode } from '../core/app-error.ts';
import { deleteForGood } from './old-files.ts';

/**
 * The vault's database: the only file that says "transaction". It knows nothing of accounts or keys; what it reads is
 * unknown to its callers until they have parsed it.
 *
 * Every replacement of the vault is written whole into a database of its own, `tweestap-<n>`, and the one before is then
 * deleted: deleting rows leaves their bytes on the disk in both browsers, deleting a database is what they erase best.
 * The vault is the one with the highest number that has a `meta`; without it a database is what a killed worker left.
 */
interface VaultSchema extends DBSchema {
  meta: { key: string; value: unknown };
  slots: { key: string; value: { id: string } };
  records: { key: string; value: { id: string } };
  keys: { key: string; value: CryptoKey };
  attempts: { key: string; value: unknown };
}
const STORES = ['meta', 'slots', 'records', 'attempts', 'keys'] as const;
const NAME = /^tweestap(?:-(\d{1,9}))?$/;
const nameOf = (number: number) => (number === 0 ? 'tweestap' : `tweestap-${number}`);

type VaultDatabase = IDBPDatabase<VaultSchema>;
let opened: Promise<{ db: VaultDatabase; number: number } | null> | undefined;

function forget(): void {
  opened = undefined;
}

function openNumbered(number: number): Promise<VaultDatabase> {
  return openDB<VaultSchema>(nameOf(number), 1, {
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
      forget();
    },
    terminated: forget,
  }).catch((cause) => {
    throw new AppError(openingError(cause), { cause });
  });
}

/** A newer version wrote here; the disk is full; or the browser cannot read its own files. */
function openingError(cause: unknown): AppErrorCode {
  const name = cause instanceof DOMException ? cause.name : '';
  if (name === 'VersionError') return 'vault-too-new';
  if (name === 'QuotaExceededError') return 'storage-full';
  return name === 'UnknownError' ? 'vault-corrupt' : 'storage-blocked';
}

/** Numbers of the databases that are there, highest first. */
async function numbers(): Promise<number[]> {
  let found: IDBDatabaseInfo[];
  try {
    found = await indexedDB.databases();
  } catch (cause) {
    throw new AppError(openingError(cause), { cause });
  }
  return found
    .map(({ name }) => NAME.exec(name ?? ''))
    .flatMap((match) => (match ? [Number(match[1] ?? 0)] : []))
    .sort((a, b) => b - a);
}

/**
 * A database that does not open stands back for a lower one that holds a vault: a killed browser may leave a half-made one.
 * Where it was the vault itself, the second copy is newer and heals what was opened.
 */
async function openHighest(): Promise<{ db: VaultDatabase; number: number } | null> {
  let failed: unknown = null;
  for (const number of await numbers()) {
    try {
      const db = await openNumbered(number);
      if ((await db.get('meta', 'vault')) !== undefined) return { db, number };
      db.close();
    } catch (error) {
      failed ??= error;
    }
  }
  if (failed) throw failed;
  return null;
}

function current(): Promise<{ db: VaultDatabase; number: number } | null> {
  opened ??= openHighest().catch((error) => {
    forget();
    throw error;
  });
  return opened;
}

async function database(): Promise<VaultDatabase | null> {
  return (await current())?.db ?? null;
}

/** For a change of the vault, which must be there. */
async function vaultDatabase(): Promise<VaultDatabase> {
  const db = await database();
  if (!db) throw new AppError('vault-corrupt');
  return db;
}

/** Names what a failed write means for the user. */
function writeFailed(cause: unknown): never {
  if (cause instanceof AppError) throw cause;
  const full = cause instanceof DOMException && cause.name === 'QuotaExceededError';
  throw new AppError(full ? 'storage-full' : 'storage-blocked', { cause });
}

/** Everything that is stored but the keys; `meta` is undefined where there is no vault. */
export async function readVault(): Promise<{ meta: unknown; slots: unknown[]; records: unknown[] }> {
  const db = await database();
  if (!db) return { meta: undefined, slots: [], records: [] };
  const transaction = db.transaction(['meta', 'slots', 'records']);
  const [meta, slots, records] = await Promise.all([
    transaction.objectStore('meta').get('vault'),
    transaction.objectStore('slots').getAll(),
    transaction.objectStore('records').getAll(),
    transaction.done,
  ]);
  return { meta, slots, records };
}

export async function readMeta(): Promise<unknown> {
  return (await database())?.get('meta', 'vault');
}

export async function readSlots(): Promise<unknown[]> {
  return (await (await database())?.getAll('slots')) ?? [];
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
  /** What the other store has to get back, should the rewriting of it be cut off. */
  kept?: Record<string, unknown>;
}

/**
 * Writes the whole vault into a new database, all of it or nothing, and reads it back before it counts. The one before is
 * there until then; `deleteOlder` deletes it.
 */
export async function replaceVault(next: WholeVault): Promise<void> {
  const before = await current();
  const number = ((await numbers())[0] ?? 0) + 1;
  const revision = Math.max(revisionOf(await before?.db.get('meta', 'vault')), revisionOf(next.meta)) + 1;
  const db = await openNumbered(number);
  try {
    const transaction = db.transaction(STORES, 'readwrite', { durability: 'strict' });
    await Promise.all([
      ...next.slots.map((slot) => transaction.objectStore('slots').put(slot)),
      ...next.records.map((record) => transaction.objectStore('records').put(record)),
      transaction.objectStore('attempts').put(next.attempts, 'pin'),
      ...(next.kept ? [transaction.objectStore('meta').put(next.kept, 'kept')] : []),
      ...(next.device ? [transaction.objectStore('keys').put(next.device, 'device')] : []),
      transaction.objectStore('meta').put({ ...next.meta, revision }, 'vault'),
      transaction.done,
    ]).catch(writeFailed);
    const [slots, records] = await Promise.all([db.count('slots'), db.count('records')]);
    if (slots !== next.slots.length || records !== next.records.length) throw new AppError('storage-blocked');
  } catch (error) {
    db.close();
    await deleteDB(nameOf(number)).catch(() => undefined);
    throw error;
  }
  before?.db.close();
  opened = Promise.resolve({ db, number });
}

/** Deletes the databases that a replacement left behind it. One that does not open may yet be of use: it stays. */
export async function deleteOlder(): Promise<void> {
  const kept = await current();
  const others: number[] = [];
  for (const number of await numbers()) {
    if (number === kept?.number) continue;
    if (kept && number < kept.number) others.push(number);
    else if (await isEmpty(number)) others.push(number);
  }
  await deleteForGood(others.map(nameOf));
}

async function isEmpty(number: number): Promise<boolean> {
  try {
    const db = await openNumbered(number);
    const meta = await db.get('meta', 'vault');
    db.close();
    return meta === undefined;
  } catch {
    return false;
  }
}

/** What the other store has to get back; null when it was rewritten whole. */
export async function readKept(): Promise<Record<string, unknown> | null> {
  const kept = await (await database())?.get('meta', 'kept');
  return typeof kept === 'object' && kept !== null ? (kept as Record<string, unknown>) : null;
}

export async function dropKept(): Promise<void> {
  await (await vaultDatabase()).delete('meta', 'kept');
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
  const db = await vaultDatabase();
  const transaction = db.transaction(['meta', 'records'], 'readwrite', { durability: 'strict' });
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

/** Puts and deletes slots in one strict transaction. */
export async function writeSlots(change: { put: { id: string }[]; remove: string[] }): Promise<void> {
  const db = await vaultDatabase();
  const transaction = db.transaction(['meta', 'slots'], 'readwrite', { durability: 'strict' });
  const metas = transaction.objectStore('meta');
  const slots = transaction.objectStore('slots');
  const stamp = async () => {
    const meta = await metas.get('vault');
    await metas.put({ ...(meta as object), revision: revisionOf(meta) + 1 }, 'vault');
  };
  await Promise.all([
    stamp(),
    ...change.remove.map((id) => slots.delete(id)),
    ...change.put.map((slot) => slots.put(slot)),
    transaction.done,
  ]).catch(writeFailed);
}

export async function readAttempts(): Promise<unknown> {
  return (await database())?.get('attempts', 'pin');
}

/** On disk before the returned promise resolves, as far as the browser can promise it. */
export async function writeAttempts(attempts: unknown): Promise<void> {
  const db = await vaultDatabase();
  const transaction = db.transaction('attempts', 'readwrite', { durability: 'strict' });
  await Promise.all([transaction.store.put(attempts, 'pin'), transaction.done]).catch(writeFailed);
}

export async function readDeviceKey(): Promise<CryptoKey | null> {
  return (await (await database())?.get('keys', 'device')) ?? null;
}

/** Deletes every database of the vault, the device key with it. */
export async function eraseVault(): Promise<void> {
  // One that cannot be opened is deleted all the same.
  const kept = await current().catch(() => null);
  kept?.db.close();
  forget();
  await deleteForGood((await numbers()).map(nameOf));
}
