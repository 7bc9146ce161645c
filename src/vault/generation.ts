import type { Mode } from '../core/mode.ts';
import { makeRecoveryCode, parseRecoveryCode, RECOVERY_RANDOM_BYTES } from '../core/recovery-code.ts';
import { type Bytes, KEY_BYTES, randomBytes } from './cipher.ts';
import { type Factor, type FactorType, type Proofs, recoveryKey } from './factor.ts';
import type { Keyring } from './keyring.ts';
import { SESSION_PLAN, storedPlans } from './modes.ts';
import type { Second } from './second.ts';
import { type Belongs, makeSlot, type Slot } from './slot.ts';
import type { Stretched } from './stretched.ts';

/** The factors that a generation's slots are made of, each with its proof. */
export interface Materials {
  pin?: Stretched;
  device?: CryptoKey;
  pepper?: Bytes;
  second?: Second | null;
  recovery?: { key: Bytes; number: number };
  contact?: { text: Bytes; half: string };
}

/** What is stored of each, as far as it is there. */
function factorsOf({ pin, device, pepper, second, recovery, contact }: Materials): Factor[] {
  const factors: Factor[] = [];
  if (pin) factors.push({ type: 'pin', argon2: pin.argon2 });
  if (device) factors.push({ type: 'device' });
  if (pepper) factors.push({ type: 'pepper' });
  if (second?.kind === 'passphrase') factors.push({ type: 'passphrase', argon2: second.argon2 });
  if (second?.kind === 'passkey') {
    const { credential, input, relyingParty } = second;
    factors.push({ type: 'passkey', credential, input, relyingParty });
  }
  if (recovery) factors.push({ type: 'recovery', number: recovery.number });
  if (contact) factors.push({ type: 'contact', half: contact.half });
  return factors;
}

function proofsOf({ pin, device, pepper, second, recovery, contact }: Materials): Proofs {
  const proofs: Proofs = {};
  if (pin) proofs.pin = pin;
  if (device) proofs.device = device;
  if (pepper) proofs.pepper = pepper;
  if (second?.kind === 'passphrase') proofs.passphrase = second;
  if (second?.kind === 'passkey') proofs.passkey = second.output;
  if (recovery) proofs.recovery = recovery;
  if (contact) proofs.contact = contact.text;
  return proofs;
}

/** One slot of a mode's table. */
export function makePlannedSlot(
  belongs: Belongs,
  masterKey: Bytes,
  plan: readonly FactorType[],
  materials: Materials,
): Promise<Slot> {
  const factors = factorsOf(materials).filter((factor) => plan.includes(factor.type));
  if (factors.length !== plan.length) throw new TypeError(`nothing to make ${plan.join('+')} of`);
  return makeSlot(belongs, masterKey, factors, proofsOf(materials));
}

/** The PIN's slot of one browser session; the pepper is in the browser's memory and nowhere else. */
export async function makeSessionSlot(
  belongs: Belongs,
  masterKey: Bytes,
  pin: Stretched,
  device: CryptoKey,
): Promise<{ slot: Slot; pepper: Bytes }> {
  const pepper = randomBytes(KEY_BYTES);
  return { pepper, slot: await makePlannedSlot(belongs, masterKey, SESSION_PLAN, { pin, device, pepper }) };
}

export interface Generation extends Belongs {
  masterKey: Bytes;
  slots: Slot[];
  keyring: Keyring;
}

export function newRecoveryCode(): string {
  return makeRecoveryCode(randomBytes(RECOVERY_RANDOM_BYTES));
}

/** A new master key with all slots of its mode; each slot was seen to open. */
export async function makeGeneration(
  belongs: Belongs,
  mode: Mode,
  chosen: {
    pin: Stretched;
    device: CryptoKey;
    second: Second | null;
    recovery: { code: string; number: number };
  },
): Promise<Generation> {
  const { pin, device, second } = chosen;
  const masterKey = randomBytes(KEY_BYTES);
  // From the code as it was shown, so that what was made is what will be typed.
  const secret = parseRecoveryCode(chosen.recovery.code);
  if (!secret.ok) throw new TypeError('a recovery code that cannot be read');
  const recovery = { key: await recoveryKey(secret.value), number: chosen.recovery.number };
  const plans = storedPlans(mode, second?.kind ?? null);
  const slots = await Promise.all(
    plans.map((plan) => makePlannedSlot(belongs, masterKey, plan, { pin, device, second, recovery })),
  );
  return { ...belongs, masterKey, slots, keyring: { recovery, pin: mode === 'strong' ? pin : null } };
}
