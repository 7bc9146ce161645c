/** Opening slots with what the user shows. A try with a PIN is on disk as a failure before the PIN is looked at. */
import { charge, isSpent, NO_ATTEMPTS, reanchor, retryAt } from '../core/attempts.ts';
import { fromBase64 } from '../core/base64.ts';
import { normalisePassphrase } from '../core/passphrase.ts';
import { err, ok, type Result } from '../core/result.ts';
import type { PinState, SecondProof, TryRefused } from '../messages/views.ts';
import { stretch } from '../vault/argon2.ts';
import { type Bytes, KEY_BYTES } from '../vault/cipher.ts';
import type { FactorType, Proofs } from '../vault/factor.ts';
import type { Second } from '../vault/second.ts';
import { factorOf, factorTypes, openSlot, type Slot } from '../vault/slot.ts';
import type { Stretched } from '../vault/stretched.ts';
import { loadAttempts, saveAttempts } from './attempts-store.ts';
import { deviceKey, storedSlots } from './key-slots.ts';
import { afterTenFailures } from './start-over.ts';
import { loadMeta, setSentinel, type VaultMeta } from './vault-meta.ts';

export interface Opened {
  masterKey: Bytes;
  meta: VaultMeta;
  slot: Slot;
  /** As they were shown, stretched by the slot's parameters. */
  pin: Stretched | null;
  second: Second | null;
  failuresBefore: number;
}

/** Proofs as the slots take them; what cannot be read proves nothing. */
export function secondProof(second: SecondProof | undefined): Proofs {
  if (second?.kind === 'passphrase') return { passphrase: normalisePassphrase(String(second.passphrase)) };
  const output = second && fromBase64(String(second.output));
  return output?.length === KEY_BYTES ? { passkey: output } : {};
}

export function pinProof(pin: string | undefined): Proofs {
  return typeof pin === 'string' && pin !== '' ? { pin } : {};
}

/** Every factor that the user has to show was shown. The device key and the pepper are ours to add. */
export function answers(slot: Slot, proofs: Proofs): boolean {
  return factorTypes(slot).every((type) => type === 'device' || type in proofs);
}

/** A PIN that the slot does not ask for is not tried, and not charged. */
function onlyFor(slot: Slot | undefined, proofs: Proofs): Proofs {
  if (!slot) return proofs;
  const types = factorTypes(slot);
  return Object.fromEntries(Object.entries(proofs).filter(([type]) => types.includes(type as never)));
}

/** How the PIN stands. `hasPin`: something is there that it opens, or, in strong mode, may be made. */
export async function pinStateNow(hasPin: boolean, now: number): Promise<PinState> {
  const attempts = await loadAttempts();
  if (isSpent(attempts)) return { kind: 'spent', failures: attempts.failures };
  if (!hasPin) return { kind: 'lost' };
  return { kind: 'open', failures: attempts.failures, retryAt: retryAt(attempts, now) };
}

function wrongCode(types: FactorType[]): TryRefused['code'] {
  if (!types.includes('pin')) return 'wrong-second';
  return types.some((type) => type !== 'pin' && type !== 'device' && type !== 'pepper')
    ? 'wrong-pair'
    : 'wrong-pin';
}

/** A PIN and passphrase stretched once, for the slot and for whatever is made of them afterwards. */
async function stretched(
  slot: Slot,
  proofs: Proofs,
): Promise<{ pin: Stretched | null; second: Second | null; proofs: Proofs }> {
  const once = async (type: 'pin' | 'passphrase'): Promise<Stretched | null> => {
    const factor = factorOf(slot, type);
    const text = proofs[type];
    if (!factor || typeof text !== 'string') return null;
    return { argon2: factor.argon2, stretched: await stretch(text, factor.argon2) };
  };
  const pin = await once('pin');
  const passphrase = await once('passphrase');
  const passkey = factorOf(slot, 'passkey');
  const second: Second | null =
    passkey && proofs.passkey
      ? { kind: 'passkey', ...passkey, output: proofs.passkey }
      : passphrase && { kind: 'passphrase', ...passphrase };
  return { pin, second, proofs: { ...proofs, ...(pin && { pin }), ...(passphrase && { passphrase }) } };
}

/** Opens one slot. `hasPin` says what the PIN's state is without it. */
export async function tryOpen(
  slot: Slot | undefined,
  all: Proofs,
  now: number,
): Promise<Result<Opened, TryRefused>> {
  const meta = await loadMeta();
  const shown = onlyFor(slot, all);
  const charged = shown.pin !== undefined;
  const state = await pinStateNow(slot !== undefined, now);
  if (!meta || !slot) return err({ code: 'spent', pin: state });
  if (charged && state.kind !== 'open') return err({ code: 'spent', pin: state });
  if (!answers(slot, shown)) return err({ code: 'incomplete', pin: state });
  const before = await loadAttempts();
  if (charged && state.kind === 'open' && state.retryAt !== null) {
    const anchored = reanchor(before, now);
    if (anchored) await saveAttempts(anchored);
    return err({ code: 'wait', pin: state });
  }
  const types = factorTypes(slot);
  const device = types.includes('device') ? { device: await deviceKey() } : {};
  const attempts = charge(before, now);
  if (charged) await saveAttempts(attempts);
  let opened: (Pick<Opened, 'pin' | 'second'> & { masterKey: Bytes | null }) | null = null;
  try {
    const { pin, second, proofs } = await stretched(slot, shown);
    opened = { pin, second, masterKey: await openSlot(slot, { ...proofs, ...device }) };
  } catch (error) {
    // No memory for Argon2id, say: this PIN was never tried.
    if (charged) await saveAttempts(before);
    throw error;
  }
  const { masterKey, pin, second } = opened;
  if (masterKey) {
    if (charged) await saveAttempts(NO_ATTEMPTS);
    await setSentinel(meta.vault);
    return ok({ masterKey, meta, slot, pin, second, failuresBefore: before.failures });
  }
  // The tenth failure ends the PIN: only the other slots open the vault then.
  if (charged && isSpent(attempts)) await afterTenFailures();
  return err({ code: wrongCode(types), pin: await pinStateNow(true, now) });
}

/** The stored slots that take what was shown, those that take the most first. */
export async function slotsFor(proofs: Proofs): Promise<Slot[]> {
  const slots = (await storedSlots()).filter((slot) => answers(slot, proofs));
  return slots.sort((a, b) => b.factors.length - a.factors.length);
}
