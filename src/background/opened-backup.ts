import { StorageItem } from '../platform/storage-item.ts';

/** What a backup held, opened and waiting to be merged; in the browser's memory only. */
export interface OpenedBackup {
  madeAt: number;
  /** Encoded accounts; whoever takes them parses them. */
  accounts: unknown[];
  unreadable: number;
  /** ms epoch: it holds secrets, and nobody may come back for it. */
  until: number;
}

export const openedBackup = new StorageItem<OpenedBackup | null>('openedBackup', {
  area: 'session',
  fallback: null,
  parse: (value) =>
    Array.isArray((value as Partial<OpenedBackup> | null)?.accounts) ? (value as OpenedBackup) : null,
});
