/** The stored slots and the device key, and the PIN's end. */
import { AppError } from '../core/app-error.ts';
import { readDeviceKey, readSlots, writeSlots } from '../platform/vault-db.ts';
import type { Bytes } from '../vault/cipher.ts';
import { makeSessionSlot } from '../vault/generation.ts';
import { type Belongs, factorTypes, parseSlot, type Slot } from '../vault/slot.ts';
import type { Stretched } from '../vault/stretched.ts';
import { mirrorVault } from './mirror.ts';
import { eraseOldBlocks } from './old-blocks.ts';
import { hasSessionPin, putSessionPin, type SessionPin, sessionPin } from './session-pin.ts';
import { loadMeta } from './vault-meta.ts';
import { whileOpen } from './vault-session.ts';

export async function storedSlots(): Promise<Slot[]> {
  // Brings an older vault to this format first.
  await loadMeta();
  return (await readSlots()).map(parseSlot).filter((slot) => slot !== null);
}

export async function deviceKey(): Promise<CryptoKey> {
  const device = await readDeviceKey();
  // A key made now would turn every right PIN into a wrong one.
  if (!device) throw new AppError('vault-corrupt');
  return device;
}

/** Makes the PIN's slot of this browser session, for a mode that stores none. */
export async function makeSessionPin(
  belongs: Belongs,
  masterKey: Bytes,
  pin: Stretched,
  until: SessionPin['until'],
): Promise<void> {
  const made = await makeSessionSlot(belongs, masterKey, pin, await deviceKey());
  await whileOpen(() => putSessionPin({ ...made, until }));
}

/** Something is there that the PIN opens, alone or with something else. */
export async function hasPin(): Promise<boolean> {
  if (await hasSessionPin()) return true;
  return (await storedSlots()).some((slot) => factorTypes(slot).includes('pin'));
}

/** The tenth failure: nothing opens with the PIN any more, whatever it is mixed with. */
export async function endPin(): Promise<void> {
  await sessionPin.remove();
  const ended = (await storedSlots()).filter((slot) => factorTypes(slot).includes('pin'));
  if (ended.length === 0) return;
  await writeSlots({ put: [], remove: ended.map((slot) => slot.id) });
  await mirrorVault();
  await eraseOldBlocks();
}
