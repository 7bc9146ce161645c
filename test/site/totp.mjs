import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * The site's own way to compute codes. It shares nothing with the extension, so that a mistake made there
 * cannot be agreed with here.
 *
 * @typedef {import('./totp.mjs').Settings} Settings
 */

/** What an otpauth address means when it says nothing. @type {Readonly<Settings>} */
export const DEFAULTS = Object.freeze({ algorithm: 'SHA1', digits: 6, period: 30 });

/**
 * The counter-based code of RFC 4226 §5.3.
 * @param {Uint8Array} secret
 * @param {number} counter
 * @param {Partial<Settings>} [settings]
 * @returns {string}
 */
export function hotp(secret, counter, settings = {}) {
  const { algorithm, digits } = { ...DEFAULTS, ...settings };
  const message = Buffer.alloc(8);
  message.writeBigUInt64BE(BigInt(counter));
  const mac = createHmac(algorithm.toLowerCase(), secret).update(message).digest();
  const offset = mac.readUInt8(mac.length - 1) & 0x0f;
  const number = mac.readUInt32BE(offset) & 0x7fffffff;
  return String(number % 10 ** digits).padStart(digits, '0');
}

/**
 * The number of whole periods since 1970 (RFC 6238 §4.2).
 * @param {number} time in milliseconds
 * @param {number} period in seconds
 */
export function stepAt(time, period) {
  return Math.floor(time / 1000 / period);
}

/**
 * The time-based code of RFC 6238 for a moment.
 * @param {Uint8Array} secret
 * @param {number} time in milliseconds
 * @param {Partial<Settings>} [settings]
 * @returns {string}
 */
export function totp(secret, time, settings = {}) {
  return hotp(secret, stepAt(time, settings.period ?? DEFAULTS.period), settings);
}

/**
 * The steps, within one before and one after now, that a code belongs to: latest first, empty when wrong.
 * @param {Uint8Array} secret
 * @param {string} code
 * @param {number} time in milliseconds
 * @param {Settings} settings
 * @returns {number[]}
 */
export function matchingSteps(secret, code, time, settings) {
  const current = stepAt(time, settings.period);
  return [current + 1, current, current - 1].filter(
    (step) => step >= 0 && sameText(hotp(secret, step, settings), code),
  );
}

/** @param {string} a @param {string} b */
function sameText(a, b) {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}
