import { AppError } from '../core/app-error.ts';
import type { VaultStatus, WaitingFill } from '../messages/protocol.ts';
import { modeOf } from '../vault/modes.ts';
import { backupDays } from './backup.ts';
import { storedSlots } from './key-slots.ts';
import { lockView } from './lock-view.ts';
import { copySize, heal } from './mirror.ts';
import { finishErasing } from './old-blocks.ts';
import { recoveryQuestion } from './pending-vault.ts';
import { renewal } from './renewal.ts';
import { loadMeta, sentinel } from './vault-meta.ts';
import { openVault } from './vault-session.ts';
import { loadContent } from './vault-store.ts';
import { peekWaiting } from './waiting-fill.ts';

async function waitingView(now: number): Promise<WaitingFill | null> {
  const waiting = await peekWaiting(now);
  return waiting && { site: waiting.site, host: waiting.host };
}

let compared: Promise<boolean> | null = null;

/** Compares the two copies once in a worker's life; every commit after that keeps them alike. */
async function healOnce(): Promise<boolean> {
  const meta = await loadMeta();
  if (!meta) return heal(null);
  compared ??= finishErasing().then(() => heal(meta));
  return compared.catch((error) => {
    compared = null;
    throw error;
  });
}

/** What the popup has to show. */
export async function vaultStatus(now: number): Promise<VaultStatus> {
  const question = await recoveryQuestion(now);
  if (question) return { state: 'setup', ...question };
  const underWay = await renewal(now);
  try {
    const healed = await healOnce();
    if (!healed && !(await loadMeta())) {
      // Never a first run where a vault has been: the user would set up over a loss.
      return (await sentinel.get())
        ? { state: 'damaged', code: 'vault-missing', copy: await copySize() }
        : { state: 'none' };
    }
  } catch (error) {
    const code = error instanceof AppError ? error.code : null;
    // Anything else may pass: a full or blocked disk is no damage, and is said as what it is.
    if (code !== 'vault-too-new' && code !== 'vault-corrupt') throw error;
    return { state: 'damaged', code, copy: await copySize() };
  }
  const meta = await loadMeta();
  if (!meta) return { state: 'none' };
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
  };
}
