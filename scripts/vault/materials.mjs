/** What each factor of a slot contributes to its key. */
import { createHmac } from 'node:crypto';
import { derive } from './sealed.mjs';
import { bytesOf } from './slots.mjs';
import { stretched } from './stretching.mjs';
import { Unreadable } from './unreadable.mjs';
import { secretOf } from './written-code.mjs';

/** @typedef {import('./types.mjs').Slot} Slot */
/** @typedef {import('./types.mjs').Factor} Factor */
/** @typedef {import('./types.mjs').Shown & { deviceKey?: Buffer | null }} Have */

const NOTHING = Buffer.alloc(0);

/** @type {Record<string, keyof Have>} */
const NEEDS = {
  pin: 'pin',
  device: 'deviceKey',
  passphrase: 'passphrase',
  passkey: 'passkey',
  recovery: 'recoveryCode',
  contact: 'contact',
};

/** @param {string | undefined} code @param {1 | 2} kind */
function written(code, kind) {
  const secret = secretOf(code ?? '', kind);
  if (!secret) throw new Unreadable('A written code is none.');
  return secret;
}

/** @type {Record<string, (factor: Factor, slot: Slot, have: Have) => Uint8Array | Promise<Uint8Array>>} */
const MATERIALS = {
  pin: ({ argon2 }, _slot, { pin }) => stretched(pin ?? '', argon2),
  device: (_factor, { salt }, { deviceKey }) =>
    createHmac('sha256', deviceKey ?? NOTHING)
      .update(salt)
      .digest(),
  passphrase: ({ argon2 }, _slot, { passphrase }) =>
    stretched((passphrase ?? '').normalize('NFKC').trim(), argon2),
  passkey: (_factor, _slot, { passkey }) => passkey ?? NOTHING,
  recovery: (_factor, { version }, { recoveryCode }) => {
    const secret = written(recoveryCode, 1);
    // Version 1 derives the slot's key from the secret itself.
    return version === 1 ? secret : derive(secret, NOTHING, 'tweestap recovery v2');
  },
  contact: ({ half }, { salt }, { contact }) =>
    derive(Buffer.concat([written(contact, 2), bytesOf(half ?? '')]), salt, 'tweestap contact v2'),
};

/**
 * The types of the factors that are not at hand. A pepper never is: it is nowhere on the disk.
 *
 * @param {Slot} slot
 * @param {Have} have
 */
export function missingFor({ factors }, have) {
  return factors
    .map(({ type }) => type)
    .filter((type) => {
      const need = NEEDS[type];
      return need === undefined || !have[need];
    });
}

/**
 * The materials of all factors one after the other, none of which is missing.
 *
 * @param {Slot} slot
 * @param {Have} have
 */
export async function materialsOf(slot, have) {
  /** @type {Uint8Array[]} */
  const materials = [];
  for (const factor of slot.factors)
    materials.push((await MATERIALS[factor.type]?.(factor, slot, have)) ?? NOTHING);
  return Buffer.concat(materials);
}
