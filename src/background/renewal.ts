/**
 * The way to the vault's next generation, in two steps. First the user shows what it takes; that opens a sitting of ten
 * minutes in which nothing is possible but to choose what the next generation is to be opened with. What was chosen then
 * waits as a pending vault until its recovery code was confirmed.
 */
import { AppError } from '../core/app-error.ts';
import { fromBase64, toBase64 } from '../core/base64.ts';
import { isMode, type Mode } from '../core/mode.ts';
import { normalisePassphrase, type PassphraseWeakness, passphraseWeakness } from '../core/passphrase.ts';
import { type PinWeakness, pinWeakness } from '../core/pin.ts';
import { parseRecoveryCode } from '../core/recovery-code.ts';
import { err, ok, type Result } from '../core/result.ts';
import type { NewSecond, RecoveryQuestion, Renewal, ShownProofs, TryRefused } from '../messages/views.ts';
import { browser } from '../platform/browser.ts';
import { StorageItem } from '../platform/storage-item.ts';
import { KEY_BYTES } from '../vault/cipher.ts';
import type { Proofs } from '../vault/factor.ts';
import { modeOf, recoveryNumber } from '../vault/modes.ts';
import { decodeSecond, encodeSecond, type Second } from '../vault/second.ts';
import { type Belongs, factorTypes, type Slot } from '../vault/slot.ts';
import { stretchNew } from '../vault/stretched.ts';
import { storedSlots } from './key-slots.ts';
import { makePending } from './pending-vault.ts';
import { type Opened, pinProof, pinStateNow, secondProof, slotsFor, tryOpen } from './tries.ts';
import { proveAsMode } from './unlock.ts';
import { loadMeta } from './vault-meta.ts';
import { keepOpen, lock, openVault } from './vault-session.ts';

interface Sitting extends Belongs {
  purpose: Renewal['purpose'];
  until: number;
  masterKey: string;
  createdAt: number;
  mode: Mode;
  recoveryNumber: number;
  /** The passphrase that was shown, stretched; null for none, and for a passkey, which is to be asked anew. */
  second: unknown;
}

const sitting = new StorageItem<Sitting | null>('renewal', {
  area: 'session',
  fallback: null,
  parse: (value) => {
    const whole = typeof (value as Partial<Sitting> | null)?.masterKey === 'string';
    return whole ? (value as Sitting) : null;
  },
});

const SITTING_MS = 10 * 60_000;
export const RENEWAL_ALARM = 'renewal';

async function currentSitting(now: number): Promise<Sitting | null> {
  const current = await sitting.get();
  if (!current) return null;
  const inTime = now < current.until && now > current.until - 2 * SITTING_MS;
  // The worker may have died behind the commit of what was chosen.
  const meta = await loadMeta();
  const isCurrent = meta?.vault === current.vault && meta.generation === current.generation;
  if (inTime && isCurrent) return current;
  await sitting.remove();
  return null;
}

/** What is under way; looking ends it when its time is up. */
export async function renewal(now: number): Promise<Renewal | null> {
  const current = await currentSitting(now);
  return (
    current && {
      purpose: current.purpose,
      until: current.until,
      secondShown: current.second !== null,
    }
  );
}

export async function cancelRenewal(): Promise<void> {
  await sitting.remove();
}

type Refusal = TryRefused | 'bad-code' | 'other-vault' | 'locked';

export async function beginRenewal(
  purpose: Renewal['purpose'],
  shown: ShownProofs,
  now: number,
): Promise<Result<null, Refusal>> {
  if (purpose !== 'mode' && purpose !== 'recover') throw new AppError('bad-message');
  const proved = purpose === 'mode' ? await proveAsMode(shown, now) : await proveForRecovery(shown, now);
  if (!proved.ok) return proved;
  const { masterKey, meta, second } = proved.value;
  // Whatever was open is not part of it.
  if (purpose === 'recover') await lock();
  const slots = await storedSlots();
  const begun: Sitting = {
    purpose,
    until: now + SITTING_MS,
    vault: meta.vault,
    generation: meta.generation,
    createdAt: meta.createdAt,
    masterKey: toBase64(masterKey),
    mode: modeOf(slots),
    recoveryNumber: recoveryNumber(slots) ?? 0,
    second: second?.kind === 'passphrase' ? encodeSecond(second) : null,
  };
  if (purpose === 'recover') await sitting.set(begun);
  else if (!(await keepOpen(begun.until, { [sitting.key]: begun }))) return err('locked');
  await browser.alarms.create(RENEWAL_ALARM, { when: now + SITTING_MS });
  return ok(null);
}

/** Reads what was typed; a typing error is told before any slot is tried. */
function recoveryProofs(shown: ShownProofs): Result<Proofs, 'bad-code'> {
  const proofs: Proofs = { ...pinProof(shown.pin), ...secondProof(shown.second) };
  if (shown.recoveryCode !== undefined) {
    const secret = parseRecoveryCode(String(shown.recoveryCode));
    if (!secret.ok) return secret;
    proofs.recovery = { secret: secret.value };
  }
  if (shown.contact !== undefined) {
    const text = parseRecoveryCode(String(shown.contact), 'contact');
    if (!text.ok) return text;
    proofs.contact = text.value;
  }
  return ok(proofs);
}

/** Any slot does that all of what was shown opens, but for the PIN's own, which is what was forgotten. */
async function proveForRecovery(shown: ShownProofs, now: number): Promise<Result<Opened, Refusal>> {
  const proofs = recoveryProofs(shown);
  if (!proofs.ok) return proofs;
  const isCharged = (slot: Slot) => factorTypes(slot).includes('pin');
  const candidates = (await slotsFor(proofs.value))
    .filter((slot) => !factorTypes(slot).includes('device'))
    .sort((a, b) => Number(isCharged(a)) - Number(isCharged(b)));
  const [slot, ...others] = candidates;
  if (!slot) return err({ code: 'incomplete', pin: await pinStateNow(true, now) });
  let opened = await tryOpen(slot, proofs.value, now);
  for (const other of others) if (!opened.ok) opened = await tryOpen(other, proofs.value, now);
  if (opened.ok || opened.error.code === 'wait' || opened.error.code === 'spent') return opened;
  // Alone, a code with a right checksum that opens nothing is the code of another vault.
  return factorTypes(slot).length === 1 && !('passphrase' in proofs.value) && !('passkey' in proofs.value)
    ? err('other-vault')
    : opened;
}

/** A second secret as it was chosen; the passkey's output was made by the page. */
export async function newSecond(
  chosen: NewSecond,
): Promise<Result<Second, PassphraseWeakness | 'no-second'>> {
  if (chosen.kind === 'passphrase') {
    const passphrase = normalisePassphrase(String(chosen.passphrase));
    const weakness = passphraseWeakness(passphrase);
    return weakness ? err(weakness) : ok({ kind: 'passphrase', ...(await stretchNew(passphrase)) });
  }
  const output = fromBase64(String(chosen.output));
  const input = fromBase64(String(chosen.input));
  if (output?.length !== KEY_BYTES || input?.length !== KEY_BYTES) return err('no-second');
  const { credential, relyingParty } = chosen;
  return ok({ kind: 'passkey', credential, input: chosen.input, relyingParty, output });
}

/** The second secret for a mode: none, the chosen one, or the one that was shown. */
async function secondFor(
  mode: Mode,
  chosen: NewSecond | null,
  kept: Sitting['second'],
): Promise<Result<Second | null, PassphraseWeakness | 'no-second'>> {
  if (mode === 'basic') return ok(null);
  if (chosen) return newSecond(chosen);
  const shown = decodeSecond(kept);
  return shown ? ok(shown) : err('no-second');
}

export async function chooseRenewal(
  { pin, mode, second }: { pin: string; mode: Mode; second: NewSecond | null },
  now: number,
): Promise<Result<RecoveryQuestion, PinWeakness | PassphraseWeakness | 'no-renewal' | 'no-second'>> {
  const current = await currentSitting(now);
  const masterKey = current && fromBase64(current.masterKey);
  if (!current || !masterKey) return err('no-renewal');
  if (current.purpose === 'mode' && !(await openVault(now, true))) return err('no-renewal');
  const weakness = pinWeakness(pin);
  if (weakness) return err(weakness);
  // A recovery sets a new PIN and nothing else.
  const next = current.purpose === 'recover' ? current.mode : mode;
  if (!isMode(next)) return err('no-second');
  const chosen = await secondFor(next, second, current.second);
  if (!chosen.ok) return chosen;
  const { vault, generation, createdAt, purpose } = current;
  const question = await makePending({ pin, mode: next, second: chosen.value }, now, {
    vault,
    generation,
    createdAt,
    masterKey,
    recoveryNumber: current.recoveryNumber,
    until: current.until,
    staysOpen: purpose === 'mode',
  });
  await sitting.remove();
  return question ? ok(question) : err('no-renewal');
}
