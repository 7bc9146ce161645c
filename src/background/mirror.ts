/**
 * The second copy: the same sealed bytes in `storage.local`, another store of the browser, renewed after every commit.
 * An index names each record with its hash, so that half a copy is never taken for a whole one; the copy with the higher
 * revision heals the other. The device key is in the database alone: where that is lost, the PIN opens nothing any more.
 */
import { fromBase64, toBase64 } from '../core/base64.ts';
import { browser } from '../platform/browser.ts';
import { readAttempts, readDeviceKey, readVault, replaceVault } from '../platform/vault-db.ts';
import { makeDeviceKey } from '../vault/factor.ts';
import { toCurrentFormat } from '../vault/format.ts';
import { parseRecord, type SealedRecord } from '../vault/record.ts';
import { decodeSlot, encodeSlot, factorTypes, parseSlot, type Slot } from '../vault/slot.ts';
import { withRecords } from './one-at-a-time.ts';
import { parseMeta, type VaultMeta } from './vault-meta.ts';

const INDEX = 'mirror';
const keyOf = (id: string) => `mirror:${id}`;

interface Index {
  meta: unknown;
  slots: unknown[];
  /** Hash of the sealed bytes by record id. */
  records: Record<string, string>;
}

interface Copy {
  meta: VaultMeta;
  slots: Slot[];
  records: SealedRecord[];
}

async function hashOf(record: SealedRecord): Promise<string> {
  return toBase64(new Uint8Array(await crypto.subtle.digest('SHA-256', record.sealed)).subarray(0, 16));
}

async function readIndex(): Promise<Index | null> {
  const index = (await browser.storage.local.get(INDEX))[INDEX] as Partial<Index> | undefined;
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
  return exclusively(renewCopy).catch(() => undefined);
}

export function isMirrorKey(key: string): boolean {
  return key === INDEX || key.startsWith(keyOf(''));
}

/** For who rewrites the store of the second copy: `renew` writes the copy again. */
export function withMirror(work: (renew: () => Promise<void>) => Promise<void>): Promise<void> {
  return exclusively(() => work(renewCopy));
}

/** What changed is written with the index in one step, then the rest goes. */
async function renewCopy(): Promise<void> {
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
    if (before[record.id] !== hash)
      changed[keyOf(record.id)] = { ...record, sealed: toBase64(record.sealed) };
  }
  const slots = stored.slots.map(parseSlot).flatMap((slot) => (slot ? [encodeSlot(slot)] : []));
  const index: Index = { meta, slots, records: hashes };
  await browser.storage.local.set({ ...changed, [INDEX]: index });
  const gone = Object.keys(before).filter((id) => !(id in hashes));
  await browser.storage.local.remove(gone.map(keyOf));
}

/** The second copy, if every record of its index is there and is what the index says. */
async function readCopy(): Promise<Copy | null> {
  const index = await readIndex();
  const { meta: stored, slots: stillJson } = toCurrentFormat({
    meta: index?.meta,
    slots: index?.slots ?? [],
    records: [],
  });
  const meta = parseMeta(stored);
  if (!index || !meta) return null;
  const ids = Object.keys(index.records);
  const copies = await browser.storage.local.get(ids.map(keyOf));
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
  const stored = (await browser.storage.local.get(keyOf(id)))[keyOf(id)];
  const record = decodeRecord(stored);
  return record && (await hashOf(record)) === hash ? record : null;
}

function decodeRecord(value: unknown): SealedRecord | null {
  const { sealed, ...rest } = (value ?? {}) as { sealed?: unknown };
  return parseRecord({ ...rest, sealed: fromBase64(String(sealed)) });
}

/**
 * Compares the two copies and lets the newer whole one heal the other. `current` is what the database says of itself,
 * null when it is empty; true when the database was written.
 */
export function heal(current: VaultMeta | null): Promise<boolean> {
  return withRecords(() => healAlone(current));
}

async function healAlone(current: VaultMeta | null): Promise<boolean> {
  const copy = await readCopy();
  const newer =
    copy && (!current || (copy.meta.vault === current.vault && copy.meta.revision > current.revision));
  if (!copy || !newer) {
    if (current && copy?.meta.revision !== current.revision) await mirrorVault();
    return false;
  }
  const device = await readDeviceKey();
  // Without the device key a slot that asks for it opens nothing; a new one serves for what is made from now on.
  const slots = copy.slots.filter((slot) => device !== null || !factorTypes(slot).includes('device'));
  await replaceVault({
    meta: copy.meta,
    slots,
    records: copy.records,
    attempts: await readAttempts(),
    device: device ?? (await makeDeviceKey()),
  });
  await mirrorVault();
  return true;
}

/** How many accounts the second copy would bring back; null when it is none or not whole. */
export async function copySize(): Promise<number | null> {
  const copy = await readCopy().catch(() => null);
  return copy ? copy.records.filter((record) => record.kind === 'account').length : null;
}
