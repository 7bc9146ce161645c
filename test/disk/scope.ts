/** How much is tried. `TWEESTAP_DISK_FULL=1` tries everything, with up to 300 accounts; `npm test` takes a draw. */
import type { Mode } from './subject.mjs';
import { STEPS } from './vault-steps.mjs';

export type Browser = 'chrome' | 'firefox';
export type Step = keyof typeof STEPS;

export interface Plan {
  mode: Mode;
  accounts: number;
  steps: Step[];
  startOver: boolean;
}

const FULL = process.env.TWEESTAP_DISK_FULL === '1';

/** Each mode, and what differs most. */
const DRAW: Plan[] = [
  { mode: 'basic', accounts: 3, steps: ['a changed PIN', 'ten wrong PINs'], startOver: false },
  { mode: 'strong', accounts: 30, steps: ['a changed PIN', 'a recovery'], startOver: false },
  { mode: 'two-step', accounts: 3, steps: ['a removed contact', 'another mode'], startOver: true },
];
const EVERYTHING: Plan[] = [3, 30, 300].flatMap((accounts) =>
  (['basic', 'strong', 'two-step'] as const).map((mode) => ({
    mode,
    accounts,
    steps: Object.keys(STEPS) as Step[],
    startOver: true,
  })),
);

export const PLANS = FULL ? EVERYTHING : DRAW;
/** Of the browser, and as many of the worker. */
export const KILLS = FULL ? 20 : 1;
/** Closes the browser after every step. */
export const CLOSE_OFTEN = FULL;
/** The browsers delete and compact in the background: they are given this long. */
export const PATIENCE_MS = 15_000;

/** What was measured, for who asked for everything. */
export function report(text: string): void {
  if (FULL) console.log(text);
}

/** The store of ours that a file belongs to; any other file is named. */
export function storeOf(file: string): string {
  const path = file.replaceAll('\\', '/');
  if (/^storage\/default\/moz-extension[^/]*\^userContextId|Local Extension Settings\//.test(path))
    return 'storage.local';
  return /^storage\/default\/moz-extension|IndexedDB\/chrome-extension_/.test(path) ? 'IndexedDB' : path;
}
