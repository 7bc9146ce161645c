import { fromBase64, toBase64 } from '../core/base64.ts';
import { additionalData, type Bytes, deriveKey, KEY_BYTES, open, randomBytes, seal } from './cipher.ts';
import { type Argon2Parameters, areSaneParameters, PIN_ARGON2, pinKey } from './pin-key.ts';

/**
 * Key slots, LUKS-like: each wraps the same random master key of one generation under another key. The format stands
 * in docs/vault-format.md.
 */
interface SlotBase {
  id: string;
  /** Vault identity, 16 random bytes as base 64. */
  vault: string;
  generation: number;
  salt: Bytes;
  sealed: Bytes;
}
export interface PinSlot extends SlotBase {
  type: 'pin';
  argon2: Argon2Parameters;
}
export interface RecoverySlot extends SlotBase {
  type: 'recovery';
  /** The how-manieth recovery code of this vault; printed with it. */
  number: number;
}
export type Slot = PinSlot | RecoverySlot;

/** Which vault and generation a slot or record belongs to. */
export interface Belongs {
  vault: string;
  generation: number;
}

const SALT_BYTES = 32;

function slotData(slot: Slot): Bytes {
  const parameters =
    slot.type === 'pin'
      ? [slot.argon2.memoryKiB, slot.argon2.iterations, slot.argon2.parallelism]
      : [slot.number];
  return additionalData(
    'slot',
    1,
    slot.type,
    slot.vault,
    slot.generation,
    slot.id,
    toBase64(slot.salt),
    ...parameters,
  );
}

async function wrap<S extends Slot>(slot: S, key: CryptoKey, masterKey: Bytes): Promise<S> {
  return { ...slot, sealed: await seal(key, masterKey, slotData(slot)) };
}

function base({ vault, generation }: Belongs): SlotBase {
  const id = toBase64(randomBytes(16));
  return { id, vault, generation, salt: randomBytes(SALT_BYTES), sealed: new Uint8Array() };
}

export async function makePinSlot(
  belongs: Belongs,
  masterKey: Bytes,
  pin: string,
  deviceKey: CryptoKey,
): Promise<PinSlot> {
  const slot: PinSlot = { ...base(belongs), type: 'pin', argon2: PIN_ARGON2 };
  return wrap(slot, await pinKey(pin, slot.salt, slot.argon2, deviceKey), masterKey);
}

function recoveryKey(secret: Bytes, salt: Bytes): Promise<CryptoKey> {
  // 130 random bits need no stretching: there is nothing to guess.
  return deriveKey(secret, salt, 'tweestap slot recovery v1');
}

export async function makeRecoverySlot(
  belongs: Belongs,
  masterKey: Bytes,
  secret: Bytes,
  number: number,
): Promise<RecoverySlot> {
  const slot: RecoverySlot = { ...base(belongs), type: 'recovery', number };
  return wrap(slot, await recoveryKey(secret, slot.salt), masterKey);
}

async function unwrap(slot: Slot, key: CryptoKey): Promise<Bytes | null> {
  const masterKey = await open(key, slot.sealed, slotData(slot));
  return masterKey?.length === KEY_BYTES ? masterKey : null;
}

/** The master key; null for a wrong PIN, another device key or a changed slot. */
export async function openPinSlot(slot: PinSlot, pin: string, deviceKey: CryptoKey): Promise<Bytes | null> {
  if (!areSaneParameters(slot.argon2)) return null;
  return unwrap(slot, await pinKey(pin, slot.salt, slot.argon2, deviceKey));
}

/** The master key; null for the code of another vault or generation. */
export async function openRecoverySlot(slot: RecoverySlot, secret: Bytes): Promise<Bytes | null> {
  return unwrap(slot, await recoveryKey(secret, slot.salt));
}

const isBytes = (value: unknown): value is Bytes => value instanceof Uint8Array;
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;

/** Validates a stored slot; null for what is none. */
export function parseSlot(value: unknown): Slot | null {
  if (typeof value !== 'object' || value === null) return null;
  const { id, vault, generation, salt, sealed, type, argon2, number } = value as Record<string, unknown>;
  if (typeof id !== 'string' || typeof vault !== 'string' || !isCount(generation)) return null;
  if (!isBytes(salt) || salt.length !== SALT_BYTES || !isBytes(sealed)) return null;
  const common = { id, vault, generation, salt, sealed };
  if (
    type === 'pin' &&
    typeof argon2 === 'object' &&
    argon2 !== null &&
    areSaneParameters(argon2 as Argon2Parameters)
  ) {
    return { ...common, type, argon2: argon2 as Argon2Parameters };
  }
  return type === 'recovery' && isCount(number) ? { ...common, type, number } : null;
}

/** A slot as JSON, for `storage.session` while a set-up waits to be confirmed. */
export function encodeSlot(slot: Slot): unknown {
  return { ...slot, salt: toBase64(slot.salt), sealed: toBase64(slot.sealed) };
}

export function decodeSlot(value: unknown): Slot | null {
  if (typeof value !== 'object' || value === null) return null;
  const { salt, sealed } = value as Record<string, unknown>;
  return parseSlot({ ...value, salt: fromBase64(String(salt)), sealed: fromBase64(String(sealed)) });
}
