import { AppError } from '../core/app-error.ts';
import type { Bytes } from './http.ts';

/** A file with its entity tag (RFC 9110 §8.8.3), as the server wrote it. */
export interface File {
  bytes: Bytes;
  etag: string;
}

/**
 * The folder of one signed-in account, for as long as the call that signed in holds it. Files are small and flat.
 *
 * Every method throws `AppError` with one of the account's codes: `account-missing` for a file or folder that is not
 * there, `account-conflict` where it is not in the expected state, and those of the connection.
 */
export interface Folder {
  /** Up to `MAX_ANSWER_BYTES`; `account-too-big` above. */
  read(name: string): Promise<File>;
  /** Writes where the file has the tag `expected`, or, with null, where there is no such file. */
  write(name: string, bytes: Bytes, expected: string | null): Promise<void>;
  /** Deletes the file, with `expected` only in that state. One that is gone already is no failure. */
  remove(name: string, expected: string | null): Promise<void>;
}

const NAME = /^[a-z0-9][a-z0-9.-]{0,99}$/;

/** A name that is the same in every store, and needs no escaping in an address. */
export function assertName(name: string): void {
  if (!NAME.test(name)) throw new TypeError('a name that not every store takes');
}

/**
 * Writes a new file and reads it back. Throws `account-half-done` where something else came back, or nothing; what is
 * there then is for the caller to remove.
 */
export async function writeVerified(folder: Folder, name: string, bytes: Bytes): Promise<void> {
  await folder.write(name, bytes, null);
  const back = await folder.read(name).catch((error) => {
    if (error instanceof AppError && (error.code === 'account-missing' || error.code === 'account-too-big'))
      return null;
    throw error;
  });
  if (back?.bytes.length !== bytes.length || !back.bytes.every((byte, i) => byte === bytes[i]))
    throw new AppError('account-half-done');
}
