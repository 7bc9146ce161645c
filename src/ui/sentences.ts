/** One sentence for each thing that can go wrong: what happened, then what to do. Complete by type. */
import type { AppErrorCode } from '../core/app-error.ts';
import type { FromOwnPage } from '../messages/protocol.ts';
import type { TryRefused } from '../messages/views.ts';
import { type TextKey, t } from './i18n.ts';
import type { PasskeyError } from './passkey.ts';

type ErrorOf<R> = R extends { ok: false; error: infer E } ? E : never;
type Refusal = Extract<
  { [K in keyof FromOwnPage]: ErrorOf<ReturnType<FromOwnPage[K]>> }[keyof FromOwnPage],
  string
>;

/** What the user interface finds out by itself. */
export type OwnCode =
  | 'pins-differ'
  | 'passphrases-differ'
  | 'bad-contact'
  | 'other-contact'
  | 'wrong-file-pair'
  | 'no-qr'
  | 'bad-image'
  | 'copy-failed'
  | 'not-domain'
  | PasskeyError;

export type Code = AppErrorCode | Refusal | TryRefused['code'] | OwnCode | 'vault-missing';

export const SENTENCES: Record<Code, TextKey> = {
  'not-six-digits': 'eNotSixDigits',
  repeated: 'eRepeated',
  sequence: 'eSequence',
  common: 'eCommon',
  'pins-differ': 'ePinsDiffer',
  'vault-exists': 'eVaultExists',
  'wrong-group': 'eWrongGroup',
  'no-setup': 'eNoSetup',

  'passphrase-short': 'ePassphraseShort',
  'passphrase-simple': 'ePassphraseSimple',
  'passphrases-differ': 'ePassphrasesDiffer',
  'passkey-refused': 'ePasskeyRefused',
  'passkey-no-prf': 'ePasskeyNoPrf',
  'passkey-failed': 'ePasskeyFailed',
  'no-second': 'eNoSecond',
  'no-renewal': 'eNoRenewal',

  'wrong-pin': 'wrongPin',
  'wrong-second': 'eWrongSecond',
  'wrong-pair': 'eWrongPair',
  incomplete: 'eIncomplete',
  'needs-pin': 'eNeedsPin',
  wait: 'eWait',
  spent: 'eSpent',
  'bad-code': 'eBadCode',
  'other-vault': 'eOtherVault',
  'bad-contact': 'eBadContact',
  'other-contact': 'eOtherContact',
  locked: 'eLocked',
  'no-copy': 'eNoCopy',
  'nothing-to-save': 'eNothingToSave',

  'no-keyring': 'eNoKeyring',
  'no-backup': 'eNoBackup',
  'other-file': 'eOtherFile',
  'not-a-backup': 'eNotABackup',
  'backup-too-new': 'eBackupTooNew',
  'backup-cut': 'eBackupCut',
  'backup-damaged': 'eBackupDamaged',
  'wrong-passphrase': 'eWrongPassphrase',
  'other-code': 'eOtherCode',
  'wrong-file-pair': 'eWrongFilePair',
  'no-restore': 'eNoRestore',

  'no-account': 'eNoAccount',
  'bad-site': 'eBadSite',
  'no-name': 'eNoName',
  'nothing-to-undo': 'eNothingToUndo',
  'no-draft': 'eNoDraft',
  duplicate: 'eDuplicate',

  'no-page': 'eNoPage',
  'no-access': 'eNoAccess',
  'no-qr': 'eNoQr',
  'bad-image': 'eBadImage',
  'nothing-readable': 'eNothingReadable',
  'not-otpauth': 'eNotOtpauth',
  'too-long': 'eTooLong',
  'bad-type': 'eBadType',
  'no-secret': 'eNoSecret',
  'bad-secret': 'eBadSecret',
  'bad-algorithm': 'eBadAlgorithm',
  'bad-digits': 'eBadDigits',
  'bad-period': 'eBadPeriod',
  'bad-counter': 'eBadCounter',
  'duplicate-parameter': 'eDuplicateParameter',

  'no-field': 'eNoField',
  'wrong-site': 'eWrongSite',
  'needs-link': 'eNeedsLink',
  'not-domain': 'eNotDomain',
  'not-accepted': 'eNotAccepted',
  'code-used': 'eCodeUsed',
  'frame-refused': 'eFrameRefused',
  'copy-failed': 'eCopyFailed',

  'bad-settings': 'eBadSettings',
  'wrong-word': 'eWrongWord',
  'vault-corrupt': 'eVaultCorrupt',
  'vault-too-new': 'eVaultTooNew',
  'vault-missing': 'eVaultMissing',
  'storage-full': 'eStorageFull',
  'storage-blocked': 'eStorageBlocked',
  'page-gone': 'ePageGone',
  'not-permitted': 'eNotPermitted',
  'bad-message': 'eBadMessage',
  'account-off': 'eAccountOff',
  'account-offline': 'eAccountOffline',
  'account-timeout': 'eAccountTimeout',
  'account-cancelled': 'eAccountCancelled',
  'account-untrusted': 'eAccountUntrusted',
  'account-stale': 'eAccountStale',
  'account-other': 'eAccountOther',
  'account-denied': 'eAccountDenied',
  'account-throttled': 'eAccountThrottled',
  'account-down': 'eAccountDown',
  'account-full': 'eAccountFull',
  'account-missing': 'eAccountMissing',
  'account-conflict': 'eAccountConflict',
  'account-half-done': 'eAccountHalfDone',
  'account-changed': 'eAccountChanged',
  'account-too-big': 'eAccountTooBig',
  'account-malformed': 'eAccountMalformed',
  internal: 'eInternal',
};

export function sentence(code: Code): string {
  return t(SENTENCES[code]);
}
