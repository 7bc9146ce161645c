/** The phishing guard: whether a host looks like a domain of the vault. docs/sites.md says what counts as that. */
import type { Account, Site } from '../core/account.ts';
import { type Guard, guardFor } from '../core/guard.ts';
import { domainOf, type HostParts } from '../core/host-parts.ts';
import { type Lookalike, lookalikeOf } from '../core/lookalike.ts';
import type { Resemblance } from '../messages/site-views.ts';
import { hostPartsOf } from './host-parts.ts';
import { knownSites, proposedSites } from './known-sites.ts';
import type { VaultContent } from './vault-store.ts';

type Accounts = VaultContent['accounts'];

/** By the accounts as they were read: other accounts come as another map, and with a lock both go. */
const guards = new WeakMap<Accounts, Promise<Guard>>();

/** The domains of an account: its sites, else those that its issuer is known to have. */
async function domainsOf({ sites, issuer }: Account): Promise<HostParts[]> {
  const own = sites.length > 0 ? sites : await proposedSites(issuer);
  return own.flatMap((site) => hostPartsOf(site) ?? []);
}

function guardOf(accounts: Accounts): Promise<Guard> {
  const made = guards.get(accounts) ?? makeGuard(accounts);
  guards.set(accounts, made);
  return made;
}

async function makeGuard(accounts: Accounts): Promise<Guard> {
  const known = await knownSites();
  // Without the table the guard knows less of who is nobody's look-alike, and warns the more.
  if (!known) guards.delete(accounts);
  const domains = await Promise.all([...accounts.values()].map(domainsOf));
  return guardFor(domains.flat(), known?.domains);
}

/** `hosts`: of a frame and of what is around it, without ports; all belong to `site`. */
export async function resemblance(
  { accounts }: VaultContent,
  site: Site,
  hosts: readonly string[],
): Promise<Resemblance | null> {
  const guard = await guardOf(accounts);
  for (const host of hosts) {
    const parts = hostPartsOf(host);
    const found = parts && lookalikeOf(guard, parts);
    if (found) return { code: 'lookalike', site, host, resembles: found.resembles };
  }
  return null;
}

/** What the user typed, as a site, is this one. */
export function isTyped(typed: unknown, site: Site): boolean {
  return typeof typed === 'string' && typed.trim().toLowerCase() === site;
}

/** For each site of the vault that is in no table, which other one of the vault it resembles. */
export async function resemblingSites({ accounts }: VaultContent): Promise<ReadonlyMap<Site, Lookalike>> {
  const known = await knownSites();
  const listed = new Set(known?.domains);
  const sites = [...new Set([...accounts.values()].flatMap((account) => account.sites))];
  const split = sites.flatMap((site) => {
    const parts = hostPartsOf(site);
    return parts ? [{ site, parts }] : [];
  });
  const found = new Map<Site, Lookalike>();
  for (const { site, parts } of split) {
    if (listed.has(domainOf(parts))) continue;
    const others = split.filter((other) => other.site !== site).map((other) => other.parts);
    const lookalike = lookalikeOf(guardFor(others, listed), parts);
    if (lookalike) found.set(site, lookalike);
  }
  return found;
}
