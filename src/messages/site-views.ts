/** What the messages about sites and their two-step verification carry. Types only. */
import type { AccountId, Site } from '../core/account.ts';
import type { Mode } from '../core/mode.ts';
import type { Service } from '../core/site-table.ts';

/**
 * A host looks like a domain of the vault and is none. Nothing is filled or kept there until the user has typed out `site`.
 */
export interface Resemblance {
  code: 'lookalike';
  /** What is filled or kept, and what is to be typed. */
  site: Site;
  /** What the address bar shows, in ASCII. */
  host: string;
  /** The domain of the vault. */
  resembles: string;
}

export type ServiceView = Pick<Service, 'name' | 'methods' | 'documentation' | 'recovery'>;

/** What is known of the site in the active tab. */
export interface SiteFacts {
  /** Null where there is no page that codes can belong to. */
  site: Site | null;
  /** Null for one that is not in the table. */
  service: ServiceView | null;
  /** An account belongs to this site, or to another one of its service. */
  hasAccount: boolean;
  resemblance: Resemblance | null;
  /** Where the facts are from, and their licence; null where the table cannot be read. */
  source: string | null;
}

export interface NamedAccount {
  id: AccountId;
  issuer: string;
  name: string;
}

/** What could be better in the vault. It carries no secret and no code. */
export interface CheckUp {
  /** Accounts without a site, and the sites that their issuer has. */
  siteless: { account: NamedAccount; proposed: Site[] }[];
  /** Secrets below 128 bits. `page`: where the site says how a new one is made, or the site. */
  weak: { account: NamedAccount; page: string | null }[];
  /** Accounts that make the same codes. */
  duplicates: { keep: NamedAccount; others: NamedAccount[] }[];
  /** Sites that resemble another one of the vault. */
  lookalikes: { account: NamedAccount; site: Site; resembles: string }[];
  /** Days since a backup was verified; null when there never was one. */
  backupDays: number | null;
  mode: Mode;
  /** A recovery code, which is always confirmed, opens the vault. */
  recoveryCode: boolean;
}
