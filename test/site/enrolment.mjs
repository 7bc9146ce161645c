import { randomBytes } from 'node:crypto';
import { toBase32 } from './base32.mjs';
import { DEFAULTS } from './totp.mjs';

/**
 * @typedef {import('./totp.mjs').Settings} Settings
 * @typedef {{ secret: Buffer, settings: Settings }} Enrolment A shared secret and how codes are made of it.
 */

const ISSUER = 'Tweestap demo';
const ALGORITHMS = ['SHA1', 'SHA256', 'SHA512'];

/**
 * The settings asked for in an address (`?algorithm=SHA256&digits=8&period=60`); what is absent or makes no
 * sense is the default.
 * @param {URLSearchParams} query
 * @returns {Settings}
 */
export function settingsFrom(query) {
  const algorithm = (query.get('algorithm') ?? '').toUpperCase();
  return {
    algorithm: ALGORITHMS.includes(algorithm)
      ? /** @type {Settings['algorithm']} */ (algorithm)
      : DEFAULTS.algorithm,
    digits: wholeNumber(query.get('digits'), 6, 8) ?? DEFAULTS.digits,
    period: wholeNumber(query.get('period'), 5, 300) ?? DEFAULTS.period,
  };
}

/**
 * A new random secret of 20 bytes, the length RFC 4226 §4 recommends.
 * @param {Partial<Settings>} [settings]
 * @returns {Enrolment}
 */
export function newEnrolment(settings = {}) {
  return { secret: randomBytes(20), settings: { ...DEFAULTS, ...settings } };
}

/**
 * The otpauth address an authenticator scans. Settings are named only when they are not the defaults, as most
 * sites do.
 * @param {string} userName
 * @param {Enrolment} enrolment
 */
export function otpauthUri(userName, { secret, settings }) {
  const label = `${encodeURIComponent(ISSUER)}:${encodeURIComponent(userName)}`;
  const parts = [`secret=${toBase32(secret)}`, `issuer=${encodeURIComponent(ISSUER)}`];
  for (const name of /** @type {const} */ (['algorithm', 'digits', 'period'])) {
    if (settings[name] !== DEFAULTS[name]) parts.push(`${name}=${settings[name]}`);
  }
  return `otpauth://totp/${label}?${parts.join('&')}`;
}

/** @param {string | null} text @param {number} least @param {number} most */
function wholeNumber(text, least, most) {
  if (!text || !/^\d{1,4}$/.test(text)) return null;
  const number = Number(text);
  return number >= least && number <= most ? number : null;
}
