/** Opening the vault, proving the PIN while it is open, and changing it. */
import { AppError } from '../core/app-error.ts';
import { type PinWeakness, pinWeakness } from '../core/pin.ts';
import { err, ok, type Result } from '../core/result.ts';
import type { SecondProof, TryRefused } from '../messages/views.ts';
import { writeSlots } from '../platform/vault-db.ts';
import { type Materials, makePlannedSlot } from '../vault/generation.ts';
import { modeOf, storedPlans } from '../vault/modes.ts';
import { factorTypes } from '../vault/slot.ts';
import { type Stretched, stretchNew } from '../vault/stretched.ts';
import { deviceKey, makeSessionPin, storedSlots } from './key-slots.ts';
import { usualWay } from './lock-view.ts';
import { mirrorVault } from './mirror.ts';
import { eraseOldBlocks } from './old-blocks.ts';
import { readSessionPin, sessionPin } from './session-pin.ts';
import { type Opened, pinProof, pinStateNow, secondProof, tryOpen } from './tries.ts';
import { loadMeta } from './vault-meta.ts';
import { openSession, openVault } from './vault-session.ts';
import { loadContent, putKeyring } from './vault-store.ts';

interface Shown {
  pin?: string | undefined;
  second?: SecondProof | undefined;
}

/** Opens the slot of the usual way. */
async function openUsually({ pin, second }: Shown, now: number): Promise<Result<Opened, TryRefused>> {
  const meta = await loadMeta();
  const way = meta && (await usualWay(meta, await storedSlots()));
  return tryOpen(way?.slot, { ...pinProof(pin), ...secondProof(second), ...way?.pepper }, now);
}

/** Opens the vault with what it asks for. */
export async function unlock(shown: Shown, now: number): Promise<Result<null, TryRefused>> {
  const state = await pinStateNow(true, now);
  // In strong mode the second secret opens without the PIN; after ten wrong ones it has to set a new PIN first.
  if (state.kind === 'spent') return err({ code: 'spent', pin: state });
  const opened = await openUsually(shown, now);
  if (!opened.ok) return opened;
  const { masterKey, meta, failuresBefore, pin } = opened.value;
  await openSession(masterKey, meta, failuresBefore, now);
  const mode = modeOf(await storedSlots());
  if (mode === 'two-step' && pin) await makeSessionPin(meta, masterKey, pin, 'lock');
  if (mode === 'strong' && !(await readSessionPin(meta))) await makeStrongSessionPin(opened.value, now);
  return ok(null);
}

async function makeStrongSessionPin({ masterKey, meta }: Opened, now: number): Promise<void> {
  const vault = await openVault(now);
  const pin = vault && (await loadContent(vault)).keyring?.pin;
  // Without it the second secret is asked for at every unlock, until a new PIN is set.
  if (pin) await makeSessionPin(meta, masterKey, pin, 'browser-close');
}

/** The PIN once more, while the vault is open: before what must not be done by whoever finds it open. */
export async function provePin(pin: string | undefined, now: number): Promise<Result<Opened, TryRefused>> {
  const meta = await loadMeta();
  const slots = await storedSlots();
  if (!meta || modeOf(slots) === 'basic') return openUsually({ pin: pin ?? '' }, now);
  const session = await readSessionPin(meta);
  return tryOpen(session?.slot, { ...pinProof(pin), ...(session && { pepper: session.pepper }) }, now);
}

/** What the mode protects with: the PIN, and in two-step mode both. */
export async function proveAsMode(shown: Shown, now: number): Promise<Result<Opened, TryRefused>> {
  return modeOf(await storedSlots()) === 'two-step' ? openUsually(shown, now) : provePin(shown.pin, now);
}

/** Sets another PIN, in the same generation and with the same recovery code. */
export async function changePin(
  shown: Shown & { next: string },
  now: number,
): Promise<Result<null, PinWeakness | TryRefused>> {
  const weakness = pinWeakness(shown.next);
  if (weakness) return err(weakness);
  const proved = await proveAsMode(shown, now);
  if (!proved.ok) return proved;
  const pin = await stretchNew(shown.next);
  const { meta, masterKey } = proved.value;
  const session = await readSessionPin(meta);
  // First, so that a worker that dies here leaves no second PIN: the second secret is asked for then.
  await sessionPin.remove();
  await storePin(proved.value, pin, now);
  await mirrorVault();
  if (session) await makeSessionPin(meta, masterKey, pin, session.until);
  await eraseOldBlocks();
  return ok(null);
}

/** In strong mode, which stores no slot of the PIN, the keyring's; else new slots in the place of the old PIN's. */
async function storePin({ meta, masterKey, second }: Opened, pin: Stretched, now: number): Promise<void> {
  const vault = await openVault(now);
  const keyring = vault && (await loadContent(vault)).keyring;
  const slots = await storedSlots();
  const mode = modeOf(slots);
  if (mode === 'strong') {
    if (!vault || !keyring) throw new AppError('vault-corrupt');
    return putKeyring(vault, { ...keyring, pin });
  }
  const materials: Materials = {
    pin,
    device: await deviceKey(),
    ...(second && { second }),
    ...(keyring && { recovery: keyring.recovery }),
  };
  const plans = storedPlans(mode, second?.kind ?? null).filter((plan) => plan.includes('pin'));
  const put = await Promise.all(plans.map((plan) => makePlannedSlot(meta, masterKey, plan, materials)));
  const remove = slots.filter((slot) => factorTypes(slot).includes('pin')).map((slot) => slot.id);
  await writeSlots({ put, remove });
}
