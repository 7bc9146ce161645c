import { randomBytes } from 'node:crypto';

/**
 * @typedef {import('./users.mjs').User} User
 * @typedef {object} Session
 * @property {User} user
 * @property {'password' | 'in'} stage `password`: the code is still asked for
 * @property {string} variant the design of the code step
 * @property {string} flash a sentence for the next page
 * @property {{ variant: string, sent: 'form' | 'fetch', drift: number } | null} how how the code came
 */

const COOKIE = 'sid';

/** Sessions by a random cookie, in memory. */
export class Sessions {
  /** @type {Map<string, Session>} */
  #byId = new Map();

  /**
   * Starts a session and gives the cookie for it. Always a new id, so that one known from before the password
   * is worth nothing after it.
   * @param {User} user
   * @param {'password' | 'in'} stage
   * @param {string} variant
   * @returns {string} the value of a Set-Cookie header
   */
  start(user, stage, variant) {
    const id = randomBytes(18).toString('base64url');
    this.#byId.set(id, { user, stage, variant, flash: '', how: null });
    return `${COOKIE}=${id}; Path=/; HttpOnly; SameSite=Lax`;
  }

  /**
   * The session of a request.
   * @param {string | undefined} cookieHeader
   * @returns {Session | null}
   */
  of(cookieHeader) {
    return this.#byId.get(idIn(cookieHeader)) ?? null;
  }

  /**
   * Ends the session of a request and gives the cookie that clears it.
   * @param {string | undefined} cookieHeader
   * @returns {string} the value of a Set-Cookie header
   */
  end(cookieHeader) {
    this.#byId.delete(idIn(cookieHeader));
    return `${COOKIE}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0`;
  }
}

/** @param {string | undefined} header */
function idIn(header) {
  return new RegExp(`(?:^|;\\s*)${COOKIE}=([^;]*)`).exec(header ?? '')?.[1] ?? '';
}
