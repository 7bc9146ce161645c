/** Looks at values from the disk once, field by field, against what docs/vault-format.md says of them. */
import { Unreadable } from './unreadable.mjs';

/** @typedef {(value: unknown) => unknown} Kind gives the value, or undefined when it is of another kind */
/** @typedef {string[]} Notes sentences on what is there and not in the document */

/** The bytes of canonical base 64, or undefined. @param {unknown} value @param {number} [size] */
export function fromBase64(value, size) {
  if (typeof value !== 'string') return undefined;
  const bytes = Buffer.from(value, 'base64');
  if (bytes.toString('base64') !== value || (size !== undefined && bytes.length !== size)) return undefined;
  return bytes;
}

/** @type {Kind} */
export const text = (value) => (typeof value === 'string' ? value : undefined);
/** @type {Kind} */
export const count = (value) => (Number.isSafeInteger(value) && Number(value) >= 0 ? value : undefined);
/** @type {Kind} */
export const object = (value) =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
/** @type {Kind} */
export const list = (value) => (Array.isArray(value) ? value : undefined);
/** @type {Kind} */
export const identity = (value) => (fromBase64(value, 16) ? value : undefined);
/** @param {number} size @returns {Kind} */
export const base64 = (size) => (value) => (fromBase64(value, size) ? value : undefined);
/** @param {number} [size] @returns {Kind} */
export const base64Bytes = (size) => (value) => fromBase64(value, size);
/** @param {number} [size] @returns {Kind} */
export const rawBytes = (size) => (value) =>
  value instanceof Uint8Array && (size === undefined || value.length === size)
    ? Buffer.from(value)
    : undefined;
/** @param {Kind} kind @returns {Kind} */
export const orNull = (kind) => (value) => (value === null ? null : kind(value));

/**
 * An object with these fields. Others are left out and noted, by name only.
 *
 * @param {unknown} value
 * @param {string} what
 * @param {Record<string, Kind>} kinds
 * @param {Notes} notes
 * @returns {any}
 */
export function fields(value, what, kinds, notes) {
  const found = /** @type {Record<string, unknown> | undefined} */ (object(value));
  if (!found) throw new Unreadable(`${what} is no object.`);
  /** @type {Record<string, unknown>} */
  const taken = {};
  for (const [name, kind] of Object.entries(kinds)) {
    if (!Object.hasOwn(found, name)) throw new Unreadable(`${what} has no field ${name}.`);
    taken[name] = kind(found[name]);
    if (taken[name] === undefined)
      throw new Unreadable(`${what}: the field ${name} is not what it should be.`);
  }
  for (const name of Object.keys(found))
    if (!Object.hasOwn(kinds, name))
      notes.push(`${what} has a field ${name}, which the document does not name.`);
  return taken;
}
