/**
 * What our own pages ask about sites, and what ties an account to one: a part of `FromOwnPage`. Types only.
 *
 * `typed`: domains that the user typed out, since they resemble one of the vault's. Without that they are refused.
 */
import type { AccountId, Site } from '../core/account.ts';
import type { Result } from '../core/result.ts';
import type { CheckUp, Resemblance, SiteFacts } from './site-views.ts';
import type { FillError, TryRefused } from './views.ts';

export interface AboutSites {
  editAccount(data: {
    id: AccountId;
    issuer: string;
    name: string;
    sites: string[];
    typed?: string[];
  }): Result<null, 'locked' | 'no-account' | 'bad-site' | 'no-name' | Resemblance>;
  saveDraft(data: {
    id: AccountId;
    issuer: string;
    name: string;
    site: string | null;
    typed?: string;
  }): Result<
    { id: AccountId; more: number },
    'locked' | 'no-draft' | 'bad-site' | 'no-name' | 'duplicate' | Resemblance
  >;
  /**
   * Fills the field of the active tab; links the account to its site first when told to, once `link` names that site. A
   * site that resembles one of the vault's is filled this once, and not linked.
   */
  fill(data: {
    id: AccountId;
    link: Site | null;
    typed?: string;
    pin?: string;
  }): Result<{ site: Site }, FillError | TryRefused | 'needs-pin' | Resemblance>;

  siteFacts(): Result<SiteFacts, 'locked'>;
  /** Sites that an account of this issuer may belong to, the likeliest first: for the user to confirm. */
  proposedSites(data: { issuer: string }): Site[];
  checkUp(): Result<CheckUp, 'locked'>;
  /** Keeps this one of the accounts that make the same codes, with the sites of all. */
  mergeDuplicates(data: { id: AccountId }): Result<null, 'locked' | 'no-account'>;
}
