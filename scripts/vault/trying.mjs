import { openRecord, openSlot } from './opening.mjs';
import { noteContent } from './record-content.mjs';
import { Unreadable } from './unreadable.mjs';

/**
 * Of a slot: whether it opened, null where it was not tried for want of the `missing` factors.
 *
 * @typedef {{ opened: boolean | null, missing: string[] }} Trial
 */

/**
 * Tries all slots with what the user has, and opens the records under the keys that came out.
 *
 * @param {{ slots: import('./types.mjs').Slot[], records: import('./types.mjs').VaultRecord[] }} vault
 * @param {import('./materials.mjs').Have} have
 * @param {import('./vault-data.mjs').Report} report
 * @returns {Promise<{ trials: Trial[], opened: Record<string, number>, accounts: { issuer: string, name: string }[] }>}
 */
export async function tryVault({ slots, records }, have, report) {
  /** @type {Map<number, Buffer>} */
  const masterKeys = new Map();
  /** @type {Trial[]} */
  const trials = [];
  for (const slot of slots) {
    try {
      const { masterKey, missing } = await openSlot(slot, have);
      trials.push({ opened: missing.length > 0 ? null : masterKey !== null, missing });
      const other = masterKeys.get(slot.generation);
      if (masterKey && other && !other.equals(masterKey))
        report.problems.push(`Two slots of generation ${slot.generation} hold different master keys.`);
      if (masterKey) masterKeys.set(slot.generation, masterKey);
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      report.problems.push(error.message);
      trials.push({ opened: false, missing: [] });
    }
  }
  /** @type {Record<string, number>} */
  const opened = {};
  /** @type {{ issuer: string, name: string }[]} */
  const accounts = [];
  for (const record of records) {
    const masterKey = masterKeys.get(record.generation);
    const content = masterKey ? openRecord(record, masterKey) : null;
    if (content === null) continue;
    opened[record.kind] = (opened[record.kind] ?? 0) + 1;
    noteContent(record.kind, content, report.notes);
    if (record.kind === 'account') accounts.push(/** @type {{ issuer: string, name: string }} */ (content));
  }
  return { trials, opened, accounts };
}
