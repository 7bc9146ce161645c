/**
 * The accounts of the open vault: read, edit, seal, save. Every writer goes through `edit`, one at a time, and what is
 * in memory changes only after the disk has.
 */
import { type Account, type AccountId, encodeAccount, parseAccount } from '../core/account.ts';
import { AppError } from '../core/app-error.ts';
import { readVault, writeRecords } from '../platform/vault-db.ts';
import { encodeKeyring, KEYRING_ID, type Keyring, parseKeyring } from '../vault/keyring.ts';
import { openRecord, parseRecord, type SealedRecord, sealRecord } from '../vault/record.ts';
import { copiedRecord, mirrorVault } from './mirror.ts';
import { NO_NOTES, type Notes, parseNotes } from './notes.ts';
import { withRecords } from './one-at-a-time.ts';
import { lockCount, type OpenVault, whenLocked } from './vault-session.ts';

export interface VaultContent {
  accounts: ReadonlyMap<AccountId, Account>;
  notes: Notes;
  /** Null in a vault of format 1 that was not renewed since, and where its record does not open. */
  keyring: Keyring | null;
  unreadable: number;
}

const NOTES_ID = 'notes';

let cache: { of: string; content: VaultContent } | null = null;
/** Counts what was written: whoever read before that has old content. */
let changes = 0;
whenLocked(() => {
  cache = null;
});

/** A record that does not open is taken from the second copy, where it does; the database gets it back then. */
async function openStored(
  vault: OpenVault,
  value: unknown,
): Promise<{ record: SealedRecord; document: unknown } | null> {
  const record = parseRecord(value);
  const document = record && (await openRecord(vault.key, record));
  if (record && document !== null) return { record, document };
  const spare = await copiedRecord(String((value as { id?: unknown } | null)?.id));
  const healed = spare && (await openRecord(vault.key, spare));
  if (!spare || healed === null) return record && { record, document: null };
  await writeRecords({ put: [spare], remove: [], generation: vault.generation });
  return { record: spare, document: healed };
}

/** Decrypts the whole vault, or answers from memory. A record that does not open is counted and left where it is. */
export async function loadContent(vault: OpenVault): Promise<VaultContent> {
  const of = `${vault.vault} ${vault.generation}`;
  if (cache?.of === of) return cache.content;
  const changesBefore = changes;
  const { meta, records: stored } = await readVault();
  // Another generation's records, or none where there must be some, are not taken for an empty vault.
  if ((meta as Partial<OpenVault> | undefined)?.generation !== vault.generation)
    throw new AppError('vault-corrupt');
  const opened = await Promise.all(stored.map((value) => openStored(vault, value)));
  const accounts = new Map<AccountId, Account>();
  let notes = NO_NOTES;
  let keyring: Keyring | null = null;
  let unreadable = 0;
  for (const entry of opened) {
    if (entry?.record.kind === 'notes' && entry.document !== null) {
      notes = parseNotes(entry.document);
      continue;
    }
    const parsed = entry?.record.kind === 'keyring' ? parseKeyring(entry.document) : null;
    if (parsed) {
      keyring = parsed;
      continue;
    }
    const account = entry ? parseAccount(entry.document) : null;
    if (account && account.id === entry?.record.id) accounts.set(account.id, account);
    else unreadable++;
  }
  const content = { accounts, notes, keyring, unreadable };
  // Locked since it was opened: this answer is the last, and nothing of it stays.
  if (lockCount() === vault.locks && changes === changesBefore) cache = { of, content };
  return content;
}

async function sealed(
  vault: OpenVault,
  id: string,
  kind: SealedRecord['kind'],
  document: unknown,
): Promise<SealedRecord> {
  const record = await sealRecord(
    vault.key,
    { id, kind, vault: vault.vault, generation: vault.generation },
    document,
  );
  if ((await openRecord(vault.key, record)) === null) throw new AppError('internal');
  return record;
}

interface Change {
  next: VaultContent;
  put: SealedRecord[];
  remove: string[];
  stale?: boolean;
}

async function change(vault: OpenVault, edit: (content: VaultContent) => Promise<Change>): Promise<void> {
  await withRecords(async () => {
    const { next, put, remove, stale = false } = await edit(await loadContent(vault));
    if (put.length + remove.length === 0) return;
    await writeRecords({ put, remove, generation: vault.generation, stale });
    changes++;
    if (cache) cache = { of: cache.of, content: next };
    await mirrorVault();
  });
}

/** Adds all of these in one transaction. */
export async function addAccounts(vault: OpenVault, added: readonly Account[]): Promise<void> {
  await change(vault, async (content) => {
    const accounts = new Map(content.accounts);
    for (const account of added) accounts.set(account.id, account);
    return {
      next: { ...content, accounts },
      put: await Promise.all(added.map((each) => sealedAccount(vault, each))),
      remove: [],
    };
  });
}

/** The keyring before holds the PIN before: its bytes are to be erased. */
export async function putKeyring(vault: OpenVault, keyring: Keyring): Promise<void> {
  await change(vault, async (content) => ({
    next: { ...content, keyring },
    put: [await sealed(vault, KEYRING_ID, 'keyring', encodeKeyring(keyring))],
    remove: [],
    stale: true,
  }));
}

export async function putAccount(vault: OpenVault, account: Account): Promise<void> {
  await change(vault, (content) => withAccount(vault, content, account));
}

function sealedAccount(vault: OpenVault, account: Account): Promise<SealedRecord> {
  const encoded = encodeAccount(account);
  // What would not be read back is not written: a record that cannot be read is an account that is lost.
  if (!parseAccount(encoded)) throw new AppError('internal');
  return sealed(vault, account.id, 'account', encoded);
}

async function withAccount(vault: OpenVault, content: VaultContent, account: Account) {
  return {
    next: { ...content, accounts: new Map(content.accounts).set(account.id, account) },
    put: [await sealedAccount(vault, account)],
    remove: [],
  };
}

/** Changes the account as it is by then; false when it is gone. */
export async function editAccount(
  vault: OpenVault,
  id: AccountId,
  edit: (account: Account) => Account,
): Promise<boolean> {
  let found = false;
  await change(vault, async (content) => {
    const account = content.accounts.get(id);
    found = account !== undefined;
    return account ? withAccount(vault, content, edit(account)) : { next: content, put: [], remove: [] };
  });
  return found;
}

/** Puts one account in the place of several, in one transaction; `merge` gives it, or null to leave all as they are. */
export async function mergeAccounts(
  vault: OpenVault,
  merge: (accounts: VaultContent['accounts']) => { kept: Account; gone: AccountId[] } | null,
): Promise<boolean> {
  let merged = false;
  await change(vault, async (content) => {
    const found = merge(content.accounts);
    merged = found !== null;
    if (!found) return { next: content, put: [], remove: [] };
    const { next, put } = await withAccount(vault, content, found.kept);
    for (const id of found.gone) next.accounts.delete(id);
    return { next, put, remove: found.gone };
  });
  return merged;
}

export async function removeAccount(vault: OpenVault, id: AccountId): Promise<void> {
  await change(vault, async (content) => {
    const accounts = new Map(content.accounts);
    accounts.delete(id);
    return { next: { ...content, accounts }, put: [], remove: [id] };
  });
}

/** `edit` gives the same object when there is nothing to change. */
export async function changeNotes(
  vault: OpenVault,
  edit: (notes: Notes, content: VaultContent) => Notes,
): Promise<void> {
  await change(vault, async (content) => {
    const notes = edit(content.notes, content);
    if (notes === content.notes) return { next: content, put: [], remove: [] };
    return { next: { ...content, notes }, put: [await sealed(vault, NOTES_ID, 'notes', notes)], remove: [] };
  });
}
