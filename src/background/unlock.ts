import { AppError } from '../core/app-error.ts';
import { type Attempts, charge, isSpent, NO_ATTEMPTS, reanchor, retryAt } from '../core/attempts.ts';
import { type PinWeakness, pinWeakness } from '../core/pin.ts';
import { parseRecoveryCode } from '../core/recovery-code.ts';
import { err, ok, type Result } from '../core/result.ts';
import type { PinState } from '../messages/protocol.ts';
import {
  readAttempts,
  readDeviceKey,
  readSlots,
  removeSlot,
  replaceSlot,
  writeAttempts,
} from '../platform/vault-db.ts';
import type { Bytes } from '../vault/cipher.ts';
import {
  makePinSlot,
  openPinSlot,
  openRecoverySlot,
  type PinSlot,
  parseSlot,
  type Slot,
} from '../vault/slot.ts';
import { mirrorVault } from './mirror.ts';
import { makePending, type RecoveryQuestion } from './pending-vault.ts';
import { loadMeta, sentinel, type VaultMeta } from './vault-meta.ts';
import { openSession } from './vault-session.ts';

function parseAttempts(value: unknown): Attempts {
  if (typeof value !== 'object' || value === null) return NO_ATTEMPTS;
  const { failures, lastFailureAt } = value as Partial<Attempts>;
  const sane = Number.isSafeInteger(failures) && Number.isFinite(lastFailureAt);
  return sane ? { failures: Number(failures), lastFailureAt: Number(lastFailureAt) } : NO_ATTEMPTS;
}

async function slotsOf<T extends Slot['type']>(type: T): Promise<Extract<Slot, { type: T }>[]> {
  const slots = (await readSlots()).map(parseSlot);
  return slots.filter((slot): slot is Extract<Slot, { type: T }> => slot?.type === type);
}

function stateOf(attempts: Attempts, hasPinSlot: boolean, now: number): PinState {
  if (isSpent(attempts)) return { kind: 'spent', failures: attempts.failures };
  if (!hasPinSlot) return { kind: 'lost' };
  return { kind: 'open', failures: attempts.failures, retryAt: retryAt(attempts, now) };
}

export async function pinState(now: number): Promise<PinState> {
  const [attempts, slots] = await Promise.all([readAttempts().then(parseAttempts), slotsOf('pin')]);
  return stateOf(attempts, slots.length > 0, now);
}

type Refused = { code: 'wrong-pin' | 'wait' | 'spent'; pin: PinState };

interface RightPin {
  masterKey: Bytes;
  meta: VaultMeta;
  slot: PinSlot;
  failuresBefore: number;
}

/** Tries a PIN. The try is on disk as a failure before the PIN is looked at. */
async function tryPin(pin: string, now: number): Promise<Result<RightPin, Refused>> {
  const meta = await loadMeta();
  const [slot] = await slotsOf('pin');
  let attempts = parseAttempts(await readAttempts());
  const state = stateOf(attempts, slot !== undefined, now);
  if (!meta || !slot || state.kind !== 'open') {
    // The worker may have died between the tenth failure and this.
    if (slot) await removeSlot(slot.id);
    if (slot) await mirrorVault();
    return err({ code: 'spent', pin: state });
  }
  if (state.retryAt !== null) {
    const anchored = reanchor(attempts, now);
    if (anchored) await writeAttempts(anchored);
    return err({ code: 'wait', pin: state });
  }
  const device = await readDeviceKey();
  // A key made now would turn every right PIN into a wrong one.
  if (!device) throw new AppError('vault-corrupt');
  const before = attempts;
  attempts = charge(attempts, now);
  await writeAttempts(attempts);
  let masterKey: Bytes | null;
  try {
    masterKey = await openPinSlot(slot, pin, device);
  } catch (error) {
    // No memory for Argon2id, say: this PIN was never tried.
    await writeAttempts(before);
    throw error;
  }
  if (masterKey) {
    await writeAttempts(NO_ATTEMPTS);
    if ((await sentinel.get()) !== meta.vault) await sentinel.set(meta.vault);
    return ok({ masterKey, meta, slot, failuresBefore: before.failures });
  }
  // The tenth failure ends the PIN: only the other slots open the vault then.
  if (isSpent(attempts)) {
    await removeSlot(slot.id);
    await mirrorVault();
  }
  return err({ code: 'wrong-pin', pin: stateOf(attempts, true, now) });
}

/** Opens the vault with the PIN. */
export async function unlockWithPin(pin: string, now: number): Promise<Result<null, Refused>> {
  const right = await tryPin(pin, now);
  if (!right.ok) return right;
  const { masterKey, meta, failuresBefore } = right.value;
  await openSession(masterKey, meta, failuresBefore, now);
  return ok(null);
}

/** Puts a slot for the new PIN in the place of the old one, once it was seen to open. */
export async function changePin(
  pin: string,
  next: string,
  now: number,
): Promise<Result<null, PinWeakness | Refused>> {
  const weakness = pinWeakness(next);
  if (weakness) return err(weakness);
  const right = await tryPin(pin, now);
  if (!right.ok) return right;
  const { masterKey, meta, slot } = right.value;
  const device = await readDeviceKey();
  if (!device) throw new AppError('vault-corrupt');
  const renewed = await makePinSlot(meta, masterKey, next, device);
  if (!(await openPinSlot(renewed, next, device))) throw new AppError('internal');
  await replaceSlot(slot.id, renewed);
  await mirrorVault();
  return ok(null);
}

type Refusal = PinWeakness | 'bad-code' | 'other-vault';

/** Opens with the recovery code and prepares the next generation, with a new PIN and a new recovery code to confirm. */
export async function recoverWithCode(
  code: string,
  pin: string,
  now: number,
): Promise<Result<RecoveryQuestion, Refusal>> {
  const weakness = pinWeakness(pin);
  if (weakness) return err(weakness);
  const secret = parseRecoveryCode(code);
  if (!secret.ok) return err('bad-code');
  const meta = await loadMeta();
  const [slot] = await slotsOf('recovery');
  if (!meta || !slot) throw new AppError('vault-corrupt');
  const masterKey = await openRecoverySlot(slot, Uint8Array.from(secret.value));
  if (!masterKey) return err('other-vault');
  return ok(await makePending(pin, now, { ...meta, masterKey, recoveryNumber: slot.number }));
}
