/**
 * A vault, or a new generation of one, that waits until its recovery code has been copied: it is made and written only
 * then, in one transaction. Until then what was chosen is in `storage.session`, so a reloaded page or a killed worker
 * loses nothing, and a closed browser leaves what was there before.
 */
import { AppError } from '../core/app-error.ts';
import { NO_ATTEMPTS } from '../core/attempts.ts';
import { fromBase64, toBase64 } from '../core/base64.ts';
import type { Mode } from '../core/mode.ts';
import { normaliseRecoveryText, recoveryGroups } from '../core/recovery-code.ts';
import { err, ok, type Result } from '../core/result.ts';
import type { RecoveryQuestion } from '../messages/protocol.ts';
import { StorageItem } from '../platform/storage-item.ts';
import { eraseVault, readMeta, readVault, replaceVault } from '../platform/vault-db.ts';
import { type Bytes, randomBytes } from '../vault/cipher.ts';
import { makeDeviceKey } from '../vault/factor.ts';
import { FORMAT } from '../vault/format.ts';
import { type Generation, makeGeneration, newRecoveryCode } from '../vault/generation.ts';
import { encodeKeyring, KEYRING_ID } from '../vault/keyring.ts';
import { dataKey, openRecord, parseRecord, type SealedRecord, sealRecord } from '../vault/record.ts';
import { decodeSecond, encodeSecond, type Second } from '../vault/second.ts';
import type { Belongs } from '../vault/slot.ts';
import { decodeStretched, encodeStretched, stretchNew } from '../vault/stretched.ts';
import { saveAttempts } from './attempts-store.ts';
import { makeSessionPin } from './key-slots.ts';
import { mirrorVault } from './mirror.ts';
import { eraseOldBlocks } from './old-blocks.ts';
import { withRecords } from './one-at-a-time.ts';
import { openedBackup } from './opened-backup.ts';
import { sentinel } from './vault-meta.ts';
import { forgetAll, openSession } from './vault-session.ts';

/** The generation that a pending one replaces. */
interface Before {
  generation: number;
  masterKey: string;
  /** ms epoch: begun, it is as good as an open vault, so it ends by itself. */
  until: number;
  /** A recovery ends locked: whoever retyped two groups from the screen has not shown that he knows the new PIN. */
  staysOpen: boolean;
}

export interface Replaces extends Belongs, Pick<Before, 'until' | 'staysOpen'> {
  createdAt: number;
  masterKey: Bytes;
  recoveryNumber: number;
}

interface PendingVault extends Belongs {
  mode: Mode;
  pin: unknown;
  second: unknown;
  recoveryCode: string;
  number: number;
  askGroups: number[];
  createdAt: number;
  before: Before | null;
}

function parsePending(value: unknown): PendingVault | null {
  if (typeof value !== 'object' || value === null) return null;
  const p = value as Partial<PendingVault>;
  const whole = typeof p.recoveryCode === 'string' && Array.isArray(p.askGroups);
  return whole && typeof p.vault === 'string' ? (p as PendingVault) : null;
}

const pending = new StorageItem<PendingVault | null>('pendingVault', {
  area: 'session',
  fallback: null,
  parse: parsePending,
});

async function pendingVault(now: number): Promise<PendingVault | null> {
  const waiting = await pending.get();
  if (!waiting) return null;
  const { until } = waiting.before ?? {};
  const inTime = until === undefined || (now < until && now > until - 20 * 60_000);
  if (inTime && !(await isWritten(waiting))) return waiting;
  await cancelPending();
  return null;
}

/** The worker died between the commit and its end: what waits is what stands there already. */
async function isWritten({ vault, generation }: Belongs): Promise<boolean> {
  const stored = (await readMeta().catch(() => null)) as Partial<Belongs> | null | undefined;
  return stored?.vault === vault && Number(stored.generation) >= generation;
}

/** The recovery code that still has to be confirmed, if there is one. */
export async function recoveryQuestion(
  now: number,
): Promise<(RecoveryQuestion & { renews: boolean }) | null> {
  const waiting = await pendingVault(now);
  if (!waiting) return null;
  const { recoveryCode, number, askGroups, before } = waiting;
  return { recoveryCode, number, askGroups, renews: before !== null };
}

/** Two different group numbers, in order. */
function drawGroups(): number[] {
  const [a = 0, b = 0] = randomBytes(2);
  const first = a % 6;
  const second = (first + 1 + (b % 5)) % 6;
  return [first + 1, second + 1].sort((x, y) => x - y);
}

/** Keeps what was chosen until `confirmPending`, with the recovery code to copy. */
export async function makePending(
  chosen: { pin: string; mode: Mode; second: Second | null },
  now: number,
  replaces: Replaces | null,
): Promise<RecoveryQuestion> {
  const question: RecoveryQuestion = {
    recoveryCode: newRecoveryCode(),
    number: (replaces?.recoveryNumber ?? 0) + 1,
    askGroups: drawGroups(),
  };
  await pending.set({
    ...question,
    vault: replaces?.vault ?? toBase64(randomBytes(16)),
    generation: (replaces?.generation ?? 0) + 1,
    mode: chosen.mode,
    pin: encodeStretched(await stretchNew(chosen.pin)),
    second: chosen.second && encodeSecond(chosen.second),
    createdAt: replaces?.createdAt ?? now,
    before: replaces && {
      generation: replaces.generation,
      masterKey: toBase64(replaces.masterKey),
      until: replaces.until,
      staysOpen: replaces.staysOpen,
    },
  });
  return question;
}

/** Every record sealed anew for the next generation; what is none, or does not open, is kept as it is. */
async function resealed(before: Before, next: Generation): Promise<{ id: string }[]> {
  const oldMasterKey = fromBase64(before.masterKey);
  if (!oldMasterKey) throw new AppError('internal');
  const from = await dataKey(oldMasterKey, { vault: next.vault, generation: before.generation });
  const to = await dataKey(next.masterKey, next);
  const stored = (await readVault()).records.filter(
    (record) => (record as { id?: unknown }).id !== KEYRING_ID,
  );
  return Promise.all(
    stored.map(async (value) => {
      const record = parseRecord(value);
      const document = record && (await openRecord(from, record));
      if (!record || document === null) return value as { id: string };
      return sealChecked(to, { ...next, id: record.id, kind: record.kind }, document);
    }),
  );
}

async function sealChecked(
  key: CryptoKey,
  { id, kind, vault, generation }: Omit<SealedRecord, 'sealed'>,
  document: unknown,
): Promise<SealedRecord> {
  const record = await sealRecord(key, { id, kind, vault, generation }, document);
  if ((await openRecord(key, record)) === null) throw new AppError('internal');
  return record;
}

/** Makes the generation and writes it in the place of what is there. */
async function write(waiting: PendingVault): Promise<Generation> {
  const pin = decodeStretched(waiting.pin);
  const second = decodeSecond(waiting.second);
  if (!pin || (waiting.mode !== 'basic' && !second)) throw new AppError('internal');
  const { mode, createdAt, before, recoveryCode: code, number } = waiting;
  const { vault, generation } = waiting;
  const device = await makeDeviceKey();
  const made = await makeGeneration({ vault, generation }, mode, {
    pin,
    device,
    second,
    recovery: { code, number },
  });
  const key = await dataKey(made.masterKey, made);
  const keyring = await sealChecked(
    key,
    { id: KEYRING_ID, kind: 'keyring', vault, generation },
    encodeKeyring(made.keyring),
  );
  await withRecords(async () => {
    // A new vault over one that cannot be read: the user chose so, and what cannot be opened cannot be replaced.
    if (!before) await eraseVault();
    const records = before ? await resealed(before, made) : [];
    await replaceVault({
      meta: { format: FORMAT, vault, generation, createdAt },
      slots: made.slots,
      records: [...records, keyring],
      attempts: NO_ATTEMPTS,
      device,
    });
  });
  return made;
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
  const made = await write(waiting);
  await saveAttempts(NO_ATTEMPTS);
  await sentinel.set(made.vault);
  await mirrorVault();
  const backup = await openedBackup.get();
  await forgetAll();
  // A backup that was opened before there was a vault to put it into.
  if (backup) await openedBackup.set(backup);
  await eraseOldBlocks();
  if (waiting.before && !waiting.before.staysOpen) return ok(null);
  await openSession(made.masterKey, made, 0, now);
  const pin = decodeStretched(waiting.pin);
  if (pin && waiting.mode !== 'basic')
    await makeSessionPin(made, made.masterKey, pin, waiting.mode === 'strong' ? 'browser-close' : 'lock');
  return ok(null);
}

export async function cancelPending(): Promise<void> {
  await pending.remove();
}
