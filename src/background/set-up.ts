import type { Mode } from '../core/mode.ts';
import { isMode } from '../core/mode.ts';
import type { PassphraseWeakness } from '../core/passphrase.ts';
import { type PinWeakness, pinWeakness } from '../core/pin.ts';
import { err, ok, type Result } from '../core/result.ts';
import type { NewSecond, RecoveryQuestion } from '../messages/views.ts';
import { openedBackup } from './opened-backup.ts';
import { makePending } from './pending-vault.ts';
import { newSecond } from './renewal.ts';
import { vaultStatus } from './status.ts';

/** A new vault, where none is; or over one that cannot be read, once a backup was opened that will go into it. */
async function mayBegin(now: number): Promise<boolean> {
  const status = await vaultStatus(now);
  // What a newer version wrote is whole.
  if (status.state === 'damaged')
    return status.code !== 'vault-too-new' && (await openedBackup.get()) !== null;
  // What waits may be begun anew, unless it is the next generation of a vault that is there.
  return status.state === 'none' || (status.state === 'setup' && !status.renews);
}

/** Keeps what was chosen until the recovery code is confirmed. Nothing is written before. */
export async function beginSetUp(
  { pin, mode, second }: { pin: string; mode: Mode; second: NewSecond | null },
  now: number,
): Promise<Result<RecoveryQuestion, PinWeakness | PassphraseWeakness | 'vault-exists' | 'no-second'>> {
  const weakness = pinWeakness(pin);
  if (weakness) return err(weakness);
  if (!isMode(mode) || (mode !== 'basic' && !second)) return err('no-second');
  if (!(await mayBegin(now))) return err('vault-exists');
  const chosen = mode === 'basic' || !second ? ok(null) : await newSecond(second);
  if (!chosen.ok) return chosen;
  const question = await makePending({ pin, mode, second: chosen.value }, now, null);
  return question ? ok(question) : err('vault-exists');
}
