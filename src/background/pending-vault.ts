/**
 * A vault, or a new generation of one, that waits until its recovery code has been copied: it is made and written only
 * then, in one transaction. Until then what was chosen is in `storage.session`, so a reloaded page or a killed worker
 * loses nothing, and a closed browser leaves what was there before.
 */
import { AppError } from '../core/app-error.ts';
import { NO_ATTEMPTS } from '../core/attempts.ts';
import { toBase64 } from '../core/base64.ts';
import type { Mode } from '../core/mode.ts';
import { normaliseRecoveryText, recoveryGroups } from '../core/recovery-code.ts';
import { err, ok, type Result } from '../core/result.ts';
import type { RecoveryQuestion, RenewalEnds } from '../messages/views.ts';
import { StorageItem } from '../platform/storage-item.ts';
import { readMeta, readVault, replaceVault } from '../platform/vault-db.ts';
import { type Bytes, randomBytes } from '../vault/cipher.ts';
import { makeDeviceKey } from '../vault/factor.ts';
import { FORMAT } from '../vault/format.ts';
import { type Generation, makeGeneration, newRecoveryCode } from '../vault/generation.ts';
import { encodeKeyring, KEYRING_ID } from '../vault/keyring.ts';
import { dataKey, openRecord, parseRecord } from '../vault/record.ts';
import { decodeSecond, encodeSecond, type Second } from '../vault/second.ts';
import { type Belongs, factorTypes, parseSlot } from '../vault/slot.ts';
import { decodeStretched, encodeStretched, stretchNew } from '../vault/stretched.ts';
import { COUNT_ANEW, saveAttempts } from './attempts-store.ts';
import { makeSessionPin } from './key-slots.ts';
import { heal, mirrorVault } from './mirror.ts';
import { parseNotes } from './notes.ts';
import { eraseOldBlocks, localItems } from './old-blocks.ts';
import { withRecords } from './one-at-a-time.ts';
import { openedBackup } from './opened-backup.ts';
import { resealed, sealChecked } from './resealing.ts';
import { setSentinel } from './vault-meta.ts';
import { forgetAll, keepOpen, openSession, openVault, whileOpen } from './vault-session.ts';

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
  ends: RenewalEnds | null;
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
  const { recoveryCode, number, askGroups, ends, before } = waiting;
  return { recoveryCode, number, askGroups, ends, renews: before !== null };
}

/** What the user has to be told of the generation that goes, read from it with its key. */
async function endsOf({ vault, generation, masterKey }: Replaces): Promise<RenewalEnds> {
  const key = await dataKey(masterKey, { vault, generation });
  const { slots, records } = await readVault();
  const notes = records.map(parseRecord).find((record) => record?.kind === 'notes');
  const { backups } = parseNotes(notes ? await openRecord(key, notes) : null);
  const contact = slots.map(parseSlot).some((slot) => slot && factorTypes(slot).includes('contact'));
  return {
    backups: backups.flatMap(({ at, number }) => (number === null ? [] : [{ at, number }])),
    contact,
  };
}

/** Two different group numbers, in order. */
function drawGroups(): number[] {
  const [a = 0, b = 0] = randomBytes(2);
  const first = a % 6;
  const second = (first + 1 + (b % 5)) % 6;
  return [first + 1, second + 1].sort((x, y) => x - y);
}

/** Keeps what was chosen until `confirmPending`, with the recovery code to copy. Null: the vault was locked meanwhile. */
export async function makePending(
  chosen: { pin: string; mode: Mode; second: Second | null },
  now: number,
  replaces: Replaces | null,
): Promise<RecoveryQuestion | null> {
  const question: RecoveryQuestion = {
    recoveryCode: newRecoveryCode(),
    number: (replaces?.recoveryNumber ?? 0) + 1,
    askGroups: drawGroups(),
    ends: replaces && (await endsOf(replaces)),
  };
  const waiting: PendingVault = {
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
  };
  if (!replaces?.staysOpen) await pending.set(waiting);
  else if (!(await keepOpen(replaces.until, { [pending.key]: waiting }))) return null;
  return question;
}

/** What is sealed anew is the generation that was opened, and whole. */
async function checkBefore({ vault }: Belongs, { generation }: Before): Promise<void> {
  const meta = (await readMeta()) as Partial<Belongs> | undefined;
  if (meta?.vault !== vault || meta.generation !== generation) throw new AppError('vault-corrupt');
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
    if (before) await checkBefore(made, before);
    const records = before ? await resealed(before, made) : [];
    await replaceVault({
      meta: { format: FORMAT, vault, generation, createdAt },
      slots: made.slots,
      records: [...records, keyring],
      attempts: NO_ATTEMPTS,
      device,
      kept: { ...(await localItems().catch(() => ({}))), ...COUNT_ANEW },
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
  if (waiting.before?.staysOpen && !(await openVault(now, true))) return err('no-setup');
  const all = recoveryGroups(waiting.recoveryCode);
  const right = waiting.askGroups.every(
    (number, i) => normaliseRecoveryText(String(groups[i] ?? '')) === all[number - 1],
  );
  if (!right) return err('wrong-group');
  // A database that was lost meanwhile comes back first: what is sealed anew must be all that there was.
  if (waiting.before) await heal();
  const made = await write(waiting);
  await saveAttempts(NO_ATTEMPTS);
  await setSentinel(made.vault);
  await mirrorVault();
  const backup = await openedBackup.get();
  const isOpen = !waiting.before?.staysOpen || (await whileOpen(async () => undefined));
  await forgetAll();
  // A backup that was opened before there was a vault to put it into.
  if (backup && isOpen) await openedBackup.set(backup);
  await eraseOldBlocks();
  if (!isOpen || (waiting.before && !waiting.before.staysOpen)) return ok(null);
  await openSession(made.masterKey, made, 0, now);
  const pin = decodeStretched(waiting.pin);
  if (pin && waiting.mode !== 'basic')
    await makeSessionPin(made, made.masterKey, pin, waiting.mode === 'strong' ? 'browser-close' : 'lock');
  return ok(null);
}

export async function cancelPending(): Promise<void> {
  await pending.remove();
}
