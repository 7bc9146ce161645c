/**
 * The whole conversation, by who speaks: that is the trust boundary. Types only.
 *
 * No message names a site. The background takes the origin from the browser's own account of the sender.
 */
import type { AccountId, AddedFrom, Algorithm, CodeSettings, Site } from '../core/account.ts';
import type { OtpauthError } from '../core/otpauth-uri.ts';
import type { PinWeakness } from '../core/pin.ts';
import type { Result } from '../core/result.ts';

/** Random per document, made by its content script: binds an offer and its fill to that one document. */
export type DocumentToken = string & { readonly __brand: 'DocumentToken' };

/** What the popup shows; one screen for each. */
export type VaultStatus =
  | { state: 'none' }
  | { state: 'setup'; recoveryCode: string; askGroups: number[] }
  | { state: 'locked'; pin: PinState; waiting: WaitingFill | null }
  | { state: 'unlocked'; locksAt: number; failuresBefore: number; waiting: WaitingFill | null }
  | {
      state: 'damaged';
      code: 'vault-corrupt' | 'vault-too-new' | 'vault-missing';
      /** Accounts in the second copy; null when there is no whole one. */
      copy: number | null;
    };

/**
 * How the PIN stands. `retryAt` is ms epoch, null when a try is free. `spent` by wrong tries, or `lost` with the browser's
 * database: only the recovery code opens.
 */
export type PinState =
  | { kind: 'open'; failures: number; retryAt: number | null }
  | { kind: 'spent'; failures: number }
  | { kind: 'lost' };

/** An offer on a page was accepted and waits for the popup. `host` is what the address bar shows. */
export interface WaitingFill {
  site: Site;
  host: string;
}

export interface CodeView {
  code: string;
  /** ms epoch; both null for HOTP, whose code does not expire. */
  validFrom: number | null;
  validUntil: number | null;
  /** The code after this one; null for HOTP. */
  next: string | null;
}

export interface AccountView extends CodeView {
  id: AccountId;
  issuer: string;
  name: string;
  sites: Site[];
  settings: CodeSettings;
  weak: boolean;
  addedAt: number;
  addedFrom: AddedFrom;
}

export interface AccountList {
  accounts: AccountView[];
  /** Records that did not decrypt; they are kept. */
  unreadable: number;
  /** The site in the active tab, null where there is none that codes can belong to. */
  site: Site | null;
}

/** An account before it is saved; kept by the background while the vault is open, so a closed popup loses nothing. */
export interface DraftView extends CodeView {
  id: AccountId;
  issuer: string;
  labelIssuer: string;
  name: string;
  settings: CodeSettings;
  weak: boolean;
  /** The site it would belong to; null when nothing proposes one. */
  site: Site | null;
  from: AddedFrom;
  /** Of a transfer from another app: accounts in it that could not be read, and which of its pictures this is. */
  transfer: { unreadable: number; picture: number; pictures: number } | null;
  /** An account with the same key and settings that is already here. */
  duplicateOf: { issuer: string; name: string } | null;
}

/** The draft to look at first, and how many wait after it. */
export interface Drafts {
  draft: DraftView;
  more: number;
}

export interface HandEntry {
  issuer: string;
  name: string;
  secret: string;
  type: 'totp' | 'hotp' | 'steam';
  algorithm: Algorithm;
  digits: number;
  periodSeconds: number;
  counter: number;
}

export interface Settings {
  language: 'auto' | 'en' | 'nl';
  theme: 'auto' | 'light' | 'dark';
  /** 1 to 480. */
  autoLockMinutes: number;
}

export interface SettingsView extends Settings {
  /** Sites where nothing is offered; empty while locked, since they are sealed with the vault. */
  neverSites: Site[];
}

export type FillError =
  | 'locked'
  | 'no-account'
  | 'no-page'
  | 'no-field'
  | 'wrong-site'
  | 'needs-link'
  | 'page-gone'
  | 'not-accepted'
  | 'frame-refused';

/** From our own pages (popup, set-up). Refused from anyone else. */
export interface FromOwnPage {
  status(): VaultStatus;
  /** The user opened the popup: puts off the auto-lock, which looking alone does not. */
  opened(): null;

  setupBegin(data: {
    pin: string;
  }): Result<{ recoveryCode: string; askGroups: number[] }, PinWeakness | 'vault-exists'>;
  setupConfirm(data: { groups: string[] }): Result<null, 'wrong-group' | 'no-setup'>;
  setupCancel(): null;

  unlock(data: {
    pin: string;
  }): Result<{ filled: boolean }, { code: 'wrong-pin' | 'wait' | 'spent'; pin: PinState }>;
  /** Asks for the PIN once more, also while the vault is open. */
  changePin(data: {
    pin: string;
    next: string;
  }): Result<null, PinWeakness | { code: 'wrong-pin' | 'wait' | 'spent'; pin: PinState }>;
  /** Opens with the recovery code, sets the new PIN, rotates the vault; a new recovery code is then to be confirmed. */
  recover(data: {
    recoveryCode: string;
    pin: string;
  }): Result<{ recoveryCode: string; askGroups: number[] }, PinWeakness | 'bad-code' | 'other-vault'>;
  lock(): null;

  accounts(): Result<AccountList, 'locked'>;
  editAccount(data: {
    id: AccountId;
    issuer: string;
    name: string;
    sites: string[];
  }): Result<null, 'locked' | 'no-account' | 'bad-site' | 'no-name'>;
  deleteAccount(data: { id: AccountId }): Result<null, 'locked' | 'no-account'>;
  /** Takes back the last deletion. */
  undoDelete(): Result<null, 'locked' | 'nothing-to-undo'>;
  /** HOTP only: uses up this code. */
  advanceCounter(data: { id: AccountId }): Result<null, 'locked' | 'no-account'>;

  /** Data URLs of what the active tab shows that may be a QR code, best first. */
  pagePictures(): Result<{ pictures: string[] }, 'no-page' | 'no-access'>;
  draftFromUri(data: {
    uri: string;
    from: AddedFrom;
  }): Result<Drafts, OtpauthError | 'locked' | 'nothing-readable'>;
  draftByHand(data: HandEntry): Result<Drafts, OtpauthError | 'locked' | 'no-name' | 'nothing-readable'>;
  draft(): Drafts | null;
  saveDraft(data: {
    id: AccountId;
    issuer: string;
    name: string;
    site: string | null;
  }): Result<{ id: AccountId; more: number }, 'locked' | 'no-draft' | 'bad-site' | 'no-name' | 'duplicate'>;
  discardDraft(data: { id: AccountId }): null;

  /** Fills the field of the active tab; links the account to its site first when told to, once `link` names that site. */
  fill(data: { id: AccountId; link: Site | null }): Result<{ site: Site }, FillError>;
  dismissWaiting(): null;

  settings(): SettingsView;
  /** Changes what is named and leaves the rest as it is. */
  changeSettings(data: Partial<Settings>): Result<null, 'bad-settings'>;
  /** Offers on this site again. */
  offerAgain(data: { site: Site }): Result<null, 'locked'>;
  /** Puts the second copy in the place of a database that cannot be read. */
  restoreCopy(): Result<null, 'no-copy'>;
  /** Erases vault, settings and bindings for good. */
  startOver(data: { word: string }): Result<null, 'wrong-word'>;
}

/** What a content script may show at a code field. It never names an account. */
export type Offer = { kind: 'none' } | { kind: 'locked' } | { kind: 'popup' } | { kind: 'fill' };

/** From content scripts: assume that the page can send any of these, with any data. */
export interface FromContent {
  offer(data: { document: DocumentToken }): Offer;
  accept(data: { document: DocumentToken; seen: boolean }): Result<'popup' | 'filled', FillError>;
}

export type FillOutcome =
  | { done: true; how: 'paste' | 'value' | 'boxes' | 'keys' }
  | { done: false; why: 'no-field' | 'not-accepted' | 'other-document' };

/** Orders from the background to one frame. */
export interface ToContent {
  /** Does this frame hold a code field, or the field that the user pointed at? `document` is null before it is ready. */
  fieldHere(data: { pointed: boolean }): {
    document: DocumentToken;
    field: 'code' | 'pointed' | 'none';
    focused: boolean;
  };
  fill(data: { document: DocumentToken; code: string; pointed: boolean }): FillOutcome;
  pictures(): string[];
  /** The vault was locked or opened, or sites changed: ask again what to offer. */
  offerChanged(): null;
}
