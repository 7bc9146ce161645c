/**
 * What was acknowledged: plain data, copied for each outcome that an interrupted operation may have.
 *
 * @typedef {'basic' | 'strong' | 'two-step'} Mode
 * @typedef {{ issuer: string, name: string, secret: string, site: string }} Account `name` is its own
 * @typedef {object} Vault
 * @property {Mode} mode
 * @property {string} pin
 * @property {string | null} passphrase
 * @property {string} recoveryCode
 * @property {number} recoveryNumber
 * @property {{ text: string | null } | null} contact `text` null: one was made, and its text was never shown
 * @property {Account[]} accounts
 *
 * @typedef {{ theme: string, language: string, autoLockMinutes: number }} Settings
 * @typedef {{ vault: Vault | null, settings: Settings }} Ledger
 * @typedef {{ file: string, passphrase: string, pin: string | null, accounts: Account[] }} Backup
 */
import { createHash } from 'node:crypto';

/** As a browser has them that was never asked. @type {Settings} */
export const NO_SETTINGS = { theme: 'auto', language: 'auto', autoLockMinutes: 5 };

export const MODES = /** @type {const} */ (['basic', 'strong', 'two-step']);

/** @template T @param {T} data @param {(copy: T) => void} change @returns {T} */
export function changed(data, change) {
  const copy = structuredClone(data);
  change(copy);
  return copy;
}

/** None that is refused as weak: "abcade", all of them different. @param {import('./random.mjs').Random} random */
export function newPin(random) {
  const digits = [...'0123456789'];
  const [a, b, c, d, e] = Array.from({ length: 5 }, () => digits.splice(random.below(digits.length), 1)[0]);
  return `${a}${b}${c}${a}${d}${e}`;
}

/** @param {import('./random.mjs').Random} random */
export function newPassphrase(random) {
  return `quiet lantern ${random.below(1e9)} river`;
}

const BASE_32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** @param {string} of */
function drawn(of) {
  return [...createHash('sha256').update(of).digest()].map((byte) => BASE_32[byte % 32]).join('');
}

/** The sites resemble each other in nothing: a look-alike is not bound without being asked. @param {number} serial @returns {Account} */
export function newAccount(serial) {
  return {
    issuer: 'Issuer 0',
    name: `user-${serial}`,
    secret: drawn(`account ${serial}`),
    site: `${drawn(`site ${serial}`).slice(0, 12).toLowerCase()}.example`,
  };
}

/** @param {string} secret */
export function secretBytes(secret) {
  const bits = [...secret].map((char) => BASE_32.indexOf(char).toString(2).padStart(5, '0')).join('');
  return Uint8Array.from(bits.match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2));
}

/** @param {Account} account */
export function uriOf({ issuer, name, secret }) {
  const encoded = encodeURIComponent(issuer);
  return `otpauth://totp/${encoded}:${name}?secret=${secret}&issuer=${encoded}`;
}

/** The second secret as messages take it, as a proof or as a new one. @param {{ passphrase: string | null }} vault */
export function secondOf({ passphrase }) {
  return passphrase === null ? null : { kind: 'passphrase', passphrase };
}

/** What the mode protects with. @param {Vault} vault */
export function modeProofs(vault) {
  return { pin: vault.pin, ...(vault.mode === 'two-step' && { second: secondOf(vault) }) };
}

/** Slot types that are stored in this state. @param {Vault} vault */
export function slotTypes({ mode, contact }) {
  const stored = {
    basic: ['device+pin', 'recovery'],
    strong: ['passphrase', 'recovery'],
    'two-step': ['device+passphrase+pin', 'pin+recovery', 'passphrase+recovery'],
  }[mode];
  if (contact) stored.push(mode === 'two-step' ? 'contact+passphrase' : 'contact');
  return stored.sort();
}
