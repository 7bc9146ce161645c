/**
 * The whole conversation, by who speaks: that is the trust boundary. Types only.
 *
 * No message names a site. The background takes the origin from the browser's own account of the sender.
 */
import type { AccountId, AddedFrom, Algorithm, CodeSettings, Site } from '../core/account.ts';
import type { Mode, SecondKind } from '../core/mode.ts';
import type { OtpauthError } from '../core/otpauth-uri.ts';
import type { PassphraseWeakness } from '../core/passphrase.ts';
import type { PinWeakness } from '../core/pin.ts';
import type { Result } from '../core/result.ts';

/** Random per document, made by its content script: binds an offer and its fill to that one document. */
export type DocumentToken = string & { readonly __brand: 'DocumentToken' };

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
  second: SecondKind | null;
  passkey: PasskeyRequest | null;
  /** A recovery contact was set. */
  contact: boolean;
  /** Of the recovery code that opens it: the how-manieth. */
  recoveryNumber: number | null;
}

/** A recovery code to be copied and confirmed. */
export interface RecoveryQuestion {
  recoveryCode: string;
  number: number;
  askGroups: number[];
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
}

export interface AccountList {
  accounts: AccountView[];
  /** Records that did not decrypt: in quarantine, kept as they are. */
  unreadable: number;
  /** Every code asks for the PIN. */
  pinForCodes: boolean;
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
  /** With the screen, and after the computer slept. */
  lockWithScreen: boolean;
  pinForCodes: boolean;
  /** Everything is deleted at the tenth wrong PIN. */
  wipeAtTen: boolean;
}

export interface SettingsView extends Settings {
  /** Sites where nothing is offered; empty while locked, since they are sealed with the vault. */
  neverSites: Site[];
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

/** What a backup file needs to be opened. `slots`: a copy of the vault as it lay there, opened by what opened it. */
export interface BackupHead {
  /** ms epoch. */
  madeAt: number;
  opens: 'passphrase' | 'recovery-code' | 'slots';
  /** The recovery code's number; null for a passphrase. */
  number: number | null;
  /** The PIN of then is needed too. */
  pin: boolean;
  /** Of `slots` in two-step mode: the passphrase may stand for the PIN. */
  second: SecondKind | null;
}

export type BackupFileError = 'not-a-backup' | 'backup-too-new' | 'backup-cut' | 'backup-damaged';

/** What a backup would bring. */
export interface RestorePreview {
  madeAt: number;
  fresh: { issuer: string; name: string }[];
  /** Here already, by secret and settings; left as they are. */
  duplicates: { issuer: string; name: string }[];
  unreadable: number;
}

/** A file made in memory; `file` in base 64. */
export interface MadeFile {
  file: string;
  name: string;
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

  /** Also over a vault that cannot be read, once a backup was opened: `status` says `damaged` then. */
  setupBegin(data: {
    pin: string;
    mode: Mode;
    second: NewSecond | null;
  }): Result<RecoveryQuestion, PinWeakness | PassphraseWeakness | 'vault-exists' | 'no-second'>;
  setupConfirm(data: { groups: string[] }): Result<null, 'wrong-group' | 'no-setup'>;
  setupCancel(): null;

  unlock(data: { pin?: string; second?: SecondProof }): Result<{ filled: boolean }, TryRefused>;
  /** Asks for what the mode protects with once more. */
  changePin(data: {
    pin: string;
    second?: SecondProof;
    next: string;
  }): Result<null, 'locked' | PinWeakness | TryRefused>;
  /**
   * The way to the next generation of the vault: first shows what it takes, which opens nothing else, and lasts ten
   * minutes. `recover` takes one of recovery code, contact text, second secret; two of them and the PIN in two-step mode.
   */
  renewalBegin(data: {
    purpose: Renewal['purpose'];
    proofs: ShownProofs;
  }): Result<null, TryRefused | 'bad-code' | 'other-vault'>;
  /** Second, chooses. `second` null keeps the one that was shown; a passkey has to be asked anew. */
  renewalChoose(data: {
    pin: string;
    mode: Mode;
    second: NewSecond | null;
  }): Result<RecoveryQuestion, PinWeakness | PassphraseWeakness | 'no-renewal' | 'no-second'>;
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
  /** One account's code, where every code asks for the PIN. */
  revealCode(data: { id: AccountId; pin: string }): Result<CodeView, 'locked' | 'no-account' | TryRefused>;
  /** One account's secret and its address for a QR code. Always asks for the PIN. */
  showSecret(data: {
    id: AccountId;
    pin: string;
  }): Result<{ uri: string; secret: string }, 'locked' | 'no-account' | TryRefused>;
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
  fill(data: {
    id: AccountId;
    link: Site | null;
    pin?: string;
  }): Result<{ site: Site }, FillError | TryRefused | 'needs-pin'>;
  dismissWaiting(): null;

  settings(): SettingsView;
  /** Changes what is named and leaves the rest as it is. Turning a protection off asks for the PIN. */
  changeSettings(
    data: Partial<Settings> & { pin?: string },
  ): Result<null, 'bad-settings' | 'locked' | 'needs-pin' | TryRefused>;
  /** Offers on this site again. */
  offerAgain(data: { site: Site }): Result<null, 'locked'>;

  /** The text to send to oneself; the one before is worth nothing from then on. Two-step mode asks for both. */
  contactMake(data: { pin: string; second?: SecondProof }): Result<{ text: string }, 'locked' | TryRefused>;
  contactRemove(data: { pin: string }): Result<null, 'locked' | TryRefused>;

  backupMake(data: {
    pin: string;
    secret: { kind: 'passphrase'; passphrase: string } | { kind: 'recovery-code' };
  }): Result<MadeFile & { accounts: number }, 'locked' | 'no-keyring' | PassphraseWeakness | TryRefused>;
  /** The file that was just made, read back from the disk by the user: opens it and notes the backup as verified. */
  backupCheck(data: {
    file: string;
  }): Result<{ accounts: number }, 'locked' | 'no-backup' | 'other-file' | BackupFileError>;
  restoreHead(data: { file: string }): Result<BackupHead, BackupFileError>;
  /** Opens a backup and keeps what it holds until `restoreMerge`, in memory. */
  restoreOpen(data: {
    file: string;
    passphrase?: string;
    recoveryCode?: string;
    pin?: string;
  }): Result<RestorePreview, BackupFileError | 'wrong-passphrase' | 'bad-code' | 'other-code'>;
  /** What was opened, as it stands against the vault now; null when nothing waits. */
  restorePreview(): RestorePreview | null;
  restoreMerge(): Result<{ added: number }, 'locked' | 'no-restore'>;
  restoreCancel(): null;

  /** The sealed vault as it lies there, as a file; opened by the recovery code. */
  sealedCopy(): Result<MadeFile, 'no-copy'>;
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
