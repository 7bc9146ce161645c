import { type Account, type AccountId, encodeAccount, parseAccount } from '../core/account.ts';
import { cleanText } from '../core/clean-text.ts';
import { err, ok, type Result } from '../core/result.ts';
import type { AccountList } from '../messages/protocol.ts';
import { StorageItem } from '../platform/storage-item.ts';
import { accountView } from './account-views.ts';
import { activePage } from './active-page.ts';
import { sitesFromTexts } from './drafts.ts';
import type { OpenVault } from './vault-session.ts';
import { loadContent, putAccount, removeAccount } from './vault-store.ts';

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
  const account = await find(vault, id);
  if (!account) return err('no-account');
  const chosen = sitesFromTexts(sites);
  if (!chosen) return err('bad-site');
  const named = { issuer: cleanText(issuer), name: cleanText(name) };
  if (!named.issuer && !named.name) return err('no-name');
  await putAccount(vault, { ...account, ...named, sites: chosen });
  return ok(null);
}

export async function deleteAccount(vault: OpenVault, id: AccountId): Promise<Result<null, 'no-account'>> {
  const account = await find(vault, id);
  if (!account) return err('no-account');
  await deleted.set(encodeAccount(account));
  await removeAccount(vault, id);
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
  const account = await find(vault, id);
  if (account?.settings.type !== 'hotp') return err('no-account');
  const settings = { ...account.settings, counter: account.settings.counter + 1 };
  await putAccount(vault, { ...account, settings });
  return ok(null);
}
