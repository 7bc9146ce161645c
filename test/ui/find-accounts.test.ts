import { describe, expect, it } from 'vitest';
import type { Site } from '../../src/core/account.ts';
import {
  fullName,
  searchAccounts,
  sortAccounts,
  splitBySite,
  subtitleOf,
  titleOf,
} from '../../src/ui/find-accounts.ts';

const account = (issuer: string, name: string, ...sites: string[]) => ({
  issuer,
  name,
  sites: sites as Site[],
});

const ACCOUNTS = [
  account('npm', 'samdv', 'npmjs.com'),
  account('Étoile', 'sam', 'etoile.example'),
  account('GitHub', 'work', 'github.com'),
  account('github', 'home', 'github.com', 'github.example'),
  account('', 'lonely@name.example'),
];

const names = (accounts: { issuer: string; name: string }[]) => accounts.map(fullName);

describe('sortAccounts', () => {
  it('goes by issuer without regard to case and accents, then by account', () => {
    expect(names(sortAccounts(ACCOUNTS, 'en'))).toEqual([
      'Étoile sam',
      'github home',
      'GitHub work',
      'lonely@name.example',
      'npm samdv',
    ]);
  });

  it('puts 10 after 9', () => {
    expect(names(sortAccounts([account('Box 10', ''), account('Box 9', '')], 'en'))).toEqual([
      'Box 9',
      'Box 10',
    ]);
  });

  it('leaves the given list as it was', () => {
    const before = [...ACCOUNTS];
    sortAccounts(ACCOUNTS, 'nl');
    expect(ACCOUNTS).toEqual(before);
  });
});

describe('searchAccounts', () => {
  it('looks at issuer, account and site, without regard to case and accents', () => {
    expect(names(searchAccounts(ACCOUNTS, 'etoile'))).toEqual(['Étoile sam']);
    expect(names(searchAccounts(ACCOUNTS, 'SAMDV'))).toEqual(['npm samdv']);
    expect(names(searchAccounts(ACCOUNTS, 'github.example'))).toEqual(['github home']);
  });

  it('wants every word, in any order', () => {
    expect(names(searchAccounts(ACCOUNTS, 'home git'))).toEqual(['github home']);
    expect(searchAccounts(ACCOUNTS, 'home npm')).toEqual([]);
  });

  it('does not find a word across two fields', () => {
    expect(searchAccounts(ACCOUNTS, 'npmsamdv')).toEqual([]);
  });

  it('keeps all for an empty search', () => {
    expect(searchAccounts(ACCOUNTS, '  ')).toHaveLength(ACCOUNTS.length);
  });
});

describe('splitBySite', () => {
  it('takes the accounts of the site first', () => {
    const { here, others } = splitBySite(ACCOUNTS, 'github.com' as Site);
    expect(names(here)).toEqual(['GitHub work', 'github home']);
    expect(others).toHaveLength(3);
  });

  it('takes the one that was filled there last before the others', () => {
    const filled = ACCOUNTS.map((account) => ({
      ...account,
      filledAt: account.name === 'home' ? 5 : account.name === 'work' ? null : 9,
    }));
    expect(names(splitBySite(filled, 'github.com' as Site).here)).toEqual(['github home', 'GitHub work']);
  });

  it('knows no accounts where there is no site', () => {
    expect(splitBySite(ACCOUNTS, null).here).toEqual([]);
  });
});

describe('an account without an issuer', () => {
  it('is called by its name, once', () => {
    const lonely = account('', 'lonely@name.example');
    expect([titleOf(lonely), subtitleOf(lonely), fullName(lonely)]).toEqual([
      'lonely@name.example',
      '',
      'lonely@name.example',
    ]);
  });
});
