import {
  type Account,
  type AccountId,
  encodeAccount,
  MAX_COUNTER,
  MAX_SITES,
  parseAccount,
  type Site,
} from '../core/account.ts';
import { encodeBase32 } from '../core/base32.ts';
import { cleanText } from '../core/clean-text.ts';
import { formatOtpauthUri } from '../core/otpauth-uri.ts';
import { err, ok, type Result } from '../core/result.ts';
import type { Resemblance } from '../messages/site-views.ts';
import type { AccountList, CodeView, TryRefused } from '../messages/views.ts';
import { StorageItem } from '../platform/storage-item.ts';
import { accountView, codeView } from './account-views.ts';
import { activePage } from './active-page.ts';
import { lastFilled } from './fill-log.ts';
import { isTyped, resemblance } from './lookalikes.ts';
import { parseNotes } from './notes.ts';
import { pinForCodes } from './settings.ts';
import { hostFromText, siteFromText, sitesFromTexts } from './site.ts';
import { provePin } from './unlock.ts';
import { type OpenVault, whileOpen } from './vault-session.ts';
import {
  editAccount as changeAccount,
  changeNotes,
  loadContent,
  putAccount,
  removeAccount,
} from './vault-store.ts';

interface Deleted {
  account: Account;
  /** What was known of its sites, which may be forgotten with it. */
  filledSites: Site[];
  submitSites: Site[];
}

/** The account that was deleted last, until it is taken back, another one is deleted, or the vault is locked. */
const deleted = new StorageItem<unknown>('deleted', {
  area: 'session',
  fallback: null,
  parse: (value) => value,
});

function parseDeleted(value: unknown): Deleted | null {
  const { account } = (value ?? {}) as { account?: unknown };
  const found = parseAccount(account);
  if (!found) return null;
  const { filledSites, submitSites } = parseNotes(value);
  return { account: found, filledSites, submitSites };
}

export async function listAccounts(vault: OpenVault, now: number): Promise<AccountList> {
  const [{ accounts, unreadable, notes }, page, hidden] = await Promise.all([
    loadContent(vault),
    activePage(),
    pinForCodes.get(),
  ]);
  const site = page?.site ?? null;
  return {
    accounts: [...accounts.values()].map((account) =>
      accountView(account, { now, withCode: !hidden, filledAt: lastFilled(notes, account.id, site) }),
    ),
    unreadable,
    pinForCodes: hidden,
    site,
    submitSites: notes.submitSites,
  };
}

async function find(vault: OpenVault, id: AccountId): Promise<Account | null> {
  return (await loadContent(vault)).accounts.get(id) ?? null;
}

interface Edited {
  id: AccountId;
  issuer: string;
  name: string;
  sites: string[];
  typed?: string[] | undefined;
}

/** The first of these that resembles a site of the vault and was not typed out. */
async function untyped(
  vault: OpenVault,
  texts: string[],
  typed: readonly string[],
): Promise<Resemblance | null> {
  const content = await loadContent(vault);
  for (const text of texts) {
    const site = siteFromText(text);
    const alike = site && (await resemblance(content, site, [hostFromText(text) ?? site]));
    if (alike && !typed.some((each) => isTyped(each, alike.site))) return alike;
  }
  return null;
}

export async function editAccount(
  vault: OpenVault,
  { id, issuer, name, sites, typed = [] }: Edited,
): Promise<Result<null, 'no-account' | 'bad-site' | 'no-name' | Resemblance>> {
  const chosen = sitesFromTexts(sites);
  if (!chosen || chosen.length > MAX_SITES) return err('bad-site');
  const named = { issuer: cleanText(issuer), name: cleanText(name) };
  if (!named.issuer && !named.name) return err('no-name');
  const alike = await untyped(vault, sites, typed);
  if (alike) return err(alike);
  const found = await changeAccount(vault, id, (account) => ({ ...account, ...named, sites: chosen }));
  if (!found) return err('no-account');
  await forgetSites(vault);
  return ok(null);
}

export async function deleteAccount(vault: OpenVault, id: AccountId): Promise<Result<null, 'no-account'>> {
  const account = await find(vault, id);
  if (!account) return err('no-account');
  const { notes } = await loadContent(vault);
  const itsOwn = (sites: readonly Site[]) => sites.filter((site) => account.sites.includes(site));
  const kept = { filledSites: itsOwn(notes.filledSites), submitSites: itsOwn(notes.submitSites) };
  await whileOpen(() => deleted.set({ account: encodeAccount(account), ...kept }));
  await removeAccount(vault, id);
  await forgetSites(vault);
  return ok(null);
}

export async function undoDelete(vault: OpenVault): Promise<Result<null, 'nothing-to-undo'>> {
  const last = parseDeleted(await deleted.get());
  if (!last) return err('nothing-to-undo');
  await putAccount(vault, last.account);
  await changeNotes(vault, (notes) => ({
    ...notes,
    filledSites: [...new Set([...notes.filledSites, ...last.filledSites])],
    submitSites: [...new Set([...notes.submitSites, ...last.submitSites])],
  }));
  await deleted.remove();
  return ok(null);
}

/** One account's code, after the PIN. */
export async function revealCode(
  vault: OpenVault,
  { id, pin }: { id: AccountId; pin: string },
  now: number,
): Promise<Result<CodeView, 'no-account' | TryRefused>> {
  const account = await find(vault, id);
  if (!account) return err('no-account');
  const proved = await provePin(pin, now);
  return proved.ok ? ok(codeView(account, now)) : proved;
}

/** One account's secret, after the PIN: to write down, or for a phone to read. */
export async function showSecret(
  vault: OpenVault,
  { id, pin }: { id: AccountId; pin: string },
  now: number,
): Promise<Result<{ uri: string; secret: string }, 'no-account' | TryRefused>> {
  const account = await find(vault, id);
  if (!account) return err('no-account');
  const proved = await provePin(pin, now);
  if (!proved.ok) return proved;
  return ok({ uri: formatOtpauthUri(account), secret: encodeBase32(account.secret) });
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
    const submitSites = notes.submitSites.filter((site) => known.has(site));
    const same =
      filledSites.length === notes.filledSites.length && submitSites.length === notes.submitSites.length;
    return same ? notes : { ...notes, filledSites, submitSites };
  });
}
