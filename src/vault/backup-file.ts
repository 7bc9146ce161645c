/**
 * A backup as a file. Preamble (21 bytes): `TWEESTAP`, version, length of the header and of the body (each 32 bits, most
 * significant byte first), first 4 bytes of the SHA-256 of those 17. Then the header (JSON in UTF-8), the body, and the
 * SHA-256 of all before it: what is cut or changed is told from a wrong secret before any key is derived.
 */
import { fromBase64, toBase64 } from '../core/base64.ts';
import { err, ok, type Result } from '../core/result.ts';
import { additionalData, type Bytes, deriveKey, KEY_BYTES, open, randomBytes, seal } from './cipher.ts';
import type { FactorType, Proofs } from './factor.ts';
import { type Materials, makePlannedSlot } from './generation.ts';
import { pad, unpad } from './padding.ts';
import { type Belongs, decodeSlot, encodeSlot, openSlot, type Slot } from './slot.ts';

/**
 * `backup`: the slot wraps a key of this file's own, which seals the body. `copy`: the vault as it lay there; its slots
 * wrap the master key, and the body holds its sealed records.
 */
export interface BackupHeader extends Belongs {
  kind: 'backup' | 'copy';
  /** ms epoch. */
  madeAt: number;
  slots: Slot[];
}

export interface BackupFile {
  header: BackupHeader;
  /** The header's bytes as they lie in the file: the body's additional data. */
  headerBytes: Bytes;
  body: Bytes;
}

/** Cut short, changed, or not ours at all. */
export type BackupFileError = 'not-a-backup' | 'backup-too-new' | 'backup-cut' | 'backup-damaged';

const MAGIC = new TextEncoder().encode('TWEESTAP');
const VERSION = 1;
const NUMBERS_AT = MAGIC.length + 1;
const CHECK_AT = NUMBERS_AT + 8;
const PREAMBLE_BYTES = CHECK_AT + 4;
const HASH_BYTES = 32;
const SMALLEST_BODY = 4096;
/** Far above ten thousand accounts. */
export const MAX_BACKUP_BYTES = 32 * 1024 * 1024;

async function sha256(bytes: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

function joined(...parts: Uint8Array[]): Bytes {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

/** No mode stores more. A file of a stranger must not have a passphrase stretched without end. */
const MAX_COPIED_SLOTS = 8;

function encodeHeader({ kind, madeAt, vault, generation, slots }: BackupHeader): Bytes {
  const json = { kind, madeAt, vault, generation, slots: slots.map(encodeSlot) };
  return new TextEncoder().encode(JSON.stringify(json));
}

function parseHeader(bytes: Bytes): BackupHeader | null {
  let value: Record<string, unknown>;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
  const { kind, madeAt, vault, generation, slots } = value ?? {};
  if ((kind !== 'backup' && kind !== 'copy') || typeof vault !== 'string' || !Array.isArray(slots))
    return null;
  if (!Number.isSafeInteger(madeAt) || !Number.isSafeInteger(generation)) return null;
  const parsed = slots.map(decodeSlot).filter((slot) => slot !== null);
  const most = kind === 'backup' ? 1 : MAX_COPIED_SLOTS;
  if (parsed.length === 0 || parsed.length !== slots.length || slots.length > most) return null;
  return { kind, madeAt: Number(madeAt), vault, generation: Number(generation), slots: parsed };
}

async function assemble(headerBytes: Bytes, body: Bytes): Promise<Bytes> {
  const numbers = new DataView(new ArrayBuffer(8));
  numbers.setUint32(0, headerBytes.length);
  numbers.setUint32(4, body.length);
  const start = joined(MAGIC, Uint8Array.of(VERSION), new Uint8Array(numbers.buffer));
  const check = (await sha256(start)).subarray(0, 4);
  const all = joined(start, check, headerBytes, body);
  return joined(all, await sha256(all));
}

/** Reads a file as far as it goes without a secret. */
export async function readBackup(file: Bytes): Promise<Result<BackupFile, BackupFileError>> {
  if (!isSame(file.subarray(0, MAGIC.length), MAGIC)) return err('not-a-backup');
  if (file.length < PREAMBLE_BYTES) return err('backup-cut');
  const check = (await sha256(file.slice(0, CHECK_AT))).subarray(0, 4);
  if (!isSame(file.subarray(CHECK_AT, PREAMBLE_BYTES), check)) return err('backup-damaged');
  if ((file[MAGIC.length] ?? 0) > VERSION) return err('backup-too-new');
  const numbers = new DataView(file.buffer, file.byteOffset + NUMBERS_AT, 8);
  const headerEnd = PREAMBLE_BYTES + numbers.getUint32(0);
  const bodyEnd = headerEnd + numbers.getUint32(4);
  if (file.length < bodyEnd + HASH_BYTES) return err('backup-cut');
  const hash = await sha256(file.slice(0, bodyEnd));
  if (file.length > bodyEnd + HASH_BYTES || !isSame(file.subarray(bodyEnd), hash))
    return err('backup-damaged');
  const headerBytes = file.slice(PREAMBLE_BYTES, headerEnd);
  const header = parseHeader(headerBytes);
  return header ? ok({ header, headerBytes, body: file.slice(headerEnd, bodyEnd) }) : err('backup-damaged');
}

function bodyKey(fileKey: Bytes, { vault }: Belongs): Promise<CryptoKey> {
  return deriveKey(fileKey, fromBase64(vault) ?? new Uint8Array(), 'tweestap backup v1');
}

function bodyData(headerBytes: Bytes): Bytes {
  return additionalData('backup', VERSION, toBase64(headerBytes));
}

/** A file of this document, that opens with all of `plan`'s factors. */
export async function writeBackup(
  document: unknown,
  belongs: Belongs,
  madeAt: number,
  plan: readonly FactorType[],
  materials: Materials,
): Promise<{ file: Bytes; fileKey: Bytes; slot: Slot }> {
  const fileKey = randomBytes(KEY_BYTES);
  const { vault, generation } = belongs;
  const slot = await makePlannedSlot({ vault, generation }, fileKey, plan, materials);
  const headerBytes = encodeHeader({ kind: 'backup', madeAt, vault, generation, slots: [slot] });
  const plaintext = pad(new TextEncoder().encode(JSON.stringify(document)), SMALLEST_BODY);
  const body = await seal(await bodyKey(fileKey, belongs), plaintext, bodyData(headerBytes));
  return { file: await assemble(headerBytes, body), fileKey, slot };
}

/** The sealed vault as it lies there. It seals nothing anew, so it needs no secret. */
export async function writeCopy(
  records: unknown[],
  belongs: Belongs,
  madeAt: number,
  slots: Slot[],
): Promise<Bytes> {
  const { vault, generation } = belongs;
  const headerBytes = encodeHeader({ kind: 'copy', madeAt, vault, generation, slots });
  return assemble(headerBytes, new TextEncoder().encode(JSON.stringify(records)));
}

/** The body of a `backup` under its own key; null when it does not open. */
export async function openBody({ header, headerBytes, body }: BackupFile, fileKey: Bytes): Promise<unknown> {
  const padded = await open(await bodyKey(fileKey, header), body, bodyData(headerBytes));
  return readJson(padded && unpad(padded));
}

/** The sealed records of a `copy`; null for what is none. */
export function copiedRecords({ body }: BackupFile): unknown[] | null {
  const records = readJson(body);
  return Array.isArray(records) ? records : null;
}

function readJson(bytes: Bytes | null): unknown {
  if (!bytes) return null;
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
}

/** What a file's slots wrap, opened by the first of them that takes what was shown; null when none does. */
export async function openFileSlots({ header }: BackupFile, proofs: Proofs): Promise<Bytes | null> {
  for (const slot of header.slots) {
    const key = await openSlot(slot, proofs);
    if (key) return key;
  }
  return null;
}
