import { type AccountId, parseAccountId, parseSite, type Site } from '../core/account.ts';
import type { TaughtField } from '../messages/protocol.ts';
import type { FillGesture } from '../messages/views.ts';

/** What the vault keeps besides accounts. */
export interface Notes {
  /** Sites where a fill was confirmed in the popup. */
  filledSites: Site[];
  /** Sites where nothing is offered. */
  neverSites: Site[];
  /** Sites where a fill also presses the page's button. */
  submitSites: Site[];
  /** Backup files that were verified, newest first. */
  backups: BackupNote[];
  /** What the user said of fields, by origin; newest last. */
  taught: Lesson[];
  /** What was filled in the last 30 days, newest first. */
  fills: FillNote[];
}

/** A lesson stands for one field of one origin. */
export interface Lesson extends TaughtField {
  origin: string;
}

export interface FillNote {
  /** ms epoch. */
  at: number;
  account: AccountId;
  site: Site;
  by: FillGesture;
  /** ms epoch, which names the step of the code; both null for HOTP. */
  validFrom: number | null;
  validUntil: number | null;
  /** The user cleared the list while its code still ran. */
  cleared?: true;
}

export interface BackupNote {
  /** ms epoch. */
  at: number;
  /** Of the recovery code that opens it; null for a passphrase. */
  number: number | null;
}

const GESTURES: ReadonlySet<unknown> = new Set<FillGesture>(['offer', 'popup', 'command', 'menu', 'refill']);

export const NO_NOTES: Notes = {
  filledSites: [],
  neverSites: [],
  submitSites: [],
  backups: [],
  taught: [],
  fills: [],
};

export function parseNotes(value: unknown): Notes {
  if (typeof value !== 'object' || value === null) return NO_NOTES;
  const sites = (list: unknown): Site[] =>
    Array.isArray(list) ? list.map((text) => parseSite(String(text))).filter((site) => site !== null) : [];
  const { filledSites, neverSites, submitSites, backups, taught, fills } = value as Partial<
    Record<keyof Notes, unknown>
  >;
  return {
    filledSites: sites(filledSites),
    neverSites: sites(neverSites),
    submitSites: sites(submitSites),
    backups: Array.isArray(backups) ? backups.map(parseBackupNote).filter((note) => note !== null) : [],
    taught: Array.isArray(taught) ? taught.map(parseLesson).filter((lesson) => lesson !== null) : [],
    fills: Array.isArray(fills) ? fills.map(parseFillNote).filter((note) => note !== null) : [],
  };
}

function parseLesson(value: unknown): Lesson | null {
  const { origin } = (value ?? {}) as Partial<Lesson>;
  const field = parseTaughtField(value);
  return field && typeof origin === 'string' ? { ...field, origin } : null;
}

/** How long a description of a field may be: pages nest deep, and a hostile one as deep as it likes. */
const MAX_SELECTOR = 2_000;
const MAX_TREES = 20;
const MAX_BOXES = 12;

/** Also a frame's answer, which is no better than its page. */
export function parseTaughtField(value: unknown): TaughtField | null {
  const { boxes, is } = (value ?? {}) as Partial<Record<keyof TaughtField, unknown>>;
  const isSelector = (each: unknown) => typeof each === 'string' && each.length <= MAX_SELECTOR;
  const isList = (each: unknown, most: number): each is unknown[] =>
    Array.isArray(each) && each.length > 0 && each.length <= most;
  if ((is !== 'code' && is !== 'none') || !isList(boxes, MAX_BOXES)) return null;
  if (!boxes.every((path) => isList(path, MAX_TREES) && path.every(isSelector))) return null;
  return { boxes: boxes as string[][], is };
}

function parseFillNote(value: unknown): FillNote | null {
  const { at, account, site, by, validFrom, validUntil, cleared } = (value ?? {}) as Partial<
    Record<keyof FillNote, unknown>
  >;
  const id = parseAccountId(String(account));
  const where = parseSite(String(site));
  const gesture = GESTURES.has(by) ? (by as FillGesture) : null;
  if (typeof at !== 'number' || !id || !where || !gesture) return null;
  const timeOf = (time: unknown) => (typeof time === 'number' ? time : null);
  const step = { validFrom: timeOf(validFrom), validUntil: timeOf(validUntil) };
  return { at, account: id, site: where, by: gesture, ...step, ...(cleared === true && { cleared }) };
}

function parseBackupNote(value: unknown): BackupNote | null {
  const { at, number } = (value ?? {}) as Partial<BackupNote>;
  if (typeof at !== 'number' || (number !== null && typeof number !== 'number')) return null;
  return { at, number };
}
