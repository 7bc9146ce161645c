/** One sentence for each thing that can go wrong: what happened, then what to do. Complete by type. */
import type { AppErrorCode } from '../core/app-error.ts';
import type { FromOwnPage, PinState } from '../messages/protocol.ts';
import { type TextKey, t } from './i18n.ts';

type ErrorOf<R> = R extends { ok: false; error: infer E } ? E : never;
type Refusal = Extract<
  { [K in keyof FromOwnPage]: ErrorOf<ReturnType<FromOwnPage[K]>> }[keyof FromOwnPage],
  string
>;
type UnlockRefusal = Extract<ErrorOf<ReturnType<FromOwnPage['unlock']>>, { pin: PinState }>['code'];

/** What the user interface finds out by itself. */
export type OwnCode = 'pins-differ' | 'no-qr' | 'bad-image' | 'copy-failed' | 'not-domain';

export type Code = AppErrorCode | Refusal | UnlockRefusal | OwnCode | 'vault-missing';

export const SENTENCES: Record<Code, TextKey> = {
  'not-six-digits': 'eNotSixDigits',
  repeated: 'eRepeated',
  sequence: 'eSequence',
  common: 'eCommon',
  'pins-differ': 'ePinsDiffer',
  'vault-exists': 'eVaultExists',
  'wrong-group': 'eWrongGroup',
  'no-setup': 'eNoSetup',

  'wrong-pin': 'wrongPin',
  wait: 'eWait',
  spent: 'eSpent',
  'bad-code': 'eBadCode',
  'other-vault': 'eOtherVault',
  locked: 'eLocked',
  'no-copy': 'eNoCopy',

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
  internal: 'eInternal',
};

export function sentence(code: Code): string {
  return t(SENTENCES[code]);
}
