/** Making a backup file, and noting it as verified once it was read back from where the user saved it. */
import { encodeAccount } from '../core/account.ts';
import { fromBase64, toBase64 } from '../core/base64.ts';
import { normalisePassphrase, type PassphraseWeakness, passphraseWeakness } from '../core/passphrase.ts';
import { err, ok, type Result } from '../core/result.ts';
import type { BackupFileError, MadeFile } from '../messages/backup-views.ts';
import type { TryRefused } from '../messages/views.ts';
import { StorageItem } from '../platform/storage-item.ts';
import { readVault } from '../platform/vault-db.ts';
import { openBody, readBackup, writeBackup, writeCopy } from '../vault/backup-file.ts';
import type { FactorType } from '../vault/factor.ts';
import type { Materials } from '../vault/generation.ts';
import { modeOf, recoveryNumber } from '../vault/modes.ts';
import { parseRecord } from '../vault/record.ts';
import { factorTypes } from '../vault/slot.ts';
import { stretchNew } from '../vault/stretched.ts';
import { storedSlots } from './key-slots.ts';
import { type Copy, readCopy } from './mirror.ts';
import { provePin } from './unlock.ts';
import { loadMeta } from './vault-meta.ts';
import { type OpenVault, whileOpen } from './vault-session.ts';
import { changeNotes, loadContent, type VaultContent } from './vault-store.ts';

type Secret = { kind: 'passphrase'; passphrase: string } | { kind: 'recovery-code' };

/** The file that was made last, until it was read back. */
const made = new StorageItem<{ slot: string; fileKey: string; number: number | null } | null>('madeBackup', {
  area: 'session',
  fallback: null,
  parse: (value) =>
    typeof (value as { fileKey?: unknown } | null)?.fileKey === 'string' ? (value as never) : null,
});

const DAY_MS = 86_400_000;
const MAX_NOTES = 20;

/** Whole days since the last backup that was verified; null when there was none. */
export function backupDays({ notes }: VaultContent, now: number): number | null {
  const [last] = notes.backups;
  return last ? Math.max(0, Math.floor((now - last.at) / DAY_MS)) : null;
}

function fileName(now: number): string {
  return `tweestap-${new Date(now).toISOString().slice(0, 10)}.tweestap`;
}

/** What the file's slot is made of, and its plan. In two-step mode a file takes the PIN as well. */
async function planned(
  content: VaultContent,
  secret: Secret,
  pin: string,
): Promise<Result<{ plan: FactorType[]; materials: Materials }, 'no-keyring' | PassphraseWeakness>> {
  const both = modeOf(await storedSlots()) === 'two-step';
  const withPin: Materials = both ? { pin: await stretchNew(pin) } : {};
  const plan: FactorType[] = both ? ['pin'] : [];
  if (secret.kind === 'recovery-code') {
    const recovery = content.keyring?.recovery;
    if (!recovery) return err('no-keyring');
    return ok({ plan: [...plan, 'recovery'], materials: { ...withPin, recovery } });
  }
  const passphrase = normalisePassphrase(String(secret.passphrase));
  const weakness = passphraseWeakness(passphrase);
  if (weakness) return err(weakness);
  const second = { kind: 'passphrase' as const, ...(await stretchNew(passphrase)) };
  return ok({ plan: [...plan, 'passphrase'], materials: { ...withPin, second } });
}

export async function makeBackup(
  vault: OpenVault,
  { pin, secret }: { pin: string; secret: Secret },
  now: number,
): Promise<Result<MadeFile & { accounts: number }, 'no-keyring' | PassphraseWeakness | TryRefused>> {
  const proved = await provePin(pin, now);
  if (!proved.ok) return proved;
  const content = await loadContent(vault);
  const chosen = await planned(content, secret, pin);
  if (!chosen.ok) return chosen;
  const { plan, materials } = chosen.value;
  const accounts = [...content.accounts.values()].map(encodeAccount);
  const { file, fileKey, slot } = await writeBackup({ accounts }, vault, now, plan, materials);
  const number = materials.recovery?.number ?? null;
  await whileOpen(() => made.set({ slot: slot.id, fileKey: toBase64(fileKey), number }));
  return ok({ file: toBase64(file), name: fileName(now), accounts: accounts.length });
}

/** Opens the file as it came back from the disk. */
export async function checkBackup(
  vault: OpenVault,
  text: string,
  now: number,
): Promise<Result<{ accounts: number }, 'no-backup' | 'other-file' | BackupFileError>> {
  const expected = await made.get();
  const fileKey = expected && fromBase64(expected.fileKey);
  if (!expected || !fileKey) return err('no-backup');
  const file = await readBackup(fromBase64(String(text)) ?? new Uint8Array());
  if (!file.ok) return file;
  if (file.value.header.slots[0]?.id !== expected.slot) return err('other-file');
  const { accounts } = ((await openBody(file.value, fileKey)) ?? {}) as { accounts?: unknown };
  if (!Array.isArray(accounts)) return err('backup-damaged');
  await changeNotes(vault, (notes) => ({
    ...notes,
    backups: [{ at: now, number: expected.number }, ...notes.backups].slice(0, MAX_NOTES),
  }));
  await made.remove();
  return ok({ accounts: accounts.length });
}

/** Of this device alone: its key, and its half of the key to the recovery contact. */
const STAYS: FactorType[] = ['device', 'contact'];

/** The vault as it lies in the database, or in the second copy where that cannot be read. */
async function sealedVault(): Promise<Copy | null> {
  try {
    const meta = await loadMeta();
    const records = (await readVault()).records.map(parseRecord).filter((record) => record !== null);
    if (meta) return { meta, slots: await storedSlots(), records };
  } catch {
    // What cannot be read is what the second copy is there for.
  }
  return readCopy();
}

/** The sealed vault as a file, but for what must not leave this device. */
export async function sealedCopy(now: number): Promise<Result<MadeFile, 'nothing-to-save'>> {
  const vault = await sealedVault();
  const slots = vault?.slots.filter((slot) => !factorTypes(slot).some((type) => STAYS.includes(type))) ?? [];
  if (!vault || recoveryNumber(slots) === null) return err('nothing-to-save');
  const encoded = vault.records.map((record) => ({ ...record, sealed: toBase64(record.sealed) }));
  return ok({ file: toBase64(await writeCopy(encoded, vault.meta, now, slots)), name: fileName(now) });
}
