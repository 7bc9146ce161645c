import { AppError } from '../core/app-error.ts';
import { StorageItem } from '../platform/storage-item.ts';
import { readAttempts, readDeviceKey, readMeta, readVault, replaceVault } from '../platform/vault-db.ts';
import { FORMAT, formatOf, toCurrentFormat } from '../vault/format.ts';
import { type Belongs, parseSlot } from '../vault/slot.ts';
import { withFormat } from './one-at-a-time.ts';

/** What the database says of the vault as a whole. */
export interface VaultMeta extends Belongs {
  format: typeof FORMAT;
  createdAt: number;
  /** Counts the commits, to tell the newer of two copies. */
  revision: number;
}

/** Throws `vault-too-new` or `vault-corrupt`; null where there is no vault. */
export function parseMeta(value: unknown): VaultMeta | null {
  if (value === undefined || value === null) return null;
  if (typeof value !== 'object') throw new AppError('vault-corrupt');
  const { format, vault, generation, createdAt, revision } = value as Partial<VaultMeta>;
  if (typeof format === 'number' && format > FORMAT) throw new AppError('vault-too-new');
  if (format !== FORMAT || typeof vault !== 'string') throw new AppError('vault-corrupt');
  if (!Number.isSafeInteger(generation) || !Number.isSafeInteger(createdAt))
    throw new AppError('vault-corrupt');
  return {
    format,
    vault,
    generation: generation as number,
    createdAt: createdAt as number,
    revision: Number.isSafeInteger(revision) ? Number(revision) : 0,
  };
}

export async function loadMeta(): Promise<VaultMeta | null> {
  const stored = await readMeta();
  const format = formatOf(stored);
  return parseMeta(format !== null && format < FORMAT ? await withFormat(migrate) : stored);
}

/** Brings an older vault to this format, in one transaction, once what will be written was seen to be whole. */
async function migrate(): Promise<unknown> {
  const stored = await readVault();
  const format = formatOf(stored.meta);
  // Another request was first.
  if (format === null || format >= FORMAT) return stored.meta;
  const next = toCurrentFormat(stored);
  const meta = parseMeta(next.meta);
  // One that cannot be read opens nothing, and keeps nobody from the others.
  const slots = next.slots.map(parseSlot).filter((slot) => slot !== null);
  if (!meta || slots.length === 0 || next.records.length !== stored.records.length)
    throw new AppError('vault-corrupt');
  await replaceVault({
    meta,
    slots,
    records: next.records as { id: string }[],
    attempts: await readAttempts(),
    device: await readDeviceKey(),
  });
  return readMeta();
}

/** Stands in another store than the vault: an empty database beside it is a loss, not a first run. */
export const sentinel = new StorageItem<string | null>('sentinel', {
  area: 'local',
  fallback: null,
  parse: (value) => (typeof value === 'string' ? value : null),
});

/** Where the browser cannot write that store, the vault is there all the same. */
export async function setSentinel(vault: string): Promise<void> {
  if ((await sentinel.get()) !== vault) await sentinel.set(vault).catch(() => undefined);
}
