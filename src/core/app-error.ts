/** Failures of the surroundings, closed list. Expected outcomes are values (`Result`), bugs are anything else. */
export type AppErrorCode =
  | 'vault-corrupt'
  | 'vault-too-new'
  | 'storage-full'
  | 'storage-blocked'
  | 'page-gone'
  | 'not-permitted'
  | 'bad-message'
  | AccountErrorCode
  | 'internal';

/** What can go wrong between here and the linked account; `docs/linked-account.md` says when each of them comes. */
export type AccountErrorCode =
  | 'account-off'
  | 'account-offline'
  | 'account-timeout'
  | 'account-cancelled'
  | 'account-untrusted'
  | 'account-stale'
  | 'account-other'
  | 'account-denied'
  | 'account-throttled'
  | 'account-down'
  | 'account-full'
  | 'account-missing'
  | 'account-conflict'
  | 'account-half-done'
  | 'account-changed'
  | 'account-too-big'
  | 'account-malformed';

/** The one error class that the product throws. Nobody matches on `message`. */
export class AppError extends Error {
  readonly code: AppErrorCode;
  /** How long to wait before another try makes sense, in seconds; null where nobody said. */
  readonly seconds: number | null;

  constructor(code: AppErrorCode, options?: { cause?: unknown; seconds?: number | null }) {
    super(code, options);
    this.name = 'AppError';
    this.code = code;
    this.seconds = options?.seconds ?? null;
  }
}
