/** The order of the list, and what a search keeps of it. Pure. */
import type { Site } from '../core/account.ts';
import type { AccountView } from '../messages/views.ts';

type Named = Pick<AccountView, 'issuer' | 'name' | 'sites'>;

function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** By issuer, then by account name; without regard to case and accents, numbers by value. */
export function sortAccounts<A extends Named>(accounts: readonly A[], language: string): A[] {
  const { compare } = new Intl.Collator(language, { sensitivity: 'base', numeric: true });
  return [...accounts].sort((a, b) => compare(titleOf(a), titleOf(b)) || compare(a.name, b.name));
}

/** Those in which every word is found, in issuer, name or site. */
export function searchAccounts<A extends Named>(accounts: readonly A[], words: string): A[] {
  const wanted = plain(words).split(/\s+/).filter(Boolean);
  return accounts.filter((account) => {
    const text = plain([account.issuer, account.name, ...account.sites].join('\n'));
    return wanted.every((word) => text.includes(word));
  });
}

/** Those of the site, last used first, and the others in their order. */
export function splitBySite<A extends Named & Partial<Pick<AccountView, 'filledAt'>>>(
  accounts: readonly A[],
  site: Site | null,
): { here: A[]; others: A[] } {
  const isHere = (account: A) => site !== null && account.sites.includes(site);
  const here = accounts.filter(isHere).sort((a, b) => (b.filledAt ?? 0) - (a.filledAt ?? 0));
  return { here, others: accounts.filter((account) => !isHere(account)) };
}

/** What an account is called first: some have no issuer. */
export function titleOf(account: { issuer: string; name: string }): string {
  return account.issuer || account.name;
}

/** What stands beside the title; '' when the title says all. */
export function subtitleOf(account: { issuer: string; name: string }): string {
  return account.issuer ? account.name : '';
}

/** The account in one breath, for sentences and screen readers. */
export function fullName(account: { issuer: string; name: string }): string {
  return [account.issuer, account.name].filter(Boolean).join(' ');
}
