/** What could be better in the vault. Findings only: no secret leaves the worker. */
import { type Account, type AccountId, isWeakSecret, MAX_SITES, makesSameCodes } from '../core/account.ts';
import { err, ok, type Result } from '../core/result.ts';
import { type SiteTable, serviceOf } from '../core/site-table.ts';
import type { CheckUp, NamedAccount } from '../messages/site-views.ts';
import { modeOf, recoveryNumber } from '../vault/modes.ts';
import { backupDays } from './backup.ts';
import { storedSlots } from './key-slots.ts';
import { knownSites, proposedSites } from './known-sites.ts';
import { resemblingSites } from './lookalikes.ts';
import type { OpenVault } from './vault-session.ts';
import { loadContent, mergeAccounts } from './vault-store.ts';

const named = ({ id, issuer, name }: Account): NamedAccount => ({ id, issuer, name });

export async function checkUp(vault: OpenVault, now: number): Promise<CheckUp> {
  const content = await loadContent(vault);
  const accounts = [...content.accounts.values()].sort((a, b) => a.addedAt - b.addedAt);
  const [known, slots, resembling] = await Promise.all([
    knownSites(),
    storedSlots(),
    resemblingSites(content),
  ]);
  const weak = accounts.filter(({ secret }) => isWeakSecret(secret));
  const siteless = accounts.filter(({ sites }) => sites.length === 0);
  return {
    siteless: await Promise.all(
      siteless.map(async (account) => ({
        account: named(account),
        proposed: await proposedSites(account.issuer),
      })),
    ),
    weak: await Promise.all(
      weak.map(async (account) => ({
        account: named(account),
        page: await pageOf(known?.table ?? null, account),
      })),
    ),
    duplicates: sameCodes(accounts).map(([keep, ...others]) => ({
      keep: named(keep),
      others: others.map(named),
    })),
    lookalikes: accounts.flatMap((account) =>
      account.sites.flatMap((site) => {
        const found = resembling.get(site);
        return found ? [{ account: named(account), site, resembles: found.resembles }] : [];
      }),
    ),
    backupDays: backupDays(content, now),
    mode: modeOf(slots),
    recoveryCode: recoveryNumber(slots) !== null,
  };
}

/** Where a new secret is made: the site's own words on it, else the site. A site on a network of one's own has no name. */
async function pageOf(table: SiteTable | null, account: Account): Promise<string | null> {
  const sites = account.sites.length > 0 ? account.sites : await proposedSites(account.issuer);
  for (const site of sites) {
    const documentation = table && serviceOf(table, site)?.documentation;
    if (documentation) return documentation;
  }
  const domain = sites.find((site) => !site.includes(':'));
  return domain ? `https://${domain}/` : null;
}

type Same = [Account, ...Account[]];

/** Groups of two and more that make the same codes; first the one to keep, which has sites where one has. */
function sameCodes(accounts: readonly Account[]): Same[] {
  const groups: Same[] = [];
  for (const account of accounts) {
    const group = groups.find(([first]) => makesSameCodes(first, account));
    if (group) group.push(account);
    else groups.push([account]);
  }
  return groups
    .filter((group) => group.length > 1)
    .map((group) => group.sort((a, b) => Number(b.sites.length > 0) - Number(a.sites.length > 0)));
}

export async function mergeDuplicates(vault: OpenVault, id: AccountId): Promise<Result<null, 'no-account'>> {
  const merged = await mergeAccounts(vault, (accounts) => {
    const kept = accounts.get(id);
    if (!kept) return null;
    const others = [...accounts.values()].filter((each) => each.id !== id && makesSameCodes(kept, each));
    const sites = [...new Set([kept, ...others].flatMap((each) => each.sites))].slice(0, MAX_SITES);
    return { kept: { ...kept, sites }, gone: others.map((each) => each.id) };
  });
  return merged ? ok(null) : err('no-account');
}
