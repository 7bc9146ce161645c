import type { LockView } from '../messages/views.ts';
import { isPlan, modeOf, recoveryNumber, secondOf } from '../vault/modes.ts';
import { type Belongs, factorOf, factorTypes, type Slot } from '../vault/slot.ts';
import { storedSlots } from './key-slots.ts';
import { isSessionPinLost, readSessionPin } from './session-pin.ts';
import { pinStateNow } from './tries.ts';

/** The slot that opens the vault in the usual way now, and what more than the user's own proofs it takes. */
export interface UsualWay {
  slot: Slot | undefined;
  asks: LockView['asks'];
  pepper: { pepper?: Uint8Array<ArrayBuffer> };
}

export async function usualWay(belongs: Belongs, slots: Slot[]): Promise<UsualWay> {
  const mode = modeOf(slots);
  const second = secondOf(slots);
  const stored = (plan: Parameters<typeof isPlan>[1]) => slots.find((slot) => isPlan(slot, plan));
  if (mode === 'basic' || !second) return { asks: 'pin', slot: stored(['pin', 'device']), pepper: {} };
  if (mode === 'two-step')
    return { asks: 'pin-and-second', slot: stored(['pin', 'device', second]), pepper: {} };
  const session = await readSessionPin(belongs);
  return session
    ? { asks: 'pin', slot: session.slot, pepper: { pepper: session.pepper } }
    : { asks: 'second', slot: stored([second]), pepper: {} };
}

export async function lockView(belongs: Belongs, now: number): Promise<LockView> {
  const slots = await storedSlots();
  const { asks, slot } = await usualWay(belongs, slots);
  const passkey = slots.map((each) => factorOf(each, 'passkey')).find((factor) => factor !== null);
  return {
    mode: modeOf(slots),
    pin: await pinStateNow(slot !== undefined, now),
    asks,
    pinLost: asks === 'second' && (await isSessionPinLost()),
    second: secondOf(slots),
    passkey: passkey
      ? { credential: passkey.credential, input: passkey.input, relyingParty: passkey.relyingParty }
      : null,
    contact: slots.some((each) => factorTypes(each).includes('contact')),
    recoveryNumber: recoveryNumber(slots),
  };
}
