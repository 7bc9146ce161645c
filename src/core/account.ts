import { cleanText } from './clean-text.ts';

/** 16 random bytes as base64url, 22 characters. */
export type AccountId = string & { readonly __brand: 'AccountId' };

/** A registrable domain ('github.com'), or host:port for IP addresses, localhost and single-label hosts. */
export type Site = string & { readonly __brand: 'Site' };

export type Algorithm = 'SHA1' | 'SHA256' | 'SHA512';

export type CodeSettings =
  | { type: 'totp'; algorithm: Algorithm; digits: number; periodSeconds: number }
  | { type: 'hotp'; algorithm: Algorithm; digits: number; counter: number }
  | { type: 'steam' }; // 5 characters, 30 s, SHA-1

export type AddedFrom = 'page' | 'image' | 'uri' | 'hand';

/** What an otpauth URI says; not yet an account. */
export interface Enrolment {
  /** The one that rules: the query's, or the label's where the query has none. */
  issuer: string;
  /** What stood before the colon of the label, '' if nothing did. */
  labelIssuer: string;
  name: string;
  secret: Uint8Array;
  settings: CodeSettings;
}

export interface Account {
  id: AccountId;
  issuer: string;
  name: string;
  secret: Uint8Array;
  settings: CodeSettings;
  sites: Site[];
  /** Milliseconds since 1970. */
  addedAt: number;
  addedFrom: AddedFrom;
}

/** An account as JSON holds it: the secret is base64 (RFC 4648 §4, with padding). */
export interface EncodedAccount extends Omit<Account, 'secret'> {
  secret: string;
}

export const ACCOUNT_ID_BYTES = 16;
export const MIN_DIGITS = 1;
export const MAX_DIGITS = 10;
/** Fewer digits than this are read from a URI but not offered: they are no protection worth the name. */
export const MIN_OFFERED_DIGITS = 5;
export const DEFAULT_DIGITS = 6;
export const MAX_PERIOD_SECONDS = 86_400;
export const DEFAULT_PERIOD_SECONDS = 30;
export const MAX_COUNTER = Number.MAX_SAFE_INTEGER;
export const MAX_SECRET_BYTES = 1024;
/** RFC 4226 §4, R6: the shared secret must be at least 128 bits. */
export const STRONG_SECRET_BYTES = 16;
export const MAX_SITES = 100;

/** The latest time that a Date can hold, in milliseconds. */
const MAX_TIME = 8.64e15;

/** True for a secret below what RFC 4226 asks for: worth a word to the user, never a refusal. */
export function isWeakSecret(secret: Uint8Array): boolean {
  return secret.length < STRONG_SECRET_BYTES;
}

/** The id, or null when `text` is not the base64url form of 16 bytes. The one place that makes an AccountId. */
export function parseAccountId(text: string): AccountId | null {
  // 22 characters hold 132 bits: the last one must have its four low bits clear, or one id would have 16 spellings.
  return /^[A-Za-z0-9_-]{21}[AQgw]$/.test(text) ? (text as AccountId) : null;
}

/** The id for these 16 random bytes. Throws RangeError for any other number of bytes. */
export function newAccountId(randomBytes: Uint8Array): AccountId {
  const base64url = toBase64(randomBytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  const id = parseAccountId(base64url);
  if (!id) throw new RangeError(`An account id takes ${ACCOUNT_ID_BYTES} bytes`);
  return id;
}

/**
 * The site, or null when `text` does not have the form of one: a lower-case ASCII host, with a port or without.
 *
 * Form only. Which part of a host is the registrable domain is for whoever derives a site from an address to say.
 */
export function parseSite(text: string): Site | null {
  const parts = /^(\[[0-9a-f:.]{2,45}\]|[a-z0-9_-]+(?:\.[a-z0-9_-]+)*)(?::([1-9]\d{0,4}))?$/.exec(text);
  const [, host = '', port = '1'] = parts ?? [];
  return parts && host.length <= 253 && Number(port) <= 65_535 ? (text as Site) : null;
}

/** The JSON form that `parseAccount` reads back. */
export function encodeAccount(account: Account): EncodedAccount {
  const { id, issuer, name, secret, settings, sites, addedAt, addedFrom } = account;
  return {
    id,
    issuer,
    name,
    secret: toBase64(secret),
    settings: { ...settings },
    sites: [...sites],
    addedAt,
    addedFrom,
  };
}

/**
 * The account in a decoded JSON object from anywhere, or null when any field is missing or out of range.
 *
 * Issuer and name are cleaned rather than refused: a strange character in one is no reason to lose a secret. Fields
 * that an account does not have are dropped.
 */
export function parseAccount(value: unknown): Account | null {
  if (!isRecord(value)) return null;
  const { issuer, name, addedAt, addedFrom } = value;
  const id = typeof value.id === 'string' ? parseAccountId(value.id) : null;
  const secret = parseSecret(value.secret);
  const settings = parseSettings(value.settings);
  const sites = parseSites(value.sites);
  if (!id || !secret || !settings || !sites) return null;
  if (typeof issuer !== 'string' || typeof name !== 'string') return null;
  if (!isIntegerIn(addedAt, 0, MAX_TIME) || !isAddedFrom(addedFrom)) return null;
  return {
    id,
    issuer: cleanText(issuer),
    name: cleanText(name),
    secret,
    settings,
    sites,
    addedAt,
    addedFrom,
  };
}

function parseSettings(value: unknown): CodeSettings | null {
  if (!isRecord(value)) return null;
  const { type, algorithm, digits, periodSeconds, counter } = value;
  if (type === 'steam') return { type };
  if (!isAlgorithm(algorithm) || !isIntegerIn(digits, MIN_DIGITS, MAX_DIGITS)) return null;
  if (type === 'totp' && isIntegerIn(periodSeconds, 1, MAX_PERIOD_SECONDS)) {
    return { type, algorithm, digits, periodSeconds };
  }
  if (type === 'hotp' && isIntegerIn(counter, 0, MAX_COUNTER)) return { type, algorithm, digits, counter };
  return null;
}

function parseSites(value: unknown): Site[] | null {
  if (!Array.isArray(value) || value.length > MAX_SITES) return null;
  const sites = new Set<Site>();
  for (const text of value as unknown[]) {
    const site = typeof text === 'string' ? parseSite(text) : null;
    if (!site) return null;
    sites.add(site);
  }
  return [...sites];
}

function parseSecret(value: unknown): Uint8Array | null {
  if (typeof value !== 'string' || value.length > Math.ceil(MAX_SECRET_BYTES / 3) * 4) return null;
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(value) || value.length % 4 !== 0) return null;
  const secret = Uint8Array.from(atob(value), (char) => char.charCodeAt(0));
  return secret.length <= MAX_SECRET_BYTES ? secret : null;
}

function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isIntegerIn(value: unknown, min: number, max: number): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= min && value <= max;
}

function isAlgorithm(value: unknown): value is Algorithm {
  return value === 'SHA1' || value === 'SHA256' || value === 'SHA512';
}

function isAddedFrom(value: unknown): value is AddedFrom {
  return value === 'page' || value === 'image' || value === 'uri' || value === 'hand';
}

/** The same codes at the same time: same secret, same settings. Names and sites may differ. */
export function makesSameCodes(a: Account, b: Account): boolean {
  const settings = (account: Account) => JSON.stringify(Object.entries(account.settings).sort());
  return (
    a.secret.length === b.secret.length &&
    a.secret.every((byte, i) => byte === b.secret[i]) &&
    settings(a) === settings(b)
  );
}
