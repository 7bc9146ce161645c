import { AppError } from '../core/app-error.ts';
import type { VaultStatus, WaitingFill } from '../messages/views.ts';
import { removeFillers } from '../platform/old-files.ts';
import { isLocalReadable } from '../platform/storage-item.ts';
import { forgetDatabase } from '../platform/vault-databases.ts';
import { modeOf } from '../vault/modes.ts';
import { backupDays } from './backup.ts';
import { storedSlots } from './key-slots.ts';
import { lockView } from './lock-view.ts';
import { copySize, heal, isMirrored } from './mirror.ts';
import { finishErasing, isUnfinished } from './old-blocks.ts';
import { recoveryQuestion } from './pending-vault.ts';
import { renewal } from './renewal.ts';
import { finishPinsEnd, finishStartingOver } from './start-over.ts';
import { loadMeta, sentinel } from './vault-meta.ts';
import { openVault } from './vault-session.ts';
import { loadContent } from './vault-store.ts';
import { peekWaiting } from './waiting-fill.ts';

async function waitingView(now: number): Promise<WaitingFill | null> {
  const waiting = await peekWaiting(now);
  return waiting && { site: waiting.site, host: waiting.host, enrols: waiting.enrols };
}

let compared: Promise<unknown> | null = null;

/** Compares the two copies once in a worker's life, and again while something of a rewriting is left to do. */
export async function healOnce(): Promise<void> {
  await finishStartingOver();
  if (!(await loadMeta())) {
    compared = null;
    if (!(await heal())) await removeFillers().catch(() => undefined);
    return;
  }
  if (compared && (await isUnfinished())) compared = null;
  // What cannot be erased now is tried again at the next look; the vault opens meanwhile.
  compared ??= heal()
    .then(() => finishErasing().catch(() => undefined))
    .then(finishPinsEnd);
  await compared.catch((error) => {
    compared = null;
    throw error;
  });
}

const isCorrupt = (error: unknown) => error instanceof AppError && error.code === 'vault-corrupt';

/** Chromium clears damaged files away at the first look; the second then finds an empty store, which heals. */
async function healAtSecondLook(): Promise<void> {
  await healOnce().catch(async (error) => {
    if (!isCorrupt(error)) throw error;
    forgetDatabase();
    await healOnce();
  });
}

/** Once more, where the store was cleared away under our hands; what was written there went with it. */
export async function onceMore<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isCorrupt(error)) throw error;
    forgetDatabase();
    compared = null;
    await healOnce().catch(() => undefined);
    return work();
  }
}

/** What the popup has to show. */
export async function vaultStatus(now: number): Promise<VaultStatus> {
  try {
    await healAtSecondLook();
    return await wholeStatus(now);
  } catch (error) {
    const code = error instanceof AppError ? error.code : null;
    // Anything else may pass: a full or blocked disk is no damage, and is said as what it is.
    if (code !== 'vault-too-new' && code !== 'vault-corrupt') throw error;
    // A set-up over it may be under way.
    const question = await recoveryQuestion(now);
    if (question && !question.renews) return { state: 'setup', ...question };
    return { state: 'damaged', code, copy: code === 'vault-too-new' ? null : await copySize() };
  }
}

async function wholeStatus(now: number): Promise<VaultStatus> {
  const question = await recoveryQuestion(now);
  if (question) return { state: 'setup', ...question };
  const meta = await loadMeta();
  if (!meta) {
    // Never a first run where a vault has been, or may have been: the user would set up over a loss.
    return (await sentinel.get()) || !(await isLocalReadable())
      ? { state: 'damaged', code: 'vault-missing', copy: await copySize() }
      : { state: 'none' };
  }
  const underWay = await renewal(now);
  if (underWay) return { state: 'renewing', renewal: underWay, lock: await lockView(meta, now) };
  const waiting = await waitingView(now);
  const vault = await openVault(now);
  if (!vault) return { state: 'locked', lock: await lockView(meta, now), waiting };
  return {
    state: 'unlocked',
    mode: modeOf(await storedSlots()),
    locksAt: vault.lockAt,
    failuresBefore: vault.failuresBefore,
    waiting,
    backupDays: backupDays(await loadContent(vault), now),
    mirrored: isMirrored(),
  };
}
