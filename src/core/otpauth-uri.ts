/**
 * otpauth:// URIs as Google's "Key URI Format" describes them and as issuers write them.
 *
 * Read by hand: browsers disagree on how `new URL` splits a scheme that they do not know.
 */
import {
  type Account,
  type Algorithm,
  type CodeSettings,
  DEFAULT_DIGITS,
  DEFAULT_PERIOD_SECONDS,
  type Enrolment,
  MAX_DIGITS,
  MAX_PERIOD_SECONDS,
  MIN_DIGITS,
} from './account.ts';
import { decodeBase32, encodeBase32 } from './base32.ts';
import { cleanText } from './clean-text.ts';
import { err, ok, type Result } from './result.ts';

export type OtpauthError =
  | 'not-otpauth'
  | 'too-long'
  | 'bad-type'
  | 'no-secret'
  | 'bad-secret'
  | 'bad-algorithm'
  | 'bad-digits'
  | 'bad-period'
  | 'bad-counter'
  | 'duplicate-parameter';

/** The longest URI that is read, in UTF-16 units. */
export const MAX_URI_LENGTH = 4096;

const PARAMETERS = new Set([
  'secret',
  'issuer',
  'algorithm',
  'digits',
  'period',
  'counter',
  'encoder',
  'steam',
]);

/**
 * What an otpauth URI says, or why it cannot be read.
 *
 * Where label and query name different issuers the query's rules and `labelIssuer` keeps the other. An empty parameter
 * counts as absent, a period over a day as a day. Parameters that are not of the format are ignored.
 */
export function parseOtpauthUri(text: string): Result<Enrolment, OtpauthError> {
  if (text.length > MAX_URI_LENGTH) return err('too-long');
  // A '#' starts no fragment: Microsoft writes guest accounts as user#EXT#@domain without escaping.
  const parts = /^otpauth:\/\/([^/?]*)\/?([^?]*)\??(.*)$/is.exec(text.trim());
  if (!parts) return err('not-otpauth');
  const [, type = '', label = '', query = ''] = parts;

  const parameters = parseQuery(query);
  if (!parameters) return err('duplicate-parameter');
  const names = splitLabel(decodePercent(label), parameters.get('issuer') ?? '');
  const settings = parseSettings(type.toLowerCase(), names.issuer, parameters);
  if (!settings.ok) return settings;

  const secretText = parameters.get('secret');
  if (!secretText) return err('no-secret');
  const secret = decodeBase32(secretText);
  return secret.ok ? ok({ ...names, secret: secret.value, settings: settings.value }) : secret;
}

/**
 * The URI that `parseOtpauthUri` reads back to the same account, given that issuer and name are clean.
 *
 * Only 128 emoji in both issuer and name with a secret of hundreds of bytes make one over `MAX_URI_LENGTH`.
 */
export function formatOtpauthUri(account: Pick<Account, 'issuer' | 'name' | 'secret' | 'settings'>): string {
  const { secret, settings } = account;
  const issuer = cleanText(account.issuer);
  const name = cleanText(account.name);
  // The colon stays when the name has one of its own, or its first part would be read as an issuer.
  const prefix = issuer !== '' || name.includes(':') ? `${encodeURIComponent(issuer)}:` : '';
  const query = [
    `secret=${encodeBase32(secret)}`,
    ...(issuer === '' ? [] : [`issuer=${encodeURIComponent(issuer)}`]),
    ...formatSettings(settings, issuer),
  ];
  const type = settings.type === 'hotp' ? 'hotp' : 'totp';
  return `otpauth://${type}/${prefix}${encodeURIComponent(name)}?${query.join('&')}`;
}

/**
 * Issuer and name in a label ("issuer:name", "name"), cleaned. `queryIssuer` rules when it is not empty; a label that
 * begins with it is split there, else at the first colon.
 */
export function splitLabel(
  label: string,
  queryIssuer: string,
): Pick<Enrolment, 'issuer' | 'labelIssuer' | 'name'> {
  const ruling = cleanText(queryIssuer, MAX_URI_LENGTH);
  const line = cleanText(label, MAX_URI_LENGTH);
  const colon = ruling !== '' && line.startsWith(`${ruling}:`) ? ruling.length : line.indexOf(':');
  const labelIssuer = cleanText(line.slice(0, Math.max(colon, 0)));
  return {
    issuer: ruling === '' ? labelIssuer : cleanText(ruling),
    labelIssuer,
    name: cleanText(line.slice(colon + 1)),
  };
}

/** One character of UTF-8 (RFC 3629) in percent escapes. */
const ESCAPED =
  /%[0-7][0-9a-f]|%[cd][0-9a-f]%[89ab][0-9a-f]|%e[0-9a-f](?:%[89ab][0-9a-f]){2}|%f[0-7](?:%[89ab][0-9a-f]){3}/gi;

/** Percent-decodes as UTF-8; what is no escape or no UTF-8 stays as written. Never throws. */
export function decodePercent(text: string): string {
  return text.replace(ESCAPED, (escapes) => {
    try {
      return decodeURIComponent(escapes);
    } catch {
      // URIError: an overlong form or a surrogate. The rest of the text is still worth having.
      return escapes;
    }
  });
}

/** Null when a parameter of the format stands there twice: which of two secrets is shown must not be a guess. */
function parseQuery(query: string): Map<string, string> | null {
  const parameters = new Map<string, string>();
  for (const pair of query.split('&')) {
    const equals = pair.includes('=') ? pair.indexOf('=') : pair.length;
    const key = decodePercent(pair.slice(0, equals)).trim().toLowerCase();
    if (!PARAMETERS.has(key)) continue;
    if (parameters.has(key)) return null;
    parameters.set(key, decodePercent(pair.slice(equals + 1).replaceAll('+', ' ')).trim());
  }
  return parameters;
}

function parseSettings(
  type: string,
  issuer: string,
  parameters: Map<string, string>,
): Result<CodeSettings, OtpauthError> {
  if (type !== 'totp' && type !== 'hotp' && type !== 'steam') return err('bad-type');
  if (type === 'steam' || (type === 'totp' && saysSteam(issuer, parameters))) return ok({ type: 'steam' });

  const algorithm = parseAlgorithm(parameters.get('algorithm') || 'SHA1');
  if (!algorithm) return err('bad-algorithm');
  const digits = parseInteger(parameters.get('digits') || `${DEFAULT_DIGITS}`);
  if (digits === null || digits < MIN_DIGITS || digits > MAX_DIGITS) return err('bad-digits');
  if (type === 'hotp') {
    const counter = parseInteger(parameters.get('counter') || '0');
    return counter === null ? err('bad-counter') : ok({ type, algorithm, digits, counter });
  }
  const period = parseInteger(parameters.get('period') || `${DEFAULT_PERIOD_SECONDS}`);
  if (period === null || period < 1) return err('bad-period');
  return ok({ type, algorithm, digits, periodSeconds: Math.min(period, MAX_PERIOD_SECONDS) });
}

/** An `encoder` (KeePassXC) or `steam` flag decides; without either the issuer's name does, as no other uses it. */
function saysSteam(issuer: string, parameters: Map<string, string>): boolean {
  const encoder = parameters.get('encoder');
  if (encoder) return encoder.toLowerCase() === 'steam';
  const flag = parameters.get('steam');
  if (flag !== undefined) return !/^(0|false|no)$/i.test(flag);
  return issuer.toLowerCase() === 'steam';
}

function formatSettings(settings: CodeSettings, issuer: string): string[] {
  if (settings.type === 'steam') return ['algorithm=SHA1', 'digits=5', 'period=30', 'encoder=steam'];
  const { algorithm, digits } = settings;
  const common = [`algorithm=${algorithm}`, `digits=${digits}`];
  if (settings.type === 'hotp') return [...common, `counter=${settings.counter}`];
  const period = `period=${settings.periodSeconds}`;
  // Without the encoder the name alone would make it a Steam Guard account when it is read back.
  return issuer.toLowerCase() === 'steam' ? [...common, period, 'encoder=decimal'] : [...common, period];
}

/** Takes 'sha256', 'SHA-256', 'HmacSHA256' and the like. */
function parseAlgorithm(text: string): Algorithm | null {
  switch (
    text
      .toUpperCase()
      .replace(/[\s_-]/g, '')
      .replace(/^HMAC/, '')
  ) {
    case 'SHA1':
      return 'SHA1';
    case 'SHA256':
      return 'SHA256';
    case 'SHA512':
      return 'SHA512';
    default:
      return null;
  }
}

function parseInteger(text: string): number | null {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  return Number.isSafeInteger(value) ? value : null;
}
