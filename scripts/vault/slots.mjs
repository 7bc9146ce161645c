/** Key slots as docs/vault-format.md describes them, of both versions. */
import { base64, count, fields, fromBase64, identity, list, object, orNull, text } from './shape.mjs';
import { Unreadable } from './unreadable.mjs';

/** @typedef {import('./types.mjs').Slot} Slot */
/** @typedef {import('./types.mjs').Factor} Factor */
/** @typedef {import('./shape.mjs').Kind} Kind */

/** What each type of factor has beside its type; they stand in a slot in this order. @type {Record<string, Record<string, Kind>>} */
const FACTORS = {
  pin: { argon2: object },
  device: {},
  pepper: {},
  passphrase: { argon2: object },
  passkey: { credential: text, input: base64(32), relyingParty: orNull(text) },
  recovery: { number: count },
  contact: { half: base64(17) },
};
const ORDER = Object.keys(FACTORS);
const COSTS = { memoryKiB: count, iterations: count, parallelism: count };
const COMMON = { id: identity, vault: identity, generation: count };

/** @param {unknown} value @param {string} what @param {string[]} notes */
function factor(value, what, notes) {
  const stored = /** @type {Record<string, unknown> | undefined} */ (object(value));
  const type = String(stored?.type);
  const kinds = FACTORS[type];
  if (!kinds) throw new Unreadable(`${what} has a factor of a type that the document does not name.`);
  const found = fields(value, `${what}, factor ${type}`, { type: text, ...kinds }, notes);
  if (found.argon2)
    found.argon2 = fields(found.argon2, `${what}, factor ${type}`, { ...COSTS, salt: base64(32) }, notes);
  return /** @type {Factor} */ (found);
}

/** @param {Factor[]} factors @param {string} what @param {string[]} notes */
function noteOrder(factors, what, notes) {
  const places = factors.map(({ type }) => ORDER.indexOf(type));
  if (places.some((place, index) => index > 0 && place <= (places[index - 1] ?? -1)))
    notes.push(`${what} has its factors in another order than the document's, or one twice.`);
}

/**
 * As a database of format 1 has it: without a version, with a type. Argon2id's salt is the slot's.
 *
 * @param {unknown} value
 * @param {(size: number) => Kind} bytes
 * @param {string} what
 * @param {string[]} notes
 * @returns {Slot}
 */
function ofFormat1(value, bytes, what, notes) {
  const isPin = /** @type {{ type: unknown }} */ (value).type === 'pin';
  const own = isPin ? { argon2: object } : { number: count };
  const kinds = { ...COMMON, salt: bytes(32), type: text, sealed: bytes(60), ...own };
  const { type, argon2, number, ...slot } = fields(value, what, kinds, notes);
  if (!isPin && type !== 'recovery')
    throw new Unreadable(`${what} is of a type that the document does not name.`);
  if (!isPin) return { version: 1, ...slot, factors: [{ type, number }] };
  const costs = fields(argon2, `${what}, argon2`, COSTS, notes);
  const salt = slot.salt.toString('base64');
  return { version: 1, ...slot, factors: [{ type, argon2: { ...costs, salt } }, { type: 'device' }] };
}

/**
 * @param {unknown} value
 * @param {(size: number) => Kind} bytes how `salt` and `sealed` are stored: plain in a database, in base 64 in a copy
 * @param {string} what
 * @param {string[]} notes
 * @returns {Slot}
 */
export function slotFrom(value, bytes, what, notes) {
  const found = /** @type {Record<string, unknown>} */ (object(value) ?? {});
  if (!Object.hasOwn(found, 'version') && Object.hasOwn(found, 'type'))
    return ofFormat1(found, bytes, what, notes);
  const slot = fields(
    value,
    what,
    { version: count, ...COMMON, salt: bytes(32), factors: list, sealed: bytes(60) },
    notes,
  );
  if (slot.version !== 1 && slot.version !== 2)
    throw new Unreadable(`${what} is of version ${slot.version}, which the document does not name.`);
  /** @type {Factor[]} */
  const factors = slot.factors.map((/** @type {unknown} */ each) => factor(each, what, notes));
  noteOrder(factors, what, notes);
  return { ...slot, factors };
}

/** Of an Argon2id salt or another short text of the document that is in base 64. @param {string} value */
export function bytesOf(value) {
  return fromBase64(value) ?? Buffer.alloc(0);
}
