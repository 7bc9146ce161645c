/**
 * Stands in the place of an application's `tools/lib.mjs`, which lies beside it as `own-lib.mjs`: does the same, and notes
 * how the enrolment script signs in, for the browser with the extension to sign in the same way.
 */
import { appendFileSync } from 'node:fs';
// @ts-expect-error: it comes with the application.
import * as own from './own-lib.mjs';

// @ts-expect-error: the same.
export * from './own-lib.mjs';

/** @param {import('./notes.mjs').Note} note */
const note = (note) => appendFileSync(process.env.ENROLMENT_NOTES ?? '', `${JSON.stringify(note)}\n`);

/** A locator, or what leads to one. @param {any} locator @returns {any} */
function watchedLocator(locator) {
  return new Proxy(locator, {
    get(target, key) {
      const value = Reflect.get(target, key, target);
      if (typeof value !== 'function') return value;
      if (key === 'fill' || key === 'type' || key === 'pressSequentially') {
        return async (/** @type {string} */ text, /** @type {any[]} */ ...rest) => {
          const secret = (await target.getAttribute('type').catch(() => null)) === 'password';
          note({ typed: text, secret });
          return value.call(target, text, ...rest);
        };
      }
      return (/** @type {any[]} */ ...args) => {
        const result = value.apply(target, args);
        return typeof result?.fill === 'function' ? watchedLocator(result) : result;
      };
    },
  });
}

/** @param {any} page @returns {any} */
function watchedPage(page) {
  return new Proxy(page, {
    get(target, key) {
      const value = Reflect.get(target, key, target);
      if (typeof value !== 'function') return value;
      if (key === 'goto') {
        return (/** @type {string} */ address, /** @type {any[]} */ ...rest) => {
          note({ opened: address });
          return value.call(target, address, ...rest);
        };
      }
      if (key === 'fill' || key === 'type') {
        return (/** @type {string} */ selector, /** @type {any[]} */ ...rest) =>
          watchedLocator(target.locator(selector).first())[key](...rest);
      }
      return (/** @type {any[]} */ ...args) => {
        const result = value.apply(target, args);
        return typeof result?.fill === 'function' ? watchedLocator(result) : result;
      };
    },
  });
}

/** @param {any[]} args */
export async function open(...args) {
  const opened = await own.open(...args);
  return { ...opened, page: watchedPage(opened.page) };
}

/** @param {string} secret @param {{ digits?: number, period?: number, algo?: string }} [options] */
export function totp(secret, options = {}) {
  note({ secret, ...options });
  return own.totp(secret, options);
}
