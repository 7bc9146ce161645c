/**
 * Key escrow in two halves of 256 random bits: one in a file of the linked account, one in the slot on this device. Either
 * alone says nothing of the key that is derived of both. docs/linked-account.md has the formats.
 */
import { fromBase64, toBase64 } from '../core/base64.ts';
import { err, ok, type Result } from '../core/result.ts';
import { additionalData, type Bytes, deriveBytes, KEY_BYTES, randomBytes } from './cipher.ts';
import type { Belongs } from './slot.ts';

/** This device's half, as a slot's factor stores it, with what tells the other half's file from every other. */
export interface EscrowFactor {
  type: 'escrow';
  /** Of this pair of halves: 16 random bytes, base 64. */
  id: string;
  /** 32 random bytes, base 64. */
  half: string;
}

/** What goes to the account. */
export interface EscrowFile {
  name: string;
  bytes: Bytes;
}

/** `malformed-half`: no such file. `other-half`: of another vault, generation or pair. `changed-half`: not as written. */
export type HalfRefused = 'malformed-half' | 'other-half' | 'changed-half';

const ID_BYTES = 16;
const FORMAT = 'Tweestap, half of a recovery key';
/** For whoever finds the file in his folder. */
const ABOUT = 'This half alone opens nothing. Without it, recovery with the linked account is not possible.';
/** A whole file has some 480 bytes. */
const MAX_FILE_BYTES = 1024;

interface Remote extends Belongs {
  id: string;
  half: string;
  mac: string;
}

/** The name of the file with the other half: different for every pair, so that a new one never overwrites an old one. */
export function escrowName({ id }: Pick<EscrowFactor, 'id'>): string {
  const bytes = fromBase64(id) ?? new Uint8Array();
  return `escrow-${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}.json`;
}

/** The one spelling of a file: every other is a changed one. */
function encode({ vault, generation, id, half, mac }: Remote): Bytes {
  const fields = { format: FORMAT, version: 1, about: ABOUT, vault, generation, id, half, mac };
  return new TextEncoder().encode(`${JSON.stringify(fields, null, 2)}\n`);
}

function decode(file: Uint8Array): Remote | null {
  if (file.length > MAX_FILE_BYTES) return null;
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(file));
    const { vault, generation, id, half, mac } = (value ?? {}) as Record<string, unknown>;
    if (typeof vault !== 'string' || !Number.isSafeInteger(generation)) return null;
    if (!hasBytes(id, ID_BYTES) || !hasBytes(half, KEY_BYTES) || !hasBytes(mac, KEY_BYTES)) return null;
    return { vault, generation: Number(generation), id, half, mac };
  } catch {
    return null;
  }
}

/** Under a key of this device's half, so that nobody who has the account's alone can write another that passes. */
async function macKey(factor: EscrowFactor, usage: 'sign' | 'verify'): Promise<CryptoKey> {
  const half = fromBase64(factor.half) ?? new Uint8Array();
  const salt = fromBase64(factor.id) ?? new Uint8Array();
  const key = await deriveBytes(half, salt, 'tweestap escrow mac v1');
  return crypto.subtle.importKey('raw', key, { name: 'HMAC', hash: 'SHA-256' }, false, [usage]);
}

function macData({ vault, generation, id, half }: Omit<Remote, 'mac'>): Bytes {
  return additionalData('escrow', 1, vault, generation, id, half);
}

/** A new pair of halves: this device's, the account's, and the file that the latter goes there in. */
export async function makeHalves({
  vault,
  generation,
}: Belongs): Promise<{ factor: EscrowFactor; remote: Bytes; file: EscrowFile }> {
  const id = toBase64(randomBytes(ID_BYTES));
  const factor: EscrowFactor = { type: 'escrow', id, half: toBase64(randomBytes(KEY_BYTES)) };
  const remote = randomBytes(KEY_BYTES);
  const content = { vault, generation, id, half: toBase64(remote) };
  const mac = await crypto.subtle.sign('HMAC', await macKey(factor, 'sign'), macData(content));
  const bytes = encode({ ...content, mac: toBase64(new Uint8Array(mac)) });
  return { factor, remote, file: { name: escrowName(factor), bytes } };
}

/** The account's half (32 bytes) from its file, where it is the very file that this device's half was made with. */
export async function readHalf(
  file: Uint8Array,
  factor: EscrowFactor,
  { vault, generation }: Belongs,
): Promise<Result<Bytes, HalfRefused>> {
  const remote = decode(file);
  if (!remote) return err('malformed-half');
  if (remote.id !== factor.id || remote.vault !== vault || remote.generation !== generation)
    return err('other-half');
  const mac = fromBase64(remote.mac);
  const half = fromBase64(remote.half);
  const spelt = encode(remote);
  if (!mac || !half || file.length !== spelt.length || !spelt.every((byte, i) => byte === file[i]))
    return err('changed-half');
  const whole = await crypto.subtle.verify('HMAC', await macKey(factor, 'verify'), mac, macData(remote));
  return whole ? ok(half) : err('changed-half');
}

/** The factor's 32 bytes in its slot; null where either half has another length. */
export async function escrowMaterial(
  factor: EscrowFactor,
  remote: Bytes,
  salt: Bytes,
): Promise<Bytes | null> {
  const half = fromBase64(factor.half);
  if (half?.length !== KEY_BYTES || remote.length !== KEY_BYTES) return null;
  return deriveBytes(Uint8Array.from([...remote, ...half]), salt, 'tweestap escrow v2');
}

/** The factor's stored part, flat, for the additional data of its slot. */
export function escrowData({ type, id, half }: EscrowFactor): string[] {
  return [type, id, half];
}

/** Validates a stored factor; null for what is none. */
export function parseEscrowFactor(value: unknown): EscrowFactor | null {
  const { type, id, half } = (value ?? {}) as Record<string, unknown>;
  if (type !== 'escrow' || !hasBytes(id, ID_BYTES) || !hasBytes(half, KEY_BYTES)) return null;
  return { type, id, half };
}

/** Whether it is the base 64 of so many bytes, in its one spelling. */
function hasBytes(value: unknown, length: number): value is string {
  const bytes = typeof value === 'string' ? fromBase64(value) : null;
  return bytes?.length === length && toBase64(bytes) === value;
}
