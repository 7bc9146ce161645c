import type { Settings } from '../messages/views.ts';
import { browser } from '../platform/browser.ts';
import { StorageItem, writeLocal } from '../platform/storage-item.ts';
import { readKept } from '../platform/vault-db.ts';

function oneOf<const T extends string>(...values: T[]): (value: unknown) => T | null {
  return (value) => values.find((known) => known === value) ?? null;
}

/** 1 minute to 8 hours. */
export function parseMinutes(value: unknown): number | null {
  return Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 480 ? Number(value) : null;
}

export const parseLanguage = oneOf('auto', 'en', 'nl');
export const parseTheme = oneOf('auto', 'light', 'dark');

export function parseSwitch(value: unknown): boolean | null {
  return typeof value === 'boolean' ? value : null;
}

/**
 * A setting that says nothing of the user's accounts or sites; those are sealed with the vault. A protection must never
 * read as off because its store is just being written anew, where it is kept with the vault, or cannot be read.
 */
class Setting<K extends keyof Settings> {
  readonly #item: StorageItem<Settings[K]>;
  readonly #unreadable: Settings[K];

  constructor(
    key: K,
    options: {
      fallback: Settings[K];
      unreadable: Settings[K];
      parse: (value: unknown) => Settings[K] | null;
    },
  ) {
    this.#item = new StorageItem(key, { area: 'local', ...options });
    this.#unreadable = options.unreadable;
  }

  async get(): Promise<Settings[K]> {
    try {
      const stored = (await this.#find()) ?? (await this.#kept()) ?? (await this.#find());
      return stored ?? this.#item.fallback;
    } catch {
      return this.#unreadable;
    }
  }

  async #find(): Promise<Settings[K] | null> {
    const { key } = this.#item;
    return this.#item.parsed((await browser.storage.local.get(key))[key]);
  }

  async #kept(): Promise<Settings[K] | null> {
    const kept = await readKept().catch(() => null);
    return this.#item.parsed(kept?.[this.#item.key]);
  }
}

/** Writes those that are named. */
export function putSettings(change: Partial<Settings>): Promise<void> {
  return writeLocal(change);
}

export const language = new Setting('language', {
  fallback: 'auto',
  unreadable: 'auto',
  parse: parseLanguage,
});
export const theme = new Setting('theme', { fallback: 'auto', unreadable: 'auto', parse: parseTheme });
export const autoLockMinutes = new Setting('autoLockMinutes', {
  fallback: 5,
  unreadable: 1,
  parse: parseMinutes,
});
/** With the screen, and after the computer slept. */
export const lockWithScreen = new Setting('lockWithScreen', {
  fallback: true,
  unreadable: true,
  parse: parseSwitch,
});
export const pinForCodes = new Setting('pinForCodes', {
  fallback: false,
  unreadable: true,
  parse: parseSwitch,
});
export const nextOnClipboard = new Setting('nextOnClipboard', {
  fallback: false,
  unreadable: false,
  parse: parseSwitch,
});
/** Nothing is deleted for a setting that could not be read. */
export const wipeAtTen = new Setting('wipeAtTen', { fallback: false, unreadable: false, parse: parseSwitch });
