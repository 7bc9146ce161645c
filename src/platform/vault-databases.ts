import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from 'idb';
import { AppError, type AppErrorCode } from '../core/app-error.ts';
import { deleteForGood } from './old-files.ts';
import { StorageItem } from './storage-item.ts';

/**
 * Which databases there are, and which of them is the vault.
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
export type VaultDatabase = IDBPDatabase<VaultSchema>;

export interface NumberedDatabase {
  db: VaultDatabase;
  number: number;
}

const NAME = /^tweestap(?:-(\d{1,9}))?$/;
const nameOf = (number: number) => (number === 0 ? 'tweestap' : `tweestap-${number}`);

/** The highest number that was given out: for a browser that cannot list its databases any more. */
const lastDatabase = new StorageItem('lastDatabase', {
  area: 'local',
  fallback: 16,
  parse: (value) => (Number.isSafeInteger(value) && Number(value) >= 0 ? Number(value) : null),
});

let opened: Promise<NumberedDatabase | null> | undefined;

/** The next call looks anew. */
export function forgetDatabase(): void {
  opened = undefined;
}

async function openNumbered(number: number): Promise<VaultDatabase> {
  try {
    return await openDB<VaultSchema>(nameOf(number), 1, {
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
        forgetDatabase();
      },
      terminated: forgetDatabase,
    });
  } catch (cause) {
    return notReadable(cause);
  }
}

/** Files that the browser cannot read are damage; anything else may pass. */
const DAMAGE = new Set(['UnknownError', 'NotReadableError', 'DataError', 'DataCloneError']);

/** Names what a failed opening or reading means for the user. */
export function notReadable(cause: unknown): never {
  if (cause instanceof AppError) throw cause;
  const name = cause instanceof DOMException ? cause.name : '';
  const codes: Record<string, AppErrorCode> = {
    VersionError: 'vault-too-new',
    QuotaExceededError: 'storage-full',
  };
  throw new AppError(DAMAGE.has(name) ? 'vault-corrupt' : (codes[name] ?? 'storage-blocked'), { cause });
}

/** A database of that name is there, whether or not it can be opened. Looking makes none. */
function exists(number: number): Promise<boolean> {
  return new Promise((resolve) => {
    const request = indexedDB.open(nameOf(number));
    let made = false;
    request.onupgradeneeded = () => {
      made = true;
      request.transaction?.abort();
    };
    request.onsuccess = () => {
      request.result.close();
      resolve(true);
    };
    request.onerror = (event) => {
      event.preventDefault();
      resolve(!made);
    };
  });
}

/**
 * Numbers of the databases that are there, highest first. Firefox, killed while it makes a database, may refuse to list
 * any from then on: then each is looked for by its name.
 */
async function numbers(): Promise<number[]> {
  try {
    const found = (await indexedDB.databases()).map(({ name }) => NAME.exec(name ?? ''));
    return found.flatMap((match) => (match ? [Number(match[1] ?? 0)] : [])).sort((a, b) => b - a);
  } catch {
    const highest = (await lastDatabase.get()) + 1;
    const all = Array.from({ length: highest + 1 }, (_, i) => highest - i);
    const there = await Promise.all(all.map((number) => exists(number).catch(() => true)));
    return all.filter((_, i) => there[i]);
  }
}

/**
 * A database that does not open stands back for a lower one that holds a vault: a killed browser may leave a half-made one.
 * Where it was the vault itself, the second copy is newer and heals what was opened.
 */
async function openHighest(): Promise<NumberedDatabase | null> {
  let failed: unknown = null;
  for (const number of await numbers()) {
    try {
      const db = await openNumbered(number);
      if ((await db.get('meta', 'vault').catch(notReadable)) !== undefined) return { db, number };
      db.close();
    } catch (error) {
      failed ??= error;
    }
  }
  if (failed) throw failed;
  return null;
}

/** The vault's database; null where there is none. */
export function currentDatabase(): Promise<NumberedDatabase | null> {
  opened ??= openHighest().catch((error) => {
    forgetDatabase();
    throw error;
  });
  return opened;
}

/** A new database, above all that are there. It counts once it has a `meta`. */
export async function makeDatabase(): Promise<NumberedDatabase> {
  const number = ((await numbers())[0] ?? 0) + 1;
  await lastDatabase.set(Math.max(number, 1)).catch(() => undefined);
  return { db: await openNumbered(number), number };
}

/** Takes the one that was made in the place of the one before. */
export async function takeDatabase(made: NumberedDatabase): Promise<void> {
  const before = await currentDatabase().catch(() => null);
  before?.db.close();
  opened = Promise.resolve(made);
}

export async function dropDatabase({ db, number }: NumberedDatabase): Promise<void> {
  db.close();
  await deleteDB(nameOf(number)).catch(() => undefined);
}

/** Deletes the databases that a replacement left behind it. A higher one that does not open may yet be of use: it stays. */
export async function deleteOlder(): Promise<void> {
  const kept = await currentDatabase();
  const others: number[] = [];
  for (const number of await numbers()) {
    if (number === kept?.number) continue;
    if ((kept && number < kept.number) || (await isEmpty(number))) others.push(number);
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

/** Deletes every database of the vault, those too that cannot be opened. */
export async function deleteAllDatabases(): Promise<void> {
  const kept = await currentDatabase().catch(() => null);
  kept?.db.close();
  forgetDatabase();
  await deleteForGood((await numbers()).map(nameOf));
}
