import { fromBase64, toBase64 } from '../core/base64.ts';
import { SALT_BYTES } from './argon2.ts';
import { additionalData, type Bytes, deriveKey, KEY_BYTES, open, randomBytes, seal } from './cipher.ts';
import {
  FACTOR_ORDER,
  type Factor,
  type FactorType,
  factorData,
  materialOf,
  type Proofs,
  parseFactor,
} from './factor.ts';

/** Which vault and generation a slot or record belongs to. */
export interface Belongs {
  /** Vault identity, 16 random bytes as base 64. */
  vault: string;
  generation: number;
}

/**
 * A key slot, LUKS-like: every slot wraps the same random master key of one generation, each under the factors that it
 * names. The format stands in docs/vault-format.md.
 */
export interface Slot extends Belongs {
  /** 1 for slots that vaults of format 1 were written with. */
  version: 1 | 2;
  id: string;
  salt: Bytes;
  /** In `FACTOR_ORDER`, each type at most once, never none. */
  factors: Factor[];
  sealed: Bytes;
}

export function factorTypes(slot: Slot): FactorType[] {
  return slot.factors.map((factor) => factor.type);
}

/** The slot's factor of that type. */
export function factorOf<T extends FactorType>(
  slot: Slot | undefined,
  type: T,
): Extract<Factor, { type: T }> | null {
  const found = slot?.factors.find((factor) => factor.type === type);
  return (found as Extract<Factor, { type: T }> | undefined) ?? null;
}

/** Format 1 knew two kinds of slots, and named them by the first factor. */
function dataOfVersion1(slot: Slot): (string | number)[] {
  const [factor] = slot.factors;
  const salt = toBase64(slot.salt);
  if (factor?.type === 'pin') {
    const { memoryKiB, iterations, parallelism } = factor.argon2;
    return ['slot', 1, 'pin', slot.vault, slot.generation, slot.id, salt, memoryKiB, iterations, parallelism];
  }
  const number = factor?.type === 'recovery' ? factor.number : 0;
  return ['slot', 1, 'recovery', slot.vault, slot.generation, slot.id, salt, number];
}

function slotData(slot: Slot): Bytes {
  if (slot.version === 1) return additionalData(...dataOfVersion1(slot));
  const { vault, generation, id, salt } = slot;
  const factors = slot.factors.flatMap(factorData);
  return additionalData(
    'slot',
    2,
    factorTypes(slot).join('+'),
    vault,
    generation,
    id,
    toBase64(salt),
    ...factors,
  );
}

/** The key that wraps the master key; null when something was not shown. */
async function slotKey(slot: Slot, proofs: Proofs): Promise<CryptoKey | null> {
  const parts: Bytes[] = [];
  for (const factor of slot.factors) {
    const part = await partOf(slot, factor, proofs);
    if (!part) return null;
    parts.push(part);
  }
  if (parts.length === 0) return null;
  const material = Uint8Array.from(parts.flatMap((part) => [...part]));
  const purpose = slot.version === 1 ? `v1` : factorTypes(slot).join('+');
  const info =
    slot.version === 1 ? `tweestap slot ${slot.factors[0]?.type} ${purpose}` : `tweestap slot v2 ${purpose}`;
  return deriveKey(material, slot.salt, info);
}

async function partOf(slot: Slot, factor: Factor, proofs: Proofs): Promise<Bytes | null> {
  // Format 1 took the recovery code's bytes as they are.
  if (slot.version === 1 && factor.type === 'recovery')
    return proofs.recovery && 'secret' in proofs.recovery ? proofs.recovery.secret : null;
  return materialOf(factor, proofs, slot.salt);
}

/** Wraps the master key under all of `factors`, and opens it again before it is given out. */
export async function makeSlot(
  belongs: Belongs,
  masterKey: Bytes,
  factors: Factor[],
  proofs: Proofs,
): Promise<Slot> {
  const slot: Slot = {
    version: 2,
    id: toBase64(randomBytes(16)),
    vault: belongs.vault,
    generation: belongs.generation,
    salt: randomBytes(SALT_BYTES),
    factors: inOrder(factors),
    sealed: new Uint8Array(),
  };
  const key = await slotKey(slot, proofs);
  if (!key) throw new TypeError('a slot needs a proof for each of its factors');
  const made = { ...slot, sealed: await seal(key, masterKey, slotData(slot)) };
  const opened = await openSlot(made, proofs);
  if (!opened?.every((byte, i) => byte === masterKey[i])) throw new TypeError('a slot that does not open');
  return made;
}

/** The master key; null for a wrong or missing proof, or a changed slot: it cannot be told which. */
export async function openSlot(slot: Slot, proofs: Proofs): Promise<Bytes | null> {
  const key = await slotKey(slot, proofs);
  const masterKey = key && (await open(key, slot.sealed, slotData(slot)));
  return masterKey?.length === KEY_BYTES ? masterKey : null;
}

function inOrder(factors: Factor[]): Factor[] {
  return [...factors].sort((a, b) => FACTOR_ORDER.indexOf(a.type) - FACTOR_ORDER.indexOf(b.type));
}

const isBytes = (value: unknown): value is Bytes => value instanceof Uint8Array;
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;

/** Validates a stored slot; null for what is none. */
export function parseSlot(value: unknown): Slot | null {
  if (typeof value !== 'object' || value === null) return null;
  const { version, id, vault, generation, salt, sealed, factors } = value as Record<string, unknown>;
  if (typeof id !== 'string' || typeof vault !== 'string' || !isCount(generation)) return null;
  if (!isBytes(salt) || salt.length !== SALT_BYTES || !isBytes(sealed)) return null;
  if ((version !== 1 && version !== 2) || !Array.isArray(factors) || factors.length === 0) return null;
  const parsed = factors.map(parseFactor).filter((factor) => factor !== null);
  const distinct = new Set(parsed.map((factor) => factor.type)).size === factors.length;
  const ordered = inOrder(parsed).every((factor, i) => factor === parsed[i]);
  if (parsed.length !== factors.length || !distinct || !ordered) return null;
  return { version, id, vault, generation, salt, sealed, factors: parsed };
}

/** A slot as JSON, for `browser.storage` and files, which know no bytes. */
export function encodeSlot(slot: Slot): unknown {
  return { ...slot, salt: toBase64(slot.salt), sealed: toBase64(slot.sealed) };
}

export function decodeSlot(value: unknown): Slot | null {
  if (typeof value !== 'object' || value === null) return null;
  const { salt, sealed } = value as Record<string, unknown>;
  return parseSlot({ ...value, salt: fromBase64(String(salt)), sealed: fromBase64(String(sealed)) });
}
