import { AppError } from '../core/app-error.ts';
import { browser } from './browser.ts';

/**
 * `storage.local`, where a browser that cannot read its files for it has nothing. Firefox, killed and with a spoiled file,
 * answers every call with an error from then on; the vault in the database opens all the same.
 */
export async function readLocal(keys: string | string[] | null): Promise<Record<string, unknown>> {
  return browser.storage.local.get(keys).catch(() => ({}));
}

/** `storage.local` answers at all. */
export async function isLocalReadable(): Promise<boolean> {
  return browser.storage.local.get('').then(
    () => true,
    () => false,
  );
}

/** Writes all of these or none. */
export async function writeLocal(items: Record<string, unknown>): Promise<void> {
  await browser.storage.local.set(items).catch((cause) => {
    throw new AppError('storage-blocked', { cause });
  });
}

/** One declared key of `browser.storage`. What is read is unknown until `parse` has seen it; unparsable means fallback. */
export class StorageItem<T> {
  readonly key: string;
  readonly #area: 'local' | 'session';
  readonly #fallback: T;
  readonly #parse: (value: unknown) => T | null;

  constructor(
    key: string,
    options: { area: 'local' | 'session'; fallback: T; parse: (value: unknown) => T | null },
  ) {
    this.key = key;
    this.#area = options.area;
    this.#fallback = options.fallback;
    this.#parse = options.parse;
  }

  async get(): Promise<T> {
    const items = this.#area === 'local' ? readLocal(this.key) : browser.storage.session.get(this.key);
    const stored = (await items)[this.key];
    return stored === undefined ? this.#fallback : (this.#parse(stored) ?? this.#fallback);
  }

  /** What `get` makes of a value that was found elsewhere; null when it is none. */
  parsed(value: unknown): T | null {
    return value === undefined ? null : this.#parse(value);
  }

  get fallback(): T {
    return this.#fallback;
  }

  async set(value: T): Promise<void> {
    if (this.#area === 'local') await writeLocal({ [this.key]: value });
    else await browser.storage.session.set({ [this.key]: value });
  }

  async remove(): Promise<void> {
    await browser.storage[this.#area].remove(this.key);
  }
}
