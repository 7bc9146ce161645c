/**
 * An offer that the user accepted and that waits for the popup: a grant for one fill of one document. It dies with its
 * use, with lock, after two minutes, or when the document is not the one that it was given for.
 */
import { parseSite, type Site } from '../core/account.ts';
import type { DocumentToken } from '../messages/protocol.ts';
import { browser } from '../platform/browser.ts';
import { StorageItem } from '../platform/storage-item.ts';

export interface WaitingTarget {
  tabId: number;
  frameId: number;
  document: DocumentToken;
  site: Site;
  host: string;
  /** Fill the element that the user pointed at, not the field that was found. */
  pointed: boolean;
  /** First an account is to be saved from the page's QR code. */
  enrols: boolean;
  at: number;
}

const LIFE_MS = 120_000;

export function parseWaiting(value: unknown): WaitingTarget | null {
  if (typeof value !== 'object' || value === null) return null;
  const w = value as Partial<WaitingTarget>;
  const whole =
    typeof w.tabId === 'number' && typeof w.frameId === 'number' && typeof w.document === 'string';
  return whole && typeof w.at === 'number' && parseSite(String(w.site)) ? (w as WaitingTarget) : null;
}

const waiting = new StorageItem<WaitingTarget | null>('waiting', {
  area: 'session',
  fallback: null,
  parse: parseWaiting,
});

export async function putWaiting(target: WaitingTarget): Promise<void> {
  await waiting.set(target);
}

/** The grant for the tab that the user looks at; null when there is none or it has died. */
export async function peekWaiting(now: number): Promise<WaitingTarget | null> {
  const target = await waiting.get();
  if (!target) return null;
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  if (now - target.at <= LIFE_MS && now >= target.at && tab?.id === target.tabId) return target;
  await waiting.remove();
  return null;
}

export async function dropWaiting(): Promise<void> {
  await waiting.remove();
}
