import type { Site } from '../core/account.ts';
import type { AccountView } from '../messages/views.ts';

const lettersOf = (text: string) =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/**
 * Why linking an account to a site wants the domain typed: it belongs to other sites, or its issuer is named and nothing
 * of that name is in the domain. Null where a click is enough.
 */
export function linkDoubt(
  account: Pick<AccountView, 'issuer' | 'sites'>,
  site: Site,
): 'other-sites' | 'other-name' | null {
  if (account.sites.length > 0) return 'other-sites';
  const issuer = lettersOf(account.issuer);
  return issuer === '' || lettersOf(site).includes(issuer) ? null : 'other-name';
}
