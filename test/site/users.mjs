/**
 * @typedef {import('./enrolment.mjs').Enrolment} Enrolment
 * @typedef {import('./index.mjs').Counts} Counts
 * @typedef {object} User
 * @property {string} name
 * @property {string} password kept as it is: it is printed on the sign-in page anyway
 * @property {Enrolment | null} enrolment two-step verification in force
 * @property {Enrolment | null} pending shown as a QR, not confirmed yet
 * @property {number} lastStep the last accepted step of the enrolment, -1 before the first
 * @property {number[]} wrongAt when wrong codes came lately
 * @property {Counts} counts
 */

export const DEMO_USER = 'demo';
export const DEMO_PASSWORD = 'tweestap';

const NAME = /^[a-z0-9][a-z0-9._-]{0,39}$/i;

/** The people of the site, in memory: gone when it stops. */
export class Users {
  /** @type {Map<string, User>} */
  #byName = new Map();

  constructor() {
    this.add(DEMO_USER, DEMO_PASSWORD);
  }

  /**
   * Adds somebody. Throws an Error with a sentence for the page when the name cannot be had.
   * @param {string} name
   * @param {string} password
   * @returns {User}
   */
  add(name, password) {
    if (!NAME.test(name)) throw new Error('Choose a name of letters, digits, dots and dashes.');
    if (password === '') throw new Error('Choose a password.');
    if (this.#byName.has(name)) throw new Error('Somebody has that name already.');
    const counts = { accepted: 0, refused: 0, replays: 0, limited: 0 };
    const user = { name, password, enrolment: null, pending: null, lastStep: -1, wrongAt: [], counts };
    this.#byName.set(name, user);
    return user;
  }

  /**
   * The user of that name when the password is theirs.
   * @param {string} name
   * @param {string} password
   * @returns {User | null}
   */
  check(name, password) {
    const user = this.#byName.get(name);
    return user && user.password === password ? user : null;
  }

  /** A copy of everybody's counts. @returns {Record<string, Counts>} */
  counts() {
    return Object.fromEntries([...this.#byName.values()].map((user) => [user.name, { ...user.counts }]));
  }
}
