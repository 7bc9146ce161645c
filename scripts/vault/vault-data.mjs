/** The vault in a database and in the second copy, from the values that lie there. */
import { createHash } from 'node:crypto';
import { base64, base64Bytes, count, fields, identity, list, object, rawBytes, text } from './shape.mjs';
import { slotFrom } from './slots.mjs';
import { Unreadable } from './unreadable.mjs';

/** @typedef {import('./types.mjs').Meta} Meta */
/** @typedef {import('./types.mjs').Attempts} Attempts */
/** @typedef {import('./types.mjs').VaultRecord} VaultRecord */
/** @typedef {{ problems: string[], notes: string[] }} Report what is damaged, and what only differs from the document */

const NEWEST_FORMAT = 2;
const STORES = ['meta', 'slots', 'records', 'keys', 'attempts'];

/** What `read` gives; damage becomes a problem of the report, and null. @template T @param {Report} report @param {() => T} read */
function tolerant(report, read) {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    report.problems.push(error.message);
    return null;
  }
}

/** @template T @param {(T | null)[]} values @returns {T[]} */
const there = (values) => /** @type {T[]} */ (values.filter((value) => value !== null));

/** @param {unknown} value @param {string} what @param {Report} report @returns {Meta} */
function metaFrom(value, what, { notes }) {
  const kinds = { format: count, vault: identity, generation: count, createdAt: count, revision: count };
  /** @type {Meta} */
  const meta = fields(value, `${what}: the meta`, kinds, notes);
  if (meta.format < 1 || meta.format > NEWEST_FORMAT)
    throw new Unreadable(`${what} is of format ${meta.format}, which the document does not name.`);
  return meta;
}

/** @param {unknown} value @param {import('./shape.mjs').Kind} sealed @param {string} what @param {Report} report @returns {VaultRecord} */
function recordFrom(value, sealed, what, { notes }) {
  return fields(value, what, { id: text, kind: text, vault: identity, generation: count, sealed }, notes);
}

/** @param {unknown} value @param {string} what @param {Report} report @returns {Attempts | null} */
export function attemptsFrom(value, what, report) {
  if (value === undefined || value === null) return null;
  return tolerant(report, () => fields(value, what, { failures: count, lastFailureAt: count }, report.notes));
}

/**
 * A slot of another vault or generation cannot be; such a record may be one that never opened and was left.
 *
 * @param {Meta | null} meta
 * @param {import('./types.mjs').Slot[]} slots
 * @param {VaultRecord[]} records
 * @param {string} what
 * @param {Report} report
 */
function noteStrangers(meta, slots, records, what, report) {
  if (!meta) return;
  const isStrange = (/** @type {{ vault: string, generation: number }} */ part) =>
    part.vault !== meta.vault || part.generation !== meta.generation;
  const strange = [slots.filter(isStrange).length, records.filter(isStrange).length];
  if (strange[0]) report.problems.push(`${what}: ${strange[0]} slots are of another vault or generation.`);
  if (strange[1]) report.notes.push(`${what}: ${strange[1]} records are of another vault or generation.`);
}

/** @param {Map<string, unknown>} store @param {string} what @param {string} part @param {Report} report @param {(value: unknown, what: string) => { id: string }} read */
function allOf(store, what, part, report, read) {
  return there(
    [...store].map(([key, value]) =>
      tolerant(report, () => {
        const found = read(value, `${what}: ${part}`);
        if (found.id !== key) throw new Unreadable(`${what}: ${part} lies under another key than its id.`);
        return found;
      }),
    ),
  );
}

/**
 * @param {import('./types.mjs').RawDatabase} database
 * @param {Report} report
 */
export function vaultIn({ name, stores }, report) {
  for (const store of stores.keys())
    if (!STORES.includes(store))
      report.notes.push(`${name} has a store ${store}, which the document does not name.`);
  const store = (/** @type {string} */ wanted) => stores.get(wanted) ?? new Map();
  const stored = store('meta').get('vault');
  const meta = stored === undefined ? null : tolerant(report, () => metaFrom(stored, name, report));
  const slots = /** @type {import('./types.mjs').Slot[]} */ (
    allOf(store('slots'), name, 'a slot', report, (value, what) =>
      slotFrom(value, rawBytes, what, report.notes),
    )
  );
  const records = /** @type {VaultRecord[]} */ (
    allOf(store('records'), name, 'a record', report, (value, what) =>
      recordFrom(value, rawBytes(), what, report),
    )
  );
  noteStrangers(meta, slots, records, name, report);
  const key = /** @type {import('./types.mjs').DeviceKey | undefined} */ (store('keys').get('device'));
  return {
    meta,
    slots,
    records,
    attempts: attemptsFrom(store('attempts').get('pin'), `${name}: the attempts`, report),
    deviceKey: key?.cryptoKey === true ? key : null,
  };
}

/** @param {Buffer} sealed */
const shortHash = (sealed) => createHash('sha256').update(sealed).digest().subarray(0, 16).toString('base64');

/**
 * The second copy in storage.local, or null. `missing` and `changed` count records of its index, `stray` those that
 * it does not name.
 *
 * @param {Map<string, unknown>} local
 * @param {Report} report
 */
export function copyIn(local, report) {
  const what = 'The second copy';
  const mirror = local.get('mirror');
  if (mirror === undefined) return null;
  return tolerant(report, () => {
    const index = fields(mirror, what, { meta: object, slots: list, records: object }, report.notes);
    const meta = metaFrom(index.meta, what, report);
    const slots = there(
      index.slots.map((/** @type {unknown} */ value) =>
        tolerant(report, () => slotFrom(value, base64Bytes, `${what}: a slot`, report.notes)),
      ),
    );
    const records = [];
    const known = Object.keys(index.records);
    const stray = [...local.keys()].filter(
      (key) => key.startsWith('mirror:') && !known.includes(key.slice('mirror:'.length)),
    ).length;
    const counts = { missing: 0, changed: 0, stray };
    for (const [id, hash] of Object.entries(index.records)) {
      const value = local.get(`mirror:${id}`);
      const record =
        value === undefined
          ? null
          : tolerant(report, () => recordFrom(value, base64Bytes(), `${what}: a record`, report));
      if (!record) counts.missing++;
      else if (shortHash(record.sealed) !== base64(16)(hash) || record.id !== id) counts.changed++;
      else records.push(record);
    }
    noteStrangers(meta, slots, records, what, report);
    return { meta, slots: /** @type {import('./types.mjs').Slot[]} */ (slots), records, ...counts };
  });
}
