import {
  type Account,
  type AccountId,
  encodeAccount,
  MAX_COUNTER,
  MAX_SITES,
  parseAccount,
} from '../core/account.ts';
import { cleanText } from '../core/clean-text.ts';
import { err, ok, type Result } from '../core/result.ts';
import type { AccountList } from '../messages/protocol.ts';
import { StorageItem } from '../platform/storage-item.ts';
import { accountView } from './account-views.ts';
import { activePage } from './active-page.ts';
import { sitesFromTexts } from './site.ts';
import type { OpenVault } from './vault-session.ts';
import {
  editAccount as changeAccount,
  changeNotes,
  loadContent,
  putAccount,
  removeAccount,
} from './vault-store.ts';

/** The account that was deleted last, until it is taken back, another one is deleted, or the vault is locked. */
const deleted = new StorageItem<unknown>('deleted', {
  area: 'session',
  fallback: null,
  parse: (value) => value,
});

export async function listAccounts(vault: OpenVault, now: number): Promise<AccountList> {
  const [{ accounts, unreadable }, page] = await Promise.all([loadContent(vault), activePage()]);
  return {
    accounts: [...accounts.values()].map((account) => accountView(account, now)),
    unreadable,
    site: page?.site ?? null,
  };
}

async function find(vault: OpenVault, id: AccountId): Promise<Account | null> {
  return (await loadContent(vault)).accounts.get(id) ?? null;
}

export async function editAccount(
  vault: OpenVault,
  { id, issuer, name, sites }: { id: AccountId; issuer: string; name: string; sites: string[] },
): Promise<Result<null, 'no-account' | 'bad-site' | 'no-name'>> {
  const chosen = sitesFromTexts(sites);
  if (!chosen || chosen.length > MAX_SITES) return err('bad-site');
  const named = { issuer: cleanText(issuer), name: cleanText(name) };
  if (!named.issuer && !named.name) return err('no-name');
  const found = await changeAccount(vault, id, (account) => ({ ...account, ...named, sites: chosen }));
  if (!found) return err('no-account');
  await forgetSites(vault);
  return ok(null);
}

export async function deleteAccount(vault: OpenVault, id: AccountId): Promise<Result<null, 'no-account'>> {
  const account = await find(vault, id);
  if (!account) return err('no-account');
  await deleted.set(encodeAccount(account));
  await removeAccount(vault, id);
  await forgetSites(vault);
  return ok(null);
}

export async function undoDelete(vault: OpenVault): Promise<Result<null, 'nothing-to-undo'>> {
  const account = parseAccount(await deleted.get());
  if (!account) return err('nothing-to-undo');
  await putAccount(vault, account);
  await deleted.remove();
  return ok(null);
}

/** Counts a HOTP account on: its code was used. */
export async function advanceCounter(vault: OpenVault, id: AccountId): Promise<Result<null, 'no-account'>> {
  return (await changeAccount(vault, id, countedOn)) ? ok(null) : err('no-account');
}

/** A HOTP account at its next counter; any other as it is. */
export function countedOn(account: Account): Account {
  const { settings } = account;
  if (settings.type !== 'hotp') return account;
  return { ...account, settings: { ...settings, counter: Math.min(settings.counter + 1, MAX_COUNTER) } };
}

/** A site without accounts is a new site: its next fill is a first one again. */
async function forgetSites(vault: OpenVault): Promise<void> {
  await changeNotes(vault, (notes, { accounts }) => {
    const known = new Set([...accounts.values()].flatMap((account) => account.sites));
    const filledSites = notes.filledSites.filter((site) => known.has(site));
    return filledSites.length === notes.filledSites.length ? notes : { ...notes, filledSites };
  });
}
