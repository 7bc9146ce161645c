/** What a sequence of actions needs of a browser, in memory or real. */
import type { Action } from './actions.ts';

export type Reply = { reply: unknown } | { failed: string };

/** What lies in the stores, as far as it is looked at. */
export interface Facts {
  /** How many databases of the vault there are. */
  databases: number;
  meta: { vault: string; generation: number } | null;
  slots: { id: string; generation: number; factors: { type: string }[] }[];
  sentinel: boolean;
  /** The rewriting of `storage.local` was broken off; the next worker does it over. */
  unfinished: boolean;
  /** The sealed bytes of each record, in base 64. */
  records: string[];
  /** `storage.session`, its values as JSON. */
  session: Record<string, string>;
}

/** What is done to the browser and not asked of the vault. */
export type Harm = Action & {
  do: 'kill' | 'restart' | 'time passes' | 'lose' | 'keep database' | 'put database back';
};

export interface World {
  /** The browser's clock. */
  now(): Promise<number>;
  /** A message of one of our own pages. */
  ask(name: string, data?: unknown): Promise<Reply>;
  /** All at once, as the popup does it. */
  askAll(messages: [name: string, data: unknown][]): Promise<Reply[]>;
  harm(action: Action): Promise<void>;
  facts(): Promise<Facts>;
  /** The count of wrong PINs, the higher of both stores. */
  attempts(): Promise<{ failures: number; failedAt: number }>;
  /** Secrets that were found in the stores since the last call. */
  leaks(): string[];
}
