import { AppError } from '../core/app-error.ts';
import { fromBase64 } from '../core/base64.ts';
import { readVault } from '../platform/vault-db.ts';
import type { Generation } from '../vault/generation.ts';
import { KEYRING_ID } from '../vault/keyring.ts';
import { dataKey, openRecord, parseRecord, type SealedRecord, sealRecord } from '../vault/record.ts';
import { copiedRecord } from './mirror.ts';

/** Every record sealed anew for the next generation; what is none, or does not open, is kept as it is. */
export async function resealed(
  before: { masterKey: string; generation: number },
  next: Generation,
): Promise<{ id: string }[]> {
  const oldMasterKey = fromBase64(before.masterKey);
  if (!oldMasterKey) throw new AppError('internal');
  const from = await dataKey(oldMasterKey, { vault: next.vault, generation: before.generation });
  const to = await dataKey(next.masterKey, next);
  const stored = (await readVault()).records.filter(
    (record) => (record as { id?: unknown }).id !== KEYRING_ID,
  );
  return Promise.all(
    stored.map(async (value) => {
      const { id } = value as { id: string };
      const found = (await opened(from, parseRecord(value))) ?? (await opened(from, await copiedRecord(id)));
      if (!found) return value as { id: string };
      const { record, document } = found;
      return sealChecked(to, { ...next, id: record.id, kind: record.kind }, document);
    }),
  );
}

async function opened(key: CryptoKey, record: SealedRecord | null) {
  const document = record && (await openRecord(key, record));
  return record && document !== null ? { record, document } : null;
}

export async function sealChecked(
  key: CryptoKey,
  { id, kind, vault, generation }: Omit<SealedRecord, 'sealed'>,
  document: unknown,
): Promise<SealedRecord> {
  const record = await sealRecord(key, { id, kind, vault, generation }, document);
  if ((await openRecord(key, record)) === null) throw new AppError('internal');
  return record;
}
