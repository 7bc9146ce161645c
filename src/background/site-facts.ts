import { serviceOf } from '../core/site-table.ts';
import type { SiteFacts } from '../messages/site-views.ts';
import { activePage } from './active-page.ts';
import { knownSites } from './known-sites.ts';
import { resemblance } from './lookalikes.ts';
import type { OpenVault } from './vault-session.ts';
import { loadContent } from './vault-store.ts';

/** What is known of the site in the active tab, and whether it looks like one of the vault's. */
export async function siteFacts(vault: OpenVault): Promise<SiteFacts> {
  const [known, page, content] = await Promise.all([knownSites(), activePage(), loadContent(vault)]);
  const source = known?.table.source ?? null;
  if (!page) return { site: null, service: null, resemblance: null, source };
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
    resemblance: await resemblance(content, page.site, [host]),
    source,
  };
}
