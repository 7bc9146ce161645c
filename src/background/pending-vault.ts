/**
 * A vault, or a new generation of one, that waits until its recovery code has been copied: it is written only then, in
 * one transaction. Until then it is in `storage.session`, so a reloaded page or a killed worker loses nothing, and a
 * closed browser leaves what was there before.
 */

import { AppError } from '../core/app-error.ts';
import { NO_ATTEMPTS } from '../core/attempts.ts';
import { fromBase64, toBase64 } from '../core/base64.ts';
import {
  makeRecoveryCode,
  normaliseRecoveryText,
  parseRecoveryCode,
  RECOVERY_RANDOM_BYTES,
  recoveryGroups,
} from '../core/recovery-code.ts';
import { err, ok, type Result } from '../core/result.ts';
import { browser } from '../platform/browser.ts';
import { StorageItem } from '../platform/storage-item.ts';
import { readDeviceKey, readVault, replaceVault, writeDeviceKey } from '../platform/vault-db.ts';
import { type Bytes, KEY_BYTES, randomBytes } from '../vault/cipher.ts';
import { makeDeviceKey } from '../vault/pin-key.ts';
import { dataKey, openRecord, parseRecord, sealRecord } from '../vault/record.ts';
import {
  type Belongs,
  decodeSlot,
  encodeSlot,
  makePinSlot,
  makeRecoverySlot,
  openRecoverySlot,
  type Slot,
} from '../vault/slot.ts';
import { mirrorVault } from './mirror.ts';
import { FORMAT, sentinel } from './vault-meta.ts';
import { lock, openSession } from './vault-session.ts';
import { exclusively } from './vault-store.ts';

interface PendingVault extends Belongs {
  recoveryCode: string;
  askGroups: number[];
  masterKey: string;
  slots: unknown[];
  createdAt: number;
  /** The generation that this one replaces, and until when, ms epoch; null for a new vault, which holds nothing yet. */
  before: { masterKey: string; generation: number; until: number } | null;
}

export interface RecoveryQuestion {
  recoveryCode: string;
  askGroups: number[];
}

function parsePending(value: unknown): PendingVault | null {
  if (typeof value !== 'object' || value === null) return null;
  const p = value as Partial<PendingVault>;
  const whole = typeof p.recoveryCode === 'string' && Array.isArray(p.askGroups) && Array.isArray(p.slots);
  return whole && typeof p.masterKey === 'string' && typeof p.vault === 'string' ? (p as PendingVault) : null;
}

const pending = new StorageItem<PendingVault | null>('pendingVault', {
  area: 'session',
  fallback: null,
  parse: parsePending,
});

/** A recovery that was begun is as good as an open vault: it ends by itself. */
const RECOVERY_MS = 10 * 60_000;
export const RECOVERY_ALARM = 'recovery';

async function pendingVault(now: number): Promise<PendingVault | null> {
  const waiting = await pending.get();
  const { until } = waiting?.before ?? {};
  if (until === undefined || (now < until && now > until - 2 * RECOVERY_MS)) return waiting;
  await cancelPending();
  return null;
}

/** The recovery code that still has to be confirmed, if there is one. */
export async function recoveryQuestion(now: number): Promise<RecoveryQuestion | null> {
  const waiting = await pendingVault(now);
  return waiting && { recoveryCode: waiting.recoveryCode, askGroups: waiting.askGroups };
}

async function deviceKey(): Promise<CryptoKey> {
  const known = await readDeviceKey();
  if (known) return known;
  const made = await makeDeviceKey();
  await writeDeviceKey(made);
  return made;
}

/** Two different group numbers, in order. */
function drawGroups(): number[] {
  const [a = 0, b = 0] = randomBytes(2);
  const first = a % 6;
  const second = (first + 1 + (b % 5)) % 6;
  return [first + 1, second + 1].sort((x, y) => x - y);
}

/** Makes master key, slots and recovery code and keeps them until `confirmPending`. */
export async function makePending(
  pin: string,
  now: number,
  replaces: {
    vault: string;
    generation: number;
    masterKey: Bytes;
    createdAt: number;
    recoveryNumber: number;
  } | null,
): Promise<RecoveryQuestion> {
  const belongs: Belongs = {
    vault: replaces?.vault ?? toBase64(randomBytes(16)),
    generation: (replaces?.generation ?? 0) + 1,
  };
  const masterKey = randomBytes(KEY_BYTES);
  const recoveryCode = makeRecoveryCode(randomBytes(RECOVERY_RANDOM_BYTES));
  const secret = parseRecoveryCode(recoveryCode);
  if (!secret.ok) throw new AppError('internal');
  const recoverySecret = Uint8Array.from(secret.value);
  const recoverySlot = await makeRecoverySlot(
    belongs,
    masterKey,
    recoverySecret,
    (replaces?.recoveryNumber ?? 0) + 1,
  );
  // Verified before anything is replaced: a code that is shown must open.
  if (!(await openRecoverySlot(recoverySlot, recoverySecret))) throw new AppError('internal');
  const slots: Slot[] = [await makePinSlot(belongs, masterKey, pin, await deviceKey()), recoverySlot];
  const question: RecoveryQuestion = { recoveryCode, askGroups: drawGroups() };
  await pending.set({
    ...belongs,
    ...question,
    masterKey: toBase64(masterKey),
    slots: slots.map(encodeSlot),
    createdAt: replaces?.createdAt ?? now,
    before: replaces && {
      masterKey: toBase64(replaces.masterKey),
      generation: replaces.generation,
      until: now + RECOVERY_MS,
    },
  });
  if (replaces) await browser.alarms.create(RECOVERY_ALARM, { when: now + RECOVERY_MS });
  return question;
}

/** Every record sealed anew for the next generation; what is none, or does not open, is kept as it is. */
async function resealed(waiting: PendingVault, masterKey: Bytes): Promise<{ id: string }[]> {
  if (!waiting.before) return [];
  const old = { vault: waiting.vault, generation: waiting.before.generation };
  const oldMasterKey = fromBase64(waiting.before.masterKey);
  if (!oldMasterKey) throw new AppError('internal');
  const [from, to] = await Promise.all([dataKey(oldMasterKey, old), dataKey(masterKey, waiting)]);
  return Promise.all(
    (await readVault()).records.map(async (stored) => {
      const record = parseRecord(stored);
      const document = record && (await openRecord(from, record));
      if (!record || document === null) return stored as { id: string };
      const { vault, generation } = waiting;
      const next = await sealRecord(to, { id: record.id, kind: record.kind, vault, generation }, document);
      if ((await openRecord(to, next)) === null) throw new AppError('internal');
      return next;
    }),
  );
}

/** Writes the pending vault once the asked groups were retyped, and opens it. */
export async function confirmPending(
  groups: string[],
  now: number,
): Promise<Result<null, 'wrong-group' | 'no-setup'>> {
  const waiting = await pendingVault(now);
  if (!waiting) return err('no-setup');
  const all = recoveryGroups(waiting.recoveryCode);
  const right = waiting.askGroups.every(
    (number, i) => normaliseRecoveryText(String(groups[i] ?? '')) === all[number - 1],
  );
  if (!right) return err('wrong-group');
  const masterKey = fromBase64(waiting.masterKey);
  const slots = waiting.slots.map(decodeSlot).filter((slot) => slot !== null);
  if (!masterKey || slots.length !== waiting.slots.length) throw new AppError('internal');
  const { vault, generation, createdAt } = waiting;
  await exclusively(async () =>
    replaceVault({
      meta: { format: FORMAT, vault, generation, createdAt },
      slots,
      records: await resealed(waiting, masterKey),
      attempts: NO_ATTEMPTS,
    }),
  );
  await sentinel.set(vault);
  await mirrorVault();
  // A recovery ends locked: whoever retyped two groups from the screen has not shown that he knows the new PIN.
  await lock();
  if (!waiting.before) await openSession(masterKey, { vault, generation }, 0, now);
  return ok(null);
}

export async function cancelPending(): Promise<void> {
  await lock();
}
