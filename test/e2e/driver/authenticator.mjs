/** An authenticator that answers for the user, so that a test can make and use passkeys. */
import { randomBytes } from 'node:crypto';
import { limit } from './wait.mjs';

/** Milliseconds to read the passkeys before the browser is killed: a hung browser must die all the same. */
const LAST_LOOK = 1000;

/** @param {() => import('./types.mjs').Backend} backend */
export function authenticatorOf(backend) {
  /** @type {{ userVerified: boolean, prf: boolean } | null} */
  let added = null;
  /** @type {unknown[]} */
  let credentials = [];

  function needed() {
    if (!added) throw new Error('There is no authenticator: call addAuthenticator() first.');
    return added;
  }

  const api = {
    /**
     * The browser has an authenticator from now on, also after `restart`. It verifies the user by itself.
     *
     * @param {object} [options]
     * @param {boolean} [options.userVerified] false: as after `refuseUser()`
     * @param {boolean} [options.prf] whether it evaluates the PRF extension
     */
    addAuthenticator: async ({ userVerified = true, prf = true } = {}) => {
      if (added) throw new Error('There is an authenticator already.');
      await backend().authenticator.add({ userVerified, prf }, []);
      added = { userVerified, prf };
    },

    /** The authenticator and all its passkeys are gone. */
    removeAuthenticator: async () => {
      needed();
      await backend().authenticator.remove();
      added = null;
      credentials = [];
    },

    /** Chrome: the same passkeys, whose PRF has another secret from now on, as in an authenticator that only claims to be the one. */
    swapSecrets: async () => {
      const options = needed();
      const swapped = /** @type {{ prfSecret: string }[]} */ (await backend().authenticator.credentials());
      await backend().authenticator.remove();
      const others = swapped.map((passkey) => ({
        ...passkey,
        prfSecret: randomBytes(32).toString('base64url'),
      }));
      await backend().authenticator.add(options, others);
    },

    /** From now on the user is not verified: every ceremony fails with a NotAllowedError. @param {boolean} [refuse] */
    refuseUser: async (refuse = true) => {
      const options = needed();
      await backend().authenticator.refuse(refuse);
      options.userVerified = !refuse;
    },
  };

  return {
    api,
    /** Reads the passkeys while the browser still can tell. */
    keep: async () => {
      if (!added) return;
      const reading = backend().authenticator.credentials();
      reading.catch(() => {});
      credentials = await limit('the passkeys', reading, LAST_LOOK).catch(() => credentials);
    },
    /** Gives the passkeys to a browser that has just started. */
    restore: async () => {
      if (added) await backend().authenticator.add(added, credentials);
    },
  };
}
