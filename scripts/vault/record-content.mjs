/** What the JSON of an opened record should be. Values are looked at and dropped. */
import { base64, base64Bytes, count, fields, list, object, orNull, text } from './shape.mjs';
import { Unreadable } from './unreadable.mjs';

/** @typedef {import('./shape.mjs').Kind} Kind */

const ACCOUNT = {
  id: text,
  issuer: text,
  name: text,
  secret: base64Bytes(),
  settings: object,
  sites: list,
  addedAt: count,
  addedFrom: text,
};
/** @type {Record<string, Record<string, Kind>>} */
const SETTINGS = {
  totp: { type: text, algorithm: text, digits: count, periodSeconds: count },
  hotp: { type: text, algorithm: text, digits: count, counter: count },
  steam: { type: text },
};
const COSTS = { memoryKiB: count, iterations: count, parallelism: count, salt: base64(32) };

/** @type {Record<string, (content: unknown, notes: string[]) => void>} */
const CONTENTS = {
  account(content, notes) {
    const { settings } = fields(content, 'An account', ACCOUNT, notes);
    const kinds = SETTINGS[settings.type];
    if (!kinds) throw new Unreadable("An account's settings are of a type that the document does not name.");
    fields(settings, "An account's settings", kinds, notes);
  },
  notes(content, notes) {
    const kinds = { filledSites: list, neverSites: list, backups: list };
    const { backups } = fields(content, 'The notes', kinds, notes);
    for (const backup of backups)
      fields(backup, 'A verified backup', { at: count, number: orNull(count) }, notes);
  },
  keyring(content, notes) {
    const { recovery, pin } = fields(
      content,
      'The keyring',
      { recovery: object, pin: orNull(object) },
      notes,
    );
    fields(recovery, "The keyring's recovery key", { key: base64(32), number: count }, notes);
    if (!pin) return;
    const { argon2 } = fields(pin, "The keyring's PIN", { argon2: object, stretched: base64(32) }, notes);
    fields(argon2, "The keyring's PIN", COSTS, notes);
  },
};

/**
 * Notes where an opened record differs from the document.
 *
 * @param {string} kind
 * @param {unknown} content
 * @param {string[]} notes
 */
export function noteContent(kind, content, notes) {
  const look = CONTENTS[kind];
  if (!look) {
    notes.push(`A record is of kind ${kind}, which the document does not name.`);
    return;
  }
  try {
    look(content, notes);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    notes.push(`${error.message} It opened all the same.`);
  }
}
