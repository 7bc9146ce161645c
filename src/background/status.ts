import { AppError } from '../core/app-error.ts';
import type { VaultStatus, WaitingFill } from '../messages/protocol.ts';
import { copySize, heal } from './mirror.ts';
import { recoveryQuestion } from './pending-vault.ts';
import { pinState } from './unlock.ts';
import { loadMeta, sentinel } from './vault-meta.ts';
import { openVault } from './vault-session.ts';
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
  compared ??= heal(meta);
  return compared.catch((error) => {
    compared = null;
    throw error;
  });
}

/** What the popup has to show. */
export async function vaultStatus(now: number): Promise<VaultStatus> {
  const question = await recoveryQuestion(now);
  if (question) return { state: 'setup', ...question };
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
  const waiting = await waitingView(now);
  const vault = await openVault(now);
  if (!vault) return { state: 'locked', pin: await pinState(now), waiting };
  return { state: 'unlocked', locksAt: vault.lockAt, failuresBefore: vault.failuresBefore, waiting };
}
