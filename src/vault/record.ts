import { fromBase64 } from '../core/base64.ts';
import { additionalData, type Bytes, deriveKey, open, seal } from './cipher.ts';
import { pad, unpad } from './padding.ts';
import type { Belongs } from './slot.ts';

/**
 * What a record holds: one account; the vault's own notes (sites filled once, sites never to offer on, backups made); or
 * the keyring.
 */
export type RecordKind = 'account' | 'notes' | 'keyring';
const KINDS: ReadonlySet<unknown> = new Set<RecordKind>(['account', 'notes', 'keyring']);

/** One sealed JSON document, padded so that its size says little. */
export interface SealedRecord extends Belongs {
  id: string;
  kind: RecordKind;
  sealed: Bytes;
}

/** The key of all records of one generation. */
export function dataKey(masterKey: Bytes, { vault, generation }: Belongs): Promise<CryptoKey> {
  return deriveKey(masterKey, fromBase64(vault) ?? new Uint8Array(), `tweestap data v1 ${generation}`);
}

function recordData(record: Omit<SealedRecord, 'sealed'>): Bytes {
  return additionalData('record', 1, record.kind, record.vault, record.generation, record.id);
}

export async function sealRecord(
  key: CryptoKey,
  record: Omit<SealedRecord, 'sealed'>,
  document: unknown,
): Promise<SealedRecord> {
  const plaintext = pad(new TextEncoder().encode(JSON.stringify(document)), 256);
  return { ...record, sealed: await seal(key, plaintext, recordData(record)) };
}

/** The document, still unknown: its reader validates it. Null when the record does not open. */
export async function openRecord(key: CryptoKey, record: SealedRecord): Promise<unknown> {
  const padded = await open(key, record.sealed, recordData(record));
  const plaintext = padded && unpad(padded);
  if (!plaintext) return null;
  try {
    return JSON.parse(new TextDecoder().decode(plaintext));
  } catch {
    return null;
  }
}

/** Validates a stored record; null for what is none. */
export function parseRecord(value: unknown): SealedRecord | null {
  if (typeof value !== 'object' || value === null) return null;
  const { id, kind, vault, generation, sealed } = value as Partial<SealedRecord>;
  if (typeof id !== 'string' || !kind || !KINDS.has(kind) || typeof vault !== 'string') return null;
  if (!Number.isSafeInteger(generation) || generation === undefined || !(sealed instanceof Uint8Array))
    return null;
  return { id, kind, vault, generation, sealed };
}
