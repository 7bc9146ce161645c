import { ask } from '../messages/send.ts';
import type { LockView, VaultStatus } from '../messages/views.ts';

/** What the background says, looked up when a step ends and when the vault is locked or opened. */
export interface Known {
  status: VaultStatus;
  /** What the vault asks for; null without one, or while a recovery code waits. */
  lock: LockView | null;
  /** A backup file was opened and waits to be merged. */
  opened: boolean;
}

export async function lookUp(): Promise<Known> {
  const [status, { vault }, preview] = await Promise.all([
    ask('status'),
    ask('settings'),
    ask('restorePreview'),
  ]);
  const opened = preview !== null;
  if (status.state === 'locked' || status.state === 'renewing') return { status, lock: status.lock, opened };
  const lock: LockView | null = vault && {
    ...vault,
    pin: { kind: 'open', failures: 0, retryAt: null },
    asks: vault.mode === 'two-step' ? 'pin-and-second' : 'pin',
    pinLost: false,
  };
  return { status, lock, opened };
}
