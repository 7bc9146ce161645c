/**
 * Locked or unlocked: the only holder of the master key. It is in this worker's memory and in `storage.session`
 * (memory of the browser, closed to content scripts); lock erases both.
 *
 * The state is data with times, checked at every entry, because a worker dies at any time and its timers with it.
 */
import { fromBase64, toBase64 } from '../core/base64.ts';
import { browser } from '../platform/browser.ts';
import { StorageItem } from '../platform/storage-item.ts';
import { readMeta } from '../platform/vault-db.ts';
import type { Bytes } from '../vault/cipher.ts';
import { dataKey } from '../vault/record.ts';
import type { Belongs } from '../vault/slot.ts';
import { keptSessionPin, sessionPin } from './session-pin.ts';
import { autoLockMinutes, lockWithScreen } from './settings.ts';

interface Session extends Belongs {
  masterKey: string;
  lockAt: number;
  lastSeen: number;
  failuresBefore: number;
  /** ms epoch: no auto-lock before that. */
  keepUntil?: number;
}

export interface OpenVault extends Belongs {
  key: CryptoKey;
  lockAt: number;
  failuresBefore: number;
  /** `lockCount` when it was open. */
  locks: number;
}

const MINUTE = 60_000;
/** A clock that went back by more than this was changed: lock, since `lockAt` means nothing then. */
const CLOCK_SLACK_MS = 5_000;
/** Nothing was seen for this long though an alarm looks every minute: the computer slept. */
const SLEEP_MS = 3 * MINUTE;
export const LOCK_ALARM = 'lock';
/** Looks every minute while the vault is open. */
export const WATCH_ALARM = 'watch';

function parseSession(value: unknown): Session | null {
  if (typeof value !== 'object' || value === null) return null;
  const s = value as Partial<Session>;
  const numbers = [s.generation, s.lockAt, s.lastSeen, s.failuresBefore].every((n) => typeof n === 'number');
  return numbers && typeof s.masterKey === 'string' && typeof s.vault === 'string' ? (s as Session) : null;
}

const session = new StorageItem<Session | null>('session', {
  area: 'session',
  fallback: null,
  parse: parseSession,
});

let key: { of: string; key: CryptoKey } | null = null;
let locks = 0;

/** Counts the locks: work that began before one must not leave anything behind after it. */
export function lockCount(): number {
  return locks;
}

/** Reading, changing and erasing the session never overlap: a request under way must not write a locked one back. */
function alone<T>(work: () => Promise<T>): Promise<T> {
  return navigator.locks.request('session', work) as Promise<T>;
}

const onLock = new Set<() => void>();
const onChange = new Set<() => void>();

/** Calls back at every lock, to drop what was decrypted. */
export function whenLocked(forget: () => void): void {
  onLock.add(forget);
}

/** Calls back when the vault is opened or locked. */
export function whenLockChanges(tell: () => void): void {
  onChange.add(tell);
}

/** `storage.session` and `storage.local` are for our own pages and worker only; asserted at every start. */
export async function closeStorageToContentScripts(): Promise<void> {
  for (const area of [browser.storage.session, browser.storage.local]) {
    const { setAccessLevel } = area as {
      setAccessLevel?: (options: { accessLevel: string }) => Promise<void>;
    };
    // Firefox gives content scripts no `storage.session` at all and has no such call before it is of use.
    await setAccessLevel?.call(area, { accessLevel: 'TRUSTED_CONTEXTS' });
  }
}

async function lockTime(now: number): Promise<number> {
  return now + (await autoLockMinutes.get()) * MINUTE;
}

export async function openSession(
  masterKey: Bytes,
  belongs: Belongs,
  failuresBefore: number,
  now: number,
): Promise<void> {
  await alone(async () => {
    const lockAt = await lockTime(now);
    await session.set({ ...belongs, masterKey: toBase64(masterKey), lockAt, lastSeen: now, failuresBefore });
    await browser.alarms.create(LOCK_ALARM, { when: lockAt });
    await browser.alarms.create(WATCH_ALARM, { periodInMinutes: 1 });
  });
  for (const tell of onChange) tell();
}

/** Writes what belongs to the open vault; a request that a lock overtook leaves nothing behind. */
export function whileOpen(write: () => Promise<void>): Promise<boolean> {
  return alone(async () => {
    if (!(await session.get())) return false;
    await write();
    return true;
  });
}

/** The same in one write with no auto-lock before `until`: the user is in the middle of what takes longer. */
export function keepOpen(until: number, items: Record<string, unknown>): Promise<boolean> {
  return alone(async () => {
    const current = await session.get();
    if (!current) return false;
    const lockAt = Math.max(current.lockAt, until);
    await browser.storage.session.set({
      ...items,
      [session.key]: { ...current, lockAt, keepUntil: until },
    });
    await browser.alarms.create(LOCK_ALARM, { when: lockAt });
    return true;
  });
}

/** Erases the browser session's memory, but for strong mode's PIN slot, which opens nothing without the PIN. */
async function forgetSession(keepPin: boolean): Promise<void> {
  locks++;
  key = null;
  for (const forget of onLock) forget();
  const kept = keepPin ? await keptSessionPin() : null;
  await browser.storage.session.clear();
  if (kept) await sessionPin.set(kept);
  await browser.alarms.clear(LOCK_ALARM);
  await browser.alarms.clear(WATCH_ALARM);
  for (const tell of onChange) tell();
}

/** Forgets the key and everything that was decrypted with it. */
export async function lock(): Promise<void> {
  await alone(() => forgetSession(true));
}

/** Forgets also what a lock leaves: the PIN serves no more in this browser session. */
export async function forgetAll(): Promise<void> {
  await alone(() => forgetSession(false));
}

/** The open vault, or null: it is locked, its time is up, or the clock went back. `active`: the user did something. */
export function openVault(now: number, active = false): Promise<OpenVault | null> {
  return alone(() => openUnderLock(now, active));
}

async function openUnderLock(now: number, active: boolean): Promise<OpenVault | null> {
  const current = await session.get();
  if (!current) return null;
  // A worker that died behind the commit of a new generation left the key of the old one, which opens nothing there.
  const meta = (await readMeta().catch(() => null)) as Partial<Belongs> | null | undefined;
  if (meta && (meta.vault !== current.vault || meta.generation !== current.generation)) {
    await forgetSession(false);
    return null;
  }
  // Requests overtake each other by a moment; only a real step back is a changed clock.
  const slept = now - current.lastSeen > SLEEP_MS && (await lockWithScreen.get());
  if (now >= current.lockAt || now < current.lastSeen - CLOCK_SLACK_MS || slept) {
    await forgetSession(true);
    return null;
  }
  const lockAt = active ? Math.max(await lockTime(now), current.keepUntil ?? 0) : current.lockAt;
  await session.set({ ...current, lockAt, lastSeen: Math.max(now, current.lastSeen) });
  // Made anew each time: one that fired early would not come again.
  await browser.alarms.create(LOCK_ALARM, { when: lockAt });
  const { vault, generation, failuresBefore } = current;
  if (key?.of !== current.masterKey) {
    const masterKey = fromBase64(current.masterKey);
    if (!masterKey) return null;
    key = { of: current.masterKey, key: await dataKey(masterKey, current) };
  }
  return { vault, generation, failuresBefore, lockAt, key: key.key, locks };
}
