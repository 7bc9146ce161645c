/** Opening a backup file, showing what it would bring, and merging it. It never replaces and never doubles. */
import { type Account, makesSameCodes, newAccountId, parseAccount } from '../core/account.ts';
import { fromBase64 } from '../core/base64.ts';
import { parseRecoveryCode } from '../core/recovery-code.ts';
import { err, ok, type Result } from '../core/result.ts';
import type { BackupFileError, BackupHead, BackupWay, RestorePreview } from '../messages/backup-views.ts';
import type { SecondProof } from '../messages/views.ts';
import { browser } from '../platform/browser.ts';
import {
  type BackupFile,
  copiedRecords,
  MAX_BACKUP_BYTES,
  openBody,
  openFileSlots,
  readBackup,
} from '../vault/backup-file.ts';
import { type Bytes, randomBytes } from '../vault/cipher.ts';
import type { FactorType, Proofs } from '../vault/factor.ts';
import { recoveryNumber } from '../vault/modes.ts';
import { dataKey, openRecord, parseRecord } from '../vault/record.ts';
import { factorOf, factorTypes, type Slot } from '../vault/slot.ts';
import { openedBackup } from './opened-backup.ts';
import { pinProof, secondProof } from './tries.ts';
import { type OpenVault, openVault } from './vault-session.ts';
import { addAccounts, loadContent } from './vault-store.ts';

const WAITS_MS = 10 * 60_000;
export const OPENED_BACKUP_ALARM = 'opened-backup';

async function fileOf(text: string): Promise<Result<BackupFile, BackupFileError>> {
  if (String(text).length > (MAX_BACKUP_BYTES * 4) / 3) return err('not-a-backup');
  return readBackup(fromBase64(String(text)) ?? new Uint8Array());
}

/** What opens the file, from its header, which is in clear. */
export async function restoreHead(text: string): Promise<Result<BackupHead, BackupFileError>> {
  const file = await fileOf(text);
  if (!file.ok) return file;
  const { madeAt, slots } = file.value.header;
  const passkey = slots.map((slot) => factorOf(slot, 'passkey')).find((factor) => factor !== null);
  return ok({
    madeAt,
    ways: slots.map(wayOf),
    number: recoveryNumber(slots),
    passkey: passkey
      ? { credential: passkey.credential, input: passkey.input, relyingParty: passkey.relyingParty }
      : null,
  });
}

const SHOWN_AS: Partial<Record<FactorType, BackupWay[number]>> = {
  recovery: 'recovery-code',
  pin: 'pin',
  passphrase: 'second',
  passkey: 'second',
};

/** The code first, as it is typed from paper. */
function wayOf(slot: Slot): BackupWay {
  const shown = factorTypes(slot).flatMap((type) => SHOWN_AS[type] ?? []);
  return shown.sort((a, b) => Number(b === 'recovery-code') - Number(a === 'recovery-code'));
}

interface Shown {
  second?: SecondProof | undefined;
  recoveryCode?: string | undefined;
  pin?: string | undefined;
}

type OpenRefusal = BackupFileError | 'wrong-passphrase' | 'bad-code' | 'other-code';

function proofsFrom({ second, recoveryCode, pin }: Shown): Result<Proofs, 'bad-code'> {
  const proofs: Proofs = { ...pinProof(pin), ...secondProof(second) };
  if (recoveryCode) {
    const secret = parseRecoveryCode(String(recoveryCode));
    if (!secret.ok) return secret;
    proofs.recovery = { secret: secret.value };
  }
  return ok(proofs);
}

/** The documents of the accounts in an opened file; null where one does not open. */
async function documentsIn(file: BackupFile, key: Bytes): Promise<unknown[] | null> {
  if (file.header.kind === 'backup') {
    const { accounts } = ((await openBody(file, key)) ?? {}) as { accounts?: unknown };
    return Array.isArray(accounts) ? accounts : null;
  }
  const data = await dataKey(key, file.header);
  const records = copiedRecords(file)?.map((value) => {
    const { sealed, ...rest } = (value ?? {}) as { sealed?: unknown };
    return parseRecord({ ...rest, sealed: fromBase64(String(sealed)) });
  });
  const accounts = records?.filter((record) => record === null || record.kind === 'account');
  return accounts ? Promise.all(accounts.map((record) => record && openRecord(data, record))) : null;
}

export async function openBackup(
  shown: Shown & { file: string },
  now: number,
): Promise<Result<RestorePreview, OpenRefusal>> {
  const file = await fileOf(shown.file);
  if (!file.ok) return file;
  const proofs = proofsFrom(shown);
  if (!proofs.ok) return proofs;
  const key = await openFileSlots(file.value, proofs.value);
  if (!key) return err(shown.recoveryCode ? 'other-code' : 'wrong-passphrase');
  const documents = await documentsIn(file.value, key);
  if (!documents) return err('backup-damaged');
  const accounts = documents.filter((document) => parseAccount(document) !== null);
  await openedBackup.set({
    madeAt: file.value.header.madeAt,
    accounts,
    unreadable: documents.length - accounts.length,
    until: now + WAITS_MS,
  });
  await browser.alarms.create(OPENED_BACKUP_ALARM, { when: now + WAITS_MS });
  const preview = await restorePreview(now);
  return preview ? ok(preview) : err('backup-damaged');
}

async function waiting(now: number) {
  const backup = await openedBackup.get();
  if (!backup) return null;
  if (now < backup.until && now > backup.until - 2 * WAITS_MS) return backup;
  await openedBackup.remove();
  return null;
}

/** Each account once, and whether it is here already. */
function sorted(accounts: Account[], known: Iterable<Account>): { fresh: Account[]; duplicates: Account[] } {
  const have = [...known];
  const fresh: Account[] = [];
  const duplicates: Account[] = [];
  for (const account of accounts) {
    const same = [...have, ...fresh].some((other) => makesSameCodes(other, account));
    (same ? duplicates : fresh).push(account);
  }
  return { fresh, duplicates };
}

async function compared(encoded: unknown[], vault: OpenVault | null) {
  const accounts = encoded.map(parseAccount).filter((account) => account !== null);
  return sorted(accounts, vault ? (await loadContent(vault)).accounts.values() : []);
}

/** What was opened, as it stands against the vault; where none is open all of it is new. */
export async function restorePreview(now: number): Promise<RestorePreview | null> {
  const backup = await waiting(now);
  if (!backup) return null;
  const { fresh, duplicates } = await compared(backup.accounts, await openVault(now));
  const named = (list: Account[]) => list.map(({ issuer, name }) => ({ issuer, name }));
  const { madeAt, unreadable } = backup;
  return { madeAt, fresh: named(fresh), duplicates: named(duplicates), unreadable };
}

/** Adds what is new, in one transaction. */
export async function mergeBackup(
  vault: OpenVault,
  now: number,
): Promise<Result<{ added: number }, 'no-restore'>> {
  const backup = await waiting(now);
  if (!backup) return err('no-restore');
  const { fresh } = await compared(backup.accounts, vault);
  const { accounts } = await loadContent(vault);
  const added = fresh.map((account) =>
    accounts.has(account.id) ? { ...account, id: newAccountId(randomBytes(16)) } : account,
  );
  if (added.length > 0) await addAccounts(vault, added);
  await openedBackup.remove();
  return ok({ added: added.length });
}
