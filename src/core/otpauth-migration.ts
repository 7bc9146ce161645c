/**
 * What Google Authenticator's "Transfer accounts" pictures hold: otpauth-migration://offline?data= and a base64
 * protocol buffer. The message, as far as it is read (proto3):
 *
 *   payload: 1 accounts (repeated), 2 version, 3 batch size, 4 batch index, 5 batch id
 *   account: 1 secret, 2 name, 3 issuer, 4 algorithm, 5 digits, 6 type, 7 counter
 */
import {
  type Algorithm,
  type CodeSettings,
  DEFAULT_DIGITS,
  DEFAULT_PERIOD_SECONDS,
  type Enrolment,
  MAX_COUNTER,
  MAX_SECRET_BYTES,
} from './account.ts';
import { decodePercent, splitLabel } from './otpauth-uri.ts';
import { err, ok, type Result } from './result.ts';

export type MigrationError =
  | 'not-migration'
  | 'too-long'
  | 'no-data'
  | 'bad-base64'
  | 'bad-payload'
  | 'no-accounts';

/** One picture of a transfer; `unreadable` counts accounts that were left out (MD5, no secret, unknown values). */
export interface Migration {
  enrolments: Enrolment[];
  unreadable: number;
  /** This picture is number `index` (from 0) of `size`; all of one transfer share `id`. */
  batch: { index: number; size: number; id: number };
}

/** Twice what the largest QR code holds. */
export const MAX_MIGRATION_LENGTH = 8192;

const MAX_BATCH_SIZE = 1000;

/** The accounts in a transfer URI, or why it cannot be read. An account that cannot be read does not spoil the rest. */
export function parseMigrationUri(text: string): Result<Migration, MigrationError> {
  if (text.length > MAX_MIGRATION_LENGTH) return err('too-long');
  const parts = /^otpauth-migration:\/\/offline\/?\?(.*)$/is.exec(text.trimStart());
  if (!parts) return err('not-migration');
  const data = /(?:^|&)data=([^&#]*)/i.exec(parts[1] ?? '')?.[1];
  if (!data) return err('no-data');
  const bytes = decodeBase64(decodePercent(data));
  if (!bytes) return err('bad-base64');
  const fields = readFields(bytes);
  if (!fields) return err('bad-payload');

  const read = fields.filter((field) => field.number === 1).map((field) => parseEntry(field.value));
  if (read.length === 0) return err('no-accounts');
  const enrolments = read.filter((enrolment) => enrolment !== null);
  return ok({ enrolments, unreadable: read.length - enrolments.length, batch: parseBatch(fields) });
}

function parseBatch(fields: Field[]): Migration['batch'] {
  const id = Number(BigInt.asIntN(32, integerOf(fields, 5) ?? 0n));
  const size = Number(integerOf(fields, 3) ?? 0n);
  const index = Number(integerOf(fields, 4) ?? 0n);
  // The accounts matter more than their count: numbers that make no sense mean a transfer of one picture.
  return size <= MAX_BATCH_SIZE && index < size ? { index, size, id } : { index: 0, size: 1, id };
}

function parseEntry(value: Field['value']): Enrolment | null {
  const fields = value instanceof Uint8Array ? readFields(value) : null;
  if (!fields) return null;
  const secret = bytesOf(fields, 1);
  const name = textOf(fields, 2);
  const issuer = textOf(fields, 3);
  const settings = parseSettings(fields);
  if (!secret || name === null || issuer === null || !settings) return null;
  if (secret.length < 1 || secret.length > MAX_SECRET_BYTES) return null;

  const names = splitLabel(name, issuer);
  // Here a prefix is an issuer only when it repeats the issuer or nothing else says one: the name is no URI label.
  const isPrefix = issuer === '' || names.labelIssuer === names.issuer;
  const kept = isPrefix ? names : splitLabel(`:${name}`, '');
  return { ...kept, issuer: names.issuer, secret: secret.slice(), settings };
}

/** Null on values outside the format. Zero is proto3's "not said" and stands for the default. */
function parseSettings(fields: Field[]): CodeSettings | null {
  const algorithm = algorithmOf(integerOf(fields, 4));
  const digits = digitsOf(integerOf(fields, 5));
  const type = integerOf(fields, 6);
  const counter = integerOf(fields, 7);
  if (algorithm === null || digits === null || counter === null) return null;
  if (type === 0n || type === 2n) {
    return { type: 'totp', algorithm, digits, periodSeconds: DEFAULT_PERIOD_SECONDS };
  }
  if (type !== 1n || counter > BigInt(MAX_COUNTER)) return null;
  return { type: 'hotp', algorithm, digits, counter: Number(counter) };
}

function algorithmOf(value: bigint | null): Algorithm | null {
  if (value === 0n || value === 1n) return 'SHA1';
  if (value === 2n) return 'SHA256';
  return value === 3n ? 'SHA512' : null; // 4 is MD5
}

function digitsOf(value: bigint | null): number | null {
  if (value === 0n || value === 1n) return DEFAULT_DIGITS;
  return value === 2n ? 8 : null;
}

/**
 * Base64 in either alphabet, padded or not. Spaces are plus signs that a form decoder took for spaces; line breaks
 * come from mail.
 */
function decodeBase64(text: string): Uint8Array | null {
  const unbroken = text.replace(/[\r\n\t]/g, '');
  // A space at the end is a plus sign only where one is missing to whole groups of four.
  const trimmed = unbroken.length % 4 === 0 ? unbroken : unbroken.trimEnd();
  const digits = trimmed.replace(/=+$/, '').replace(/[ -]/g, '+').replaceAll('_', '/');
  if (!/^[A-Za-z0-9+/]+$/.test(digits) || digits.length % 4 === 1) return null;
  return Uint8Array.from(atob(digits), (char) => char.charCodeAt(0));
}

/** A field on the wire; fixed-width ones are passed over, as no message here has any. */
interface Field {
  number: number;
  value: bigint | Uint8Array;
}

/**
 * All fields of one message, or null when it ends early or is no protocol buffer. Field bytes are views of `bytes`.
 *
 * Every step moves on by at least a byte, so that the work is bounded by the length whatever the bytes say.
 */
function readFields(bytes: Uint8Array): Field[] | null {
  const fields: Field[] = [];
  let at = 0;
  while (at < bytes.length) {
    const tag = readVarint(bytes, at);
    if (!tag || tag.value >> 3n === 0n || tag.value > 0xffffffffn) return null;
    at = tag.end;
    const number = Number(tag.value >> 3n);
    const wireType = Number(tag.value & 7n);
    if (wireType === 1 || wireType === 5) {
      at += wireType === 1 ? 8 : 4;
    } else if (wireType === 0 || wireType === 2) {
      const varint = readVarint(bytes, at);
      if (!varint) return null;
      at = varint.end;
      if (wireType === 0) {
        fields.push({ number, value: varint.value });
        continue;
      }
      if (varint.value > BigInt(bytes.length - at)) return null;
      const end = at + Number(varint.value);
      fields.push({ number, value: bytes.subarray(at, end) });
      at = end;
    } else {
      return null; // groups, which proto3 does not have
    }
  }
  return at === bytes.length ? fields : null;
}

/** An unsigned 64-bit integer in at most ten bytes, and where it ends. */
function readVarint(bytes: Uint8Array, start: number): { value: bigint; end: number } | null {
  let value = 0n;
  for (let i = 0; i < 10; i++) {
    const byte = bytes[start + i];
    if (byte === undefined) return null;
    value |= BigInt(byte & 0x7f) << BigInt(7 * i);
    if (byte < 0x80) return { value: BigInt.asUintN(64, value), end: start + i + 1 };
  }
  return null;
}

/** The last value of that number, as proto3 has it; 0 when absent, null when of the wrong kind. */
function integerOf(fields: Field[], number: number): bigint | null {
  const value = fields.findLast((field) => field.number === number)?.value ?? 0n;
  return typeof value === 'bigint' ? value : null;
}

function bytesOf(fields: Field[], number: number): Uint8Array | null {
  const value = fields.findLast((field) => field.number === number)?.value ?? new Uint8Array();
  return value instanceof Uint8Array ? value : null;
}

function textOf(fields: Field[], number: number): string | null {
  const bytes = bytesOf(fields, number);
  return bytes && new TextDecoder().decode(bytes);
}
