import type { Site } from '../core/account.ts';
import { type SiteTable, serviceOf } from '../core/site-table.ts';
import type { SiteFacts } from '../messages/site-views.ts';
import { activePage } from './active-page.ts';
import { knownSites } from './known-sites.ts';
import { resemblance } from './lookalikes.ts';
import type { OpenVault } from './vault-session.ts';
import { loadContent, type VaultContent } from './vault-store.ts';

/** Enrolled at one domain of a service, challenged at another. */
function accountAt({ accounts }: VaultContent, site: Site, table: SiteTable | null): boolean {
  const service = table && serviceOf(table, site);
  const isHere = (each: Site) => each === site || (service && serviceOf(table, each) === service);
  return [...accounts.values()].some(({ sites }) => sites.some(isHere));
}

/** What is known of the site in the active tab, and whether it looks like one of the vault's. */
export async function siteFacts(vault: OpenVault): Promise<SiteFacts> {
  const [known, page, content] = await Promise.all([knownSites(), activePage(), loadContent(vault)]);
  const source = known?.table.source ?? null;
  if (!page) return { site: null, service: null, hasAccount: false, resemblance: null, source };
  const host = new URL(page.url).hostname;
  const service = known && serviceOf(known.table, host);
  return {
    site: page.site,
    service: service && {
      name: service.name,
      methods: service.methods,
      documentation: service.documentation,
      recovery: service.recovery,
    },
    hasAccount: accountAt(content, page.site, known?.table ?? null),
    resemblance: await resemblance(content, page.site, [host]),
    source,
  };
}
