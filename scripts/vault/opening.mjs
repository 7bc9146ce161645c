/** Opens slots and records, with keys derived as docs/vault-format.md says. */
import { materialsOf, missingFor } from './materials.mjs';
import { derive, unseal } from './sealed.mjs';
import { bytesOf } from './slots.mjs';

/** @typedef {import('./types.mjs').Slot} Slot */
/** @typedef {import('./types.mjs').VaultRecord} VaultRecord */

/** A factor's type and fields, as they stand in the additional data. @param {import('./types.mjs').Factor} factor */
function said({ type, argon2, credential, input, relyingParty, number, half }) {
  const stretch = argon2 ? [argon2.memoryKiB, argon2.iterations, argon2.parallelism, argon2.salt] : [];
  const passkey = credential === undefined ? [] : [credential, input, relyingParty ?? ''];
  return [type, ...stretch, ...passkey, ...[number, half].filter((field) => field !== undefined)];
}

/** @param {Slot} slot @returns {{ info: string, additional: unknown[] }} */
function binding({ version, vault, generation, id, salt, factors }) {
  const salted = salt.toString('base64');
  if (version === 1) {
    const [{ type, argon2, number } = { type: '' }] = factors;
    const own = argon2 ? [argon2.memoryKiB, argon2.iterations, argon2.parallelism] : [number];
    return {
      info: `tweestap slot ${type} v1`,
      additional: ['slot', 1, type, vault, generation, id, salted, ...own],
    };
  }
  const types = factors.map(({ type }) => type).join('+');
  return {
    info: `tweestap slot v2 ${types}`,
    additional: ['slot', version, types, vault, generation, id, salted, ...factors.flatMap(said)],
  };
}

/**
 * The master key; null when the slot does not open. `missing` are factors that were not at hand: then nothing was tried.
 *
 * @param {Slot} slot
 * @param {import('./materials.mjs').Have} have
 * @returns {Promise<{ masterKey: Buffer | null, missing: string[] }>}
 */
export async function openSlot(slot, have) {
  const missing = missingFor(slot, have);
  if (missing.length > 0) return { masterKey: null, missing };
  const { info, additional } = binding(slot);
  const key = derive(await materialsOf(slot, have), slot.salt, info);
  return { masterKey: unseal(key, slot.sealed, additional), missing };
}

/** ISO/IEC 7816-4: 0x80 and zeros, here to a power of two from 256 on. @param {Buffer} padded */
function unpadded(padded) {
  const end = padded.lastIndexOf(0x80);
  const size = padded.length;
  const whole = size >= 256 && (size & (size - 1)) === 0;
  return whole && end >= 0 && padded.subarray(end + 1).every((byte) => byte === 0)
    ? padded.subarray(0, end)
    : null;
}

/**
 * What a record says; null when it does not open.
 *
 * @param {VaultRecord} record
 * @param {Buffer} masterKey of the record's generation
 * @returns {unknown}
 */
export function openRecord({ id, kind, vault, generation, sealed }, masterKey) {
  const key = derive(masterKey, bytesOf(vault), `tweestap data v1 ${generation}`);
  const padded = unseal(key, sealed, ['record', 1, kind, vault, generation, id]);
  const plain = padded && unpadded(padded);
  if (!plain) return null;
  try {
    return JSON.parse(plain.toString('utf8'));
  } catch {
    return null;
  }
}
