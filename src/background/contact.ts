/**
 * The recovery contact: a text that the user sends to his own e-mail or other phone. It is half of a key; the other half
 * lies in the slot here, so the text alone opens nothing anywhere.
 */
import { toBase64 } from '../core/base64.ts';
import { makeRecoveryCode, parseRecoveryCode, RECOVERY_RANDOM_BYTES } from '../core/recovery-code.ts';
import { err, ok, type Result } from '../core/result.ts';
import type { SecondProof, TryRefused } from '../messages/views.ts';
import { writeSlots } from '../platform/vault-db.ts';
import { randomBytes } from '../vault/cipher.ts';
import { CONTACT_HALF_BYTES } from '../vault/factor.ts';
import { makePlannedSlot } from '../vault/generation.ts';
import { contactPlan, modeOf } from '../vault/modes.ts';
import { factorTypes } from '../vault/slot.ts';
import { storedSlots } from './key-slots.ts';
import { mirrorVault } from './mirror.ts';
import { eraseOldBlocks } from './old-blocks.ts';
import { proveAsMode, provePin } from './unlock.ts';

async function contactSlots(): Promise<string[]> {
  const slots = (await storedSlots()).filter((slot) => factorTypes(slot).includes('contact'));
  return slots.map((slot) => slot.id);
}

/** A new text in the place of the one before. */
export async function makeContact(
  shown: { pin: string; second?: SecondProof | undefined },
  now: number,
): Promise<Result<{ text: string }, TryRefused>> {
  const proved = await proveAsMode(shown, now);
  if (!proved.ok) return proved;
  const { masterKey, meta, second } = proved.value;
  const text = makeRecoveryCode(randomBytes(RECOVERY_RANDOM_BYTES), 'contact');
  const half = parseRecoveryCode(text, 'contact');
  if (!half.ok) throw new TypeError('a contact text that cannot be read');
  const plan = contactPlan(modeOf(await storedSlots()), second?.kind ?? null);
  const contact = { text: half.value, half: toBase64(randomBytes(CONTACT_HALF_BYTES)) };
  const slot = await makePlannedSlot(meta, masterKey, plan, { contact, ...(second && { second }) });
  await replaceContact([slot]);
  return ok({ text });
}

export async function removeContact(pin: string, now: number): Promise<Result<null, TryRefused>> {
  const proved = await provePin(pin, now);
  if (!proved.ok) return err(proved.error);
  await replaceContact([]);
  return ok(null);
}

async function replaceContact(put: { id: string }[]): Promise<void> {
  await writeSlots({ put, remove: await contactSlots() });
  await mirrorVault();
  await eraseOldBlocks();
}
