/**
 * The whole conversation, by who speaks: that is the trust boundary. Types only.
 *
 * No message names a site. The background takes the origin from the browser's own account of the sender.
 */
import type { AccountId, AddedFrom, Site } from '../core/account.ts';
import type { Mode } from '../core/mode.ts';
import type { OtpauthError } from '../core/otpauth-uri.ts';
import type { PassphraseWeakness } from '../core/passphrase.ts';
import type { PinWeakness } from '../core/pin.ts';
import type { Result } from '../core/result.ts';
import type { BackupFileError, BackupHead, MadeFile, RestorePreview } from './backup-views.ts';
import type { AboutSites } from './site-protocol.ts';
import type {
  AccountList,
  CodeView,
  Drafts,
  FillEntry,
  FillError,
  HandEntry,
  NewSecond,
  RecoveryQuestion,
  Renewal,
  SecondProof,
  Settings,
  SettingsView,
  ShownProofs,
  TryRefused,
  VaultStatus,
} from './views.ts';

/** Random per document, made by its content script: binds an offer and its fill to that one document. */
export type DocumentToken = string & { readonly __brand: 'DocumentToken' };

/** From our own pages (popup, set-up). Refused from anyone else. */
export interface FromOwnPage extends AboutSites {
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
  }): Result<null, TryRefused | 'bad-code' | 'other-vault' | 'locked'>;
  /** Second, chooses. `second` null keeps the one that was shown; a passkey has to be asked anew. */
  renewalChoose(data: {
    pin: string;
    mode: Mode;
    second: NewSecond | null;
  }): Result<RecoveryQuestion, PinWeakness | PassphraseWeakness | 'no-renewal' | 'no-second'>;
  lock(): null;

  accounts(): Result<AccountList, 'locked'>;
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
  discardDraft(data: { id: AccountId }): null;

  dismissWaiting(): null;
  /** Whether a fill on this site also presses the page's button. */
  setSubmits(data: { site: Site; on: boolean }): Result<null, 'locked'>;
  /** What was filled in the last 30 days, newest first. */
  fills(): Result<FillEntry[], 'locked'>;
  clearFills(): Result<null, 'locked'>;

  settings(): SettingsView;
  /** Changes what is named and leaves the rest as it is. Turning a protection off asks for the PIN. */
  changeSettings(
    data: Partial<Settings> & { pin?: string },
  ): Result<null, 'bad-settings' | 'locked' | 'needs-pin' | TryRefused>;
  /** Offers on this site again. */
  offerAgain(data: { site: Site }): Result<null, 'locked'>;
  /** Forgets what was said of the fields of this origin. */
  forgetTaught(data: { origin: string }): Result<null, 'locked'>;

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
    second?: SecondProof;
    recoveryCode?: string;
    pin?: string;
  }): Result<RestorePreview, BackupFileError | 'wrong-passphrase' | 'bad-code' | 'other-code'>;
  /** What was opened, as it stands against the vault now; null when nothing waits. */
  restorePreview(): RestorePreview | null;
  restoreMerge(): Result<{ added: number }, 'locked' | 'no-restore'>;
  restoreCancel(): null;

  /** The sealed vault as it lies there, as a file; opened by the recovery code. */
  sealedCopy(): Result<MadeFile, 'nothing-to-save'>;
  /** Puts the second copy in the place of a database that cannot be read. */
  restoreCopy(): Result<null, 'no-copy'>;
  /** Erases vault, settings and bindings for good. */
  startOver(data: { word: string }): Result<null, 'wrong-word'>;
}

/** What a press on the offer does: leads to the PIN, leads to the popup, fills, or saves a new account in the popup. */
export type OfferKind = 'locked' | 'popup' | 'fill' | 'save';

/** What a content script may show at a code field. It never names an account. */
export type Offer =
  | { kind: OfferKind }
  /** `maySave`: nothing belongs here, and an enrolment could be saved; only then are pictures worth a look. */
  | { kind: 'none'; maySave: boolean };

/** From content scripts: assume that the page can send any of these, with any data. */
export interface FromContent {
  /** This frame has something that could take a code: it needs the main part of the content script. */
  load(): null;
  /** `enrols`: the page shows a QR code beside its code field. */
  offer(data: { document: DocumentToken; enrols: boolean }): Offer;
  /** A press in the page itself, which always leads to the popup. */
  accept(data: { document: DocumentToken }): Result<'popup', FillError>;
  /** What the user said of fields of this origin; nothing while locked. */
  taught(): TaughtField[];
  /** The code that was filled here has ended before the page sent it; answered once for each gesture. */
  refill(data: { document: DocumentToken }): Result<'filled', FillError | 'no-grant'>;
}

/** From the offer's frame inside a page, Chromium only: the page reaches neither its buttons nor what it sees. */
export interface FromOffer {
  /** `seen`: the browser attested that the button was on screen before and after the press. */
  press(data: { document: DocumentToken; seen: boolean }): Result<'popup' | 'filled', FillError>;
}

/** What the user said of a field: for each box its path, one selector for each tree from the document down. */
export interface TaughtField {
  boxes: string[][];
  is: 'code' | 'none';
}

/** `selectors`: one for each box; a field in a shadow root has those of its hosts before it, joined by ` >>> `. */
export interface ExplainedField {
  selectors: string[];
  kind: 'totp' | 'enrolment' | 'sent' | 'recovery' | 'none';
  rule: string;
}

export type FillOutcome =
  | { done: true; how: 'paste' | 'value' | 'boxes' | 'keys' }
  | { done: false; why: 'no-field' | 'not-accepted' | 'other-document' };

export interface FillOrder {
  document: DocumentToken;
  code: string;
  pointed: boolean;
  /** ms until the code ends; null: it does not. */
  lasts: number | null;
  /** In the place of a code that ended, in the same field and nowhere else. */
  again: boolean;
  /** Then press the page's own button. */
  submit: boolean;
}

/** Orders from the background to one frame. */
export interface ToContent {
  /** Does this frame hold a code field, or the field that the user pointed at? `document` is null before it is ready. */
  fieldHere(data: { pointed: boolean }): {
    document: DocumentToken;
    field: 'code' | 'pointed' | 'none';
    focused: boolean;
  };
  fill(data: FillOrder): FillOutcome;
  pictures(): string[];
  /** Where the field is that the user pointed at; null where it takes no code. */
  pointedAt(): string[][] | null;
  /** What the rules say of every field that a person can see here, and which rule decided. For measuring detection. */
  explain(): ExplainedField[];
  /** The vault was locked or opened, or sites changed: ask again what to offer. */
  offerChanged(): null;
}
