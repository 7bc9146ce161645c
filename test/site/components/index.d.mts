import type { Counts } from '../index.mjs';

export interface ComponentSite {
  url: string;
  /** One account signs in on every page: each page has a user of its own with the same secret. */
  uri: string;
  /** What became of the codes that a component sent. */
  counts(name: string): Counts;
  close(): Promise<void>;
}

export function startComponentSite(options?: { now?: () => number }): Promise<ComponentSite>;
