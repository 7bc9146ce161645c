/** Failures of the surroundings, closed list. Expected outcomes are values (`Result`), bugs are anything else. */
export type AppErrorCode =
  | 'vault-corrupt'
  | 'vault-too-new'
  | 'storage-full'
  | 'storage-blocked'
  | 'page-gone'
  | 'not-permitted'
  | 'bad-message'
  | 'internal';

/** The one error class that the product throws. Nobody matches on `message`. */
export class AppError extends Error {
  readonly code: AppErrorCode;

  constructor(code: AppErrorCode, options?: { cause?: unknown }) {
    super(code, options);
    this.name = 'AppError';
    this.code = code;
  }
}
