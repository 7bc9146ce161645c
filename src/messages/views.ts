/** What the messages between the contexts carry. Types only. */
import type { AccountId, AddedFrom, Algorithm, CodeSettings, Site } from '../core/account.ts';
import type { Mode, SecondKind } from '../core/mode.ts';

/** A passkey's ceremony in a page: evaluate `input` (32 bytes, base 64) with `credential` (base64url). */
export interface PasskeyRequest {
  credential: string;
  input: string;
  /** Null: the extension's own origin. */
  relyingParty: string | null;
}

/** The second secret, as a page hands it over. `output` is the PRF's: 32 bytes, base 64. */
export type SecondProof = { kind: 'passphrase'; passphrase: string } | { kind: 'passkey'; output: string };

/** A second secret to be set. */
export type NewSecond =
  | { kind: 'passphrase'; passphrase: string }
  | ({ kind: 'passkey'; output: string } & PasskeyRequest);

/** What can be shown to open the vault, as far as the user has it. */
export interface ShownProofs {
  pin?: string;
  second?: SecondProof;
  recoveryCode?: string;
  /** The text to the recovery contact. */
  contact?: string;
}

/** What the vault asks for. */
export interface LockView {
  mode: Mode;
  pin: PinState;
  /** What opens it in the usual way now. Strong mode asks for the second secret first, and for the PIN from then on. */
  asks: 'pin' | 'second' | 'pin-and-second';
  /** The PIN would still serve, had the browser not lost the key that belongs to it. */
  pinLost: boolean;
  second: SecondKind | null;
  passkey: PasskeyRequest | null;
  /** A recovery contact was set. */
  contact: boolean;
  /** Which recovery code opens it, counted from the first. */
  recoveryNumber: number | null;
}

/** A recovery code to be copied and confirmed. */
export interface RecoveryQuestion {
  recoveryCode: string;
  number: number;
  askGroups: number[];
  /** What goes with the generation before; null for a first vault. */
  ends: RenewalEnds | null;
}

/** What a renewal leaves behind it. */
export interface RenewalEnds {
  /** Backups that were verified, which still need the recovery code of then: when, and its number. */
  backups: { at: number; number: number }[];
  /** A recovery contact was set, whose text opens nothing any more. */
  contact: boolean;
}

/** What the popup shows; one screen for each. */
export type VaultStatus =
  | { state: 'none' }
  /** `renews`: a vault is there already, and this is its next generation. */
  | ({ state: 'setup'; renews: boolean } & RecoveryQuestion)
  /** The user has shown what a renewal takes; what is left is to choose anew. */
  | { state: 'renewing'; renewal: Renewal; lock: LockView }
  | { state: 'locked'; lock: LockView; waiting: WaitingFill | null }
  | {
      state: 'unlocked';
      mode: Mode;
      locksAt: number;
      failuresBefore: number;
      waiting: WaitingFill | null;
      /** Days since a backup was verified; null when there never was one. */
      backupDays: number | null;
      /** The browser wrote the second copy of the vault. */
      mirrored: boolean;
    }
  | {
      state: 'damaged';
      code: 'vault-corrupt' | 'vault-too-new' | 'vault-missing';
      /** Accounts in the second copy; null when there is no whole one. */
      copy: number | null;
    };

/** `recover`: a new PIN, in the mode as it is. `mode`: another mode, with the PIN as it is or a new one. */
export interface Renewal {
  purpose: 'recover' | 'mode';
  until: number;
  /** The passphrase that was shown, or the passkey, may be kept. */
  secondShown: boolean;
}

/**
 * How the PIN stands. `retryAt` is ms epoch, null when a try is free. `spent` by wrong tries, or `lost` with the browser's
 * database: what else the mode has opens.
 */
export type PinState =
  | { kind: 'open'; failures: number; retryAt: number | null }
  | { kind: 'spent'; failures: number }
  | { kind: 'lost' };

/** Of a try: one code for what was shown together, since it cannot be told which of two was wrong. */
export interface TryRefused {
  code: 'wrong-pin' | 'wrong-second' | 'wrong-pair' | 'wait' | 'spent' | 'incomplete';
  pin: PinState;
}

/** An offer on a page was accepted and waits for the popup. `host` is what the address bar shows. */
export interface WaitingFill {
  site: Site;
  host: string;
  /** The page shows a QR code, for an account that is not here yet. */
  enrols: boolean;
}

export interface CodeView {
  code: string;
  /** ms epoch; both null for HOTP, whose code does not expire. */
  validFrom: number | null;
  validUntil: number | null;
  /** The code after this one; null for HOTP. */
  next: string | null;
}

export interface AccountView {
  id: AccountId;
  /** Null while every code asks for the PIN. */
  code: CodeView | null;
  issuer: string;
  name: string;
  sites: Site[];
  settings: CodeSettings;
  weak: boolean;
  addedAt: number;
  addedFrom: AddedFrom;
  /** ms epoch: the last fill on the site in the active tab, within 30 days; null for none. */
  filledAt: number | null;
}

export interface AccountList {
  accounts: AccountView[];
  /** Records that did not decrypt: in quarantine, kept as they are. */
  unreadable: number;
  /** Every code asks for the PIN. */
  pinForCodes: boolean;
  /** The site in the active tab, null where there is none that codes can belong to. */
  site: Site | null;
  /** Sites where a fill also presses the page's button. */
  submitSites: Site[];
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
  /** With the screen, and after the computer slept. */
  lockWithScreen: boolean;
  pinForCodes: boolean;
  /** Everything is deleted at the tenth wrong PIN. */
  wipeAtTen: boolean;
  /** After a fill, where the browser lets us. */
  nextOnClipboard: boolean;
}

export interface SettingsView extends Settings {
  /** Sites where nothing is offered; empty while locked, since they are sealed with the vault. */
  neverSites: Site[];
  /** Origins with fields that the user said something of; empty while locked, too. */
  taughtOrigins: string[];
  /** Null while there is no open vault. */
  vault: {
    mode: Mode;
    second: SecondKind | null;
    passkey: PasskeyRequest | null;
    contact: boolean;
    recoveryNumber: number | null;
    /** Days since a backup was verified; null when there never was one. */
    backupDays: number | null;
  } | null;
}

/** What the user did to have a code filled; `refill`: nothing more, its first code had ended. */
export type FillGesture = 'offer' | 'popup' | 'command' | 'menu' | 'refill';

export interface FillEntry {
  /** ms epoch. */
  at: number;
  site: Site;
  by: FillGesture;
  /** Null: it was deleted since. */
  account: { issuer: string; name: string } | null;
}

export type FillError =
  | 'locked'
  | 'no-account'
  | 'no-page'
  | 'no-field'
  | 'wrong-site'
  | 'needs-link'
  | 'page-gone'
  | 'code-used'
  | 'not-accepted'
  | 'frame-refused';
