/**
 * The second copy: the same sealed bytes in `storage.local`, another store of the browser, renewed after every commit.
 * An index names each record with its hash, so that half a copy is never taken for a whole one; the copy with the higher
 * revision heals the other. The device key is in the database alone: where that is lost, the PIN opens nothing any more.
 */
import { fromBase64, toBase64 } from '../core/base64.ts';
import { browser } from '../platform/browser.ts';
import { readLocal } from '../platform/storage-item.ts';
import { deleteOlder } from '../platform/vault-databases.ts';
import { readDeviceKey, readVault, replaceVault, writeRecords } from '../platform/vault-db.ts';
import { makeDeviceKey } from '../vault/factor.ts';
import { toCurrentFormat } from '../vault/format.ts';
import { parseRecord, type SealedRecord } from '../vault/record.ts';
import { decodeSlot, encodeSlot, factorTypes, parseSlot, type Slot } from '../vault/slot.ts';
import { healAttempts, loadAttempts } from './attempts-store.ts';
import { withRecords } from './one-at-a-time.ts';
import { loseSessionPin } from './session-pin.ts';
import { loadMeta, parseMeta, setSentinel, type VaultMeta } from './vault-meta.ts';

const INDEX = 'mirror';
const keyOf = (id: string) => `mirror:${id}`;

interface Index {
  meta: unknown;
  slots: unknown[];
  /** Hash of the sealed bytes by record id. */
  records: Record<string, string>;
}

export interface Copy {
  meta: VaultMeta;
  slots: Slot[];
  records: SealedRecord[];
}

async function hashOf(record: SealedRecord): Promise<string> {
  return toBase64(new Uint8Array(await crypto.subtle.digest('SHA-256', record.sealed)).subarray(0, 16));
}

async function readIndex(): Promise<Index | null> {
  const index = (await readLocal(INDEX))[INDEX] as Partial<Index> | undefined;
  const whole = typeof index === 'object' && Array.isArray(index.slots) && typeof index.records === 'object';
  return whole ? (index as Index) : null;
}

function exclusively<T>(work: () => Promise<T>): Promise<T> {
  return navigator.locks.request('mirror', work) as Promise<T>;
}

/**
 * Brings the second copy up to the database. It never throws: what was committed stays committed, and a copy that could
 * not be written is renewed when the two are compared next.
 */
export function mirrorVault(): Promise<void> {
  return exclusively(() => noting(renewCopy())).catch(() => undefined);
}

let mirrored = true;

/** The browser wrote the second copy when it had to last. */
export function isMirrored(): boolean {
  return mirrored;
}

async function noting(renewing: Promise<void>): Promise<void> {
  try {
    await renewing;
    mirrored = true;
  } catch (error) {
    mirrored = false;
    throw error;
  }
}

export function isMirrorKey(key: string): boolean {
  return key === INDEX || key.startsWith(keyOf(''));
}

/** For who rewrites the store of the second copy: `renew` writes the copy again. */
export function withMirror(work: (renew: () => Promise<void>) => Promise<void>): Promise<void> {
  return exclusively(() => work(() => noting(renewCopy())));
}

/** What changed is written with the index in one step, then the rest goes. `whole` takes nothing of the copy as it is. */
async function renewCopy(whole = false): Promise<void> {
  const stored = await readVault();
  const meta = parseMeta(stored.meta);
  if (!meta) return;
  const before = (await readIndex())?.records ?? {};
  const hashes: Record<string, string> = {};
  const changed: Record<string, unknown> = {};
  for (const record of stored.records.map(parseRecord)) {
    if (!record) continue;
    const hash = await hashOf(record);
    hashes[record.id] = hash;
    if (whole || before[record.id] !== hash)
      changed[keyOf(record.id)] = { ...record, sealed: toBase64(record.sealed) };
  }
  const slots = stored.slots.map(parseSlot).flatMap((slot) => (slot ? [encodeSlot(slot)] : []));
  const index: Index = { meta, slots, records: hashes };
  await browser.storage.local.set({ ...changed, [INDEX]: index });
  const gone = Object.keys(before).filter((id) => !(id in hashes));
  await browser.storage.local.remove(gone.map(keyOf));
}

/** Records that no index names any more: the worker died before they went. */
async function removeStrays(): Promise<void> {
  const index = await readIndex();
  if (!index) return;
  const known = new Set([INDEX, ...Object.keys(index.records).map(keyOf)]);
  const all = Object.keys(await readLocal(null));
  const strays = all.filter((key) => isMirrorKey(key) && !known.has(key));
  if (strays.length > 0) await browser.storage.local.remove(strays);
}

/** The second copy, if every record of its index is there and is what the index says. */
export async function readCopy(): Promise<Copy | null> {
  const index = await readIndex();
  const { meta: stored, slots: stillJson } = toCurrentFormat({
    meta: index?.meta,
    slots: index?.slots ?? [],
    records: [],
  });
  const meta = parseMeta(stored);
  if (!index || !meta) return null;
  const ids = Object.keys(index.records);
  const copies = await readLocal(ids.map(keyOf));
  const records: SealedRecord[] = [];
  for (const id of ids) {
    const record = decodeRecord(copies[keyOf(id)]);
    if (!record || (await hashOf(record)) !== index.records[id]) return null;
    records.push(record);
  }
  const slots = stillJson.map(decodeSlot).filter((slot) => slot !== null);
  return slots.length > 0 ? { meta, slots, records } : null;
}

/** One record as the second copy has it; null when it has none, or not what its index says. */
export async function copiedRecord(id: string): Promise<SealedRecord | null> {
  const hash = (await readIndex())?.records[id];
  const stored = (await readLocal(keyOf(id)))[keyOf(id)];
  const record = decodeRecord(stored);
  return record && (await hashOf(record)) === hash ? record : null;
}

function decodeRecord(value: unknown): SealedRecord | null {
  const { sealed, ...rest } = (value ?? {}) as { sealed?: unknown };
  return parseRecord({ ...rest, sealed: fromBase64(String(sealed)) });
}

/**
 * Compares the two copies and lets the newer whole one heal the other; true when the database was written. `unreadable`:
 * the database cannot be read, so that any whole copy is better.
 */
export function heal({ unreadable = false } = {}): Promise<boolean> {
  return withRecords(async () => {
    // Read here and not before: another look may have healed meanwhile.
    const current = unreadable ? null : await loadMeta();
    // A copy that cannot be made out is none where the vault itself can be read.
    const copy = await (current ? readCopy().catch(() => null) : readCopy());
    const isNewer =
      copy?.meta.vault === current?.vault && Number(copy?.meta.revision) > Number(current?.revision);
    if (copy && (!current || isNewer)) {
      await putBack(copy, current);
      await setSentinel(copy.meta.vault);
      return true;
    }
    if (current) await healAttempts();
    if (current) await setSentinel(current.vault);
    let isSame = copy?.meta.vault === current?.vault && copy?.meta.revision === current?.revision;
    if (current && copy && isSame) isSame = !(await takeBack(copy, current));
    // One that is not whole is written whole: its index may name what is not there any more.
    const renew = () => (current && !isSame ? renewCopy(copy === null) : Promise.resolve());
    await exclusively(() => noting(renew().then(removeStrays))).catch(() => undefined);
    return false;
  });
}

/** Records that the database has lost or spoiled since the same commit; true when there were any. */
async function takeBack(copy: Copy, { generation }: VaultMeta): Promise<boolean> {
  const stored = new Map((await readVault()).records.map(parseRecord).map((each) => [each?.id, each]));
  const spoiled = copy.records.filter((record) => !sameBytes(stored.get(record.id)?.sealed, record.sealed));
  if (spoiled.length > 0) await writeRecords({ put: spoiled, remove: [], generation });
  return spoiled.length > 0;
}

function sameBytes(a: Uint8Array | undefined, b: Uint8Array): boolean {
  return a?.length === b.length && a.every((byte, i) => byte === b[i]);
}

async function putBack(copy: Copy, current: VaultMeta | null): Promise<void> {
  // Each generation has a device key of its own; where it is lost, slots that ask for it open nothing.
  const isSame = current?.generation === copy.meta.generation;
  const device = isSame ? await readDeviceKey().catch(() => null) : null;
  if (!device) await loseSessionPin();
  const slots = copy.slots.filter((slot) => device !== null || !factorTypes(slot).includes('device'));
  await replaceVault({
    meta: copy.meta,
    slots,
    records: copy.records,
    attempts: await loadAttempts(),
    device: device ?? (await makeDeviceKey()),
  });
  await healAttempts();
  await mirrorVault();
  await deleteOlder();
}

/** How many accounts the second copy would bring back; null when it is none or not whole. */
export async function copySize(): Promise<number | null> {
  const copy = await readCopy().catch(() => null);
  return copy ? copy.records.filter((record) => record.kind === 'account').length : null;
}
