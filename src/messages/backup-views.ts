/** What the messages about backup files carry. Types only. */
import type { PasskeyRequest } from './views.ts';

/** What is shown together to open a backup file. */
export type BackupWay = readonly ('pin' | 'second' | 'recovery-code')[];

/** What a backup file says of itself. */
export interface BackupHead {
  /** ms epoch. */
  madeAt: number;
  /** Any of them opens it. A copy of the vault as it lay there has what opened the vault; other files have one. */
  ways: BackupWay[];
  /** The recovery code's number; null where none opens it. */
  number: number | null;
  /** Null: the second secret is a passphrase, or none. */
  passkey: PasskeyRequest | null;
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
