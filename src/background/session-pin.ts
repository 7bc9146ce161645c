/** The PIN's slot of this browser session and the pepper it is mixed with; in the browser's memory only. */
import { fromBase64, toBase64 } from '../core/base64.ts';
import { StorageItem } from '../platform/storage-item.ts';
import type { Bytes } from '../vault/cipher.ts';
import { type Belongs, decodeSlot, encodeSlot, type Slot } from '../vault/slot.ts';

export interface SessionPin {
  pepper: Bytes;
  slot: Slot;
  /** In strong mode the PIN serves until the browser closes; in two-step mode it only proves the PIN while open. */
  until: 'lock' | 'browser-close';
}

interface Encoded {
  pepper: string;
  slot: unknown;
  until: SessionPin['until'];
}

/** `lost`: there was one, and the browser lost the device key that it was made with. */
export const sessionPin = new StorageItem<Encoded | 'lost' | null>('sessionPin', {
  area: 'session',
  fallback: null,
  parse: (value) =>
    value === 'lost' ? value : typeof value === 'object' && value !== null ? (value as Encoded) : null,
});

export async function putSessionPin({ pepper, slot, until }: SessionPin): Promise<void> {
  await sessionPin.set({ pepper: toBase64(pepper), slot: encodeSlot(slot), until });
}

/** The device key went with the browser's database: the slot opens nothing any more, and the user is told why. */
export async function loseSessionPin(): Promise<void> {
  const stored = await sessionPin.get();
  if (stored && stored !== 'lost' && stored.until === 'browser-close') await sessionPin.set('lost');
  else if (stored !== 'lost') await sessionPin.remove();
}

export async function isSessionPinLost(): Promise<boolean> {
  return (await sessionPin.get()) === 'lost';
}

/** What a lock leaves of it. */
export async function keptSessionPin(): Promise<Encoded | 'lost' | null> {
  const kept = await sessionPin.get();
  return kept === 'lost' || kept?.until === 'browser-close' ? kept : null;
}

export async function hasSessionPin(): Promise<boolean> {
  const stored = await sessionPin.get();
  return stored !== null && stored !== 'lost';
}

/** Null when there is none of this generation. */
export async function readSessionPin({ vault, generation }: Belongs): Promise<SessionPin | null> {
  const stored = await sessionPin.get();
  if (!stored || stored === 'lost') return null;
  const pepper = fromBase64(String(stored.pepper));
  const slot = decodeSlot(stored.slot);
  if (!pepper || slot?.vault !== vault || slot.generation !== generation) return null;
  return { pepper, slot, until: stored.until };
}
