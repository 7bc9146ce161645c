import { browser } from './browser.ts';

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
    const stored = (await browser.storage[this.#area].get(this.key))[this.key];
    return stored === undefined ? this.#fallback : (this.#parse(stored) ?? this.#fallback);
  }

  async set(value: T): Promise<void> {
    await browser.storage[this.#area].set({ [this.key]: value });
  }

  async remove(): Promise<void> {
    await browser.storage[this.#area].remove(this.key);
  }
}
