/** The table of services, a file of the package: read when it is first needed, and once in a worker's life. */
import { parseSite, type Site } from '../core/account.ts';
import { domainOf } from '../core/host-parts.ts';
import { domainsOfIssuer, parseSiteTable, type SiteTable } from '../core/site-table.ts';
import { browser } from '../platform/browser.ts';
import { hostPartsOf } from './host-parts.ts';

/** More than a person wants to look through before saying yes. */
const MAX_PROPOSED = 8;

interface Known {
  table: SiteTable;
  /** The registrable domains of all services. */
  domains: string[];
}

let loading: Promise<Known | null> | null = null;

/** Null where the file is missing or is not as it should be; the next one who asks tries again. */
export function knownSites(): Promise<Known | null> {
  loading ??= load().catch(() => null);
  return loading.then((known) => {
    if (!known) loading = null;
    return known;
  });
}

async function load(): Promise<Known | null> {
  const answer = await fetch(browser.runtime.getURL('sites.json'));
  const table = parseSiteTable(await answer.json());
  if (!table) return null;
  const hosts = table.services.flatMap((service) => service.domains);
  return { table, domains: [...new Set(hosts.flatMap((host) => registrable(host) ?? []))] };
}

function registrable(host: string): string | null {
  const parts = hostPartsOf(host);
  return parts && domainOf(parts);
}

/** Sites that an account of this issuer may belong to, the likeliest first. */
export async function proposedSites(issuer: string): Promise<Site[]> {
  const known = await knownSites();
  if (!known) return [];
  const domains = domainsOfIssuer(known.table, String(issuer)).flatMap((host) => registrable(host) ?? []);
  return [...new Set(domains)].flatMap((domain) => parseSite(domain) ?? []).slice(0, MAX_PROPOSED);
}
