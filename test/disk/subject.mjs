/** A vault in a real browser, driven by messages from a page of ours, with a memory of all that was ever in it. */
import { granted } from '../crash/outcome.mjs';
import { openBrowser } from '../crash/session.mjs';
import { sleep } from '../e2e/driver/wait.mjs';
import { findIndexed, findPieces } from './find.mjs';
import { indexOf } from './needles.mjs';
import {
  newAccount,
  secretsInMemory,
  secretsOfAccount,
  secretsOfCode,
  secretsOfPin,
  uriOf,
} from './secrets.mjs';
import { readStores } from './stores.mjs';

/** One evaluation each: long ones would run into the driver's limit. */
const ADDED_AT_ONCE = 10;
const LOOK_AGAIN_MS = 500;
const MOST_SHOWN = 4;

/** @typedef {'basic' | 'strong' | 'two-step'} Mode */
/** @typedef {Awaited<ReturnType<typeof openSubject>>} Subject */

const addAll = async (entries) => {
  const { runtime } = window.browser ?? window.chrome;
  const ask = async (name, data) => {
    const { reply, failed } = await runtime.sendMessage({ tweestap: 'own-page', name, data });
    if (!reply?.ok) throw new Error(`${name}: ${failed ?? JSON.stringify(reply)}`);
    return reply.value;
  };
  for (const { uri, issuer, name, site } of entries) {
    const { draft } = await ask('draftFromUri', { uri, from: 'uri' });
    await ask('saveDraft', { id: draft.id, issuer, name, site });
  }
  return true;
};

/** @param {'chrome' | 'firefox'} browser @param {string} [build] */
export async function openSubject(browser, build) {
  const session = await openBrowser(browser, build);
  const { profile } = session;
  const { ask } = session.bridge;
  /** @type {Map<string, import('./needles.mjs').Needle>} */
  const secrets = new Map();
  /** @type {Set<string>} */
  const ever = new Set();
  let accounts = 0;
  let codes = 0;

  /** @param {string} of @param {Record<string, import('./needles.mjs').Needle>} named */
  const keep = (of, named) => {
    for (const [name, needle] of Object.entries(named)) secrets.set(`${name} of ${of}`, needle);
  };

  /** What lies there now; from here on it is known. */
  async function collect() {
    const stores = await readStores(session.driver);
    for (const block of stores.blocks) ever.add(block);
    const { vault = 'renewal', generation = 0 } = stores.memory.session ?? stores.memory.pendingVault ?? {};
    keep(`${vault} ${generation} ${codes}`, secretsInMemory(stores.memory));
    return stores;
  }

  /** @param {string} name @param {unknown} [data] @param {import('../crash/bridge.mjs').Kill} [kill] */
  const mustGrant = async (name, data, kill) => granted(await ask(name, data, kill), name);

  /** Retypes what is asked of the recovery code; resolves once all that was there is known and the message is on its way. */
  async function confirming({ recoveryCode, askGroups }, kill) {
    keep(`recovery code ${++codes}`, secretsOfCode(recoveryCode, 1));
    await collect();
    const groups = askGroups.map((number) => recoveryCode.slice((number - 1) * 5, number * 5));
    return { done: mustGrant('setupConfirm', { groups }, kill).then(() => recoveryCode) };
  }

  /** @param {string[]} blocks in base 64 */
  const bytesOf = (blocks) => blocks.map((block) => Buffer.from(block, 'base64'));

  /** One line for each file: how many of them, and how. @param {import('./needles.mjs').Needle[]} needles @param {string[]} names */
  function lookFor(needles, names) {
    const index = indexOf(needles);
    return () => {
      /** @type {Map<string, { needles: Set<number>, how: Set<string> }>} */
      const byFile = new Map();
      for (const { needle, file, form } of findIndexed(profile, index)) {
        const known = byFile.get(file) ?? { needles: new Set(), how: new Set() };
        byFile.set(file, known);
        known.needles.add(needle);
        known.how.add(`${names[needle]} as ${form}`);
      }
      return [...byFile].map(([file, known]) => {
        const how = [...known.how].slice(0, MOST_SHOWN).join(', ');
        return `${known.needles.size} of ${needles.length} in ${file}: ${how}`;
      });
    };
  }

  /** Blocks that are not in use any more, and where they lie in any file all the same. @param {string[]} inUse */
  function oldBlocks(inUse) {
    const used = new Set(inUse);
    const old = [...ever].filter((block) => !used.has(block));
    const names = old.map((block) => `${block.length} characters`);
    return { old: old.length, look: lookFor(bytesOf(old), names) };
  }

  return {
    session,
    profile,
    ask,
    mustGrant,
    collect,
    /** @param {any} question @param {import('../crash/bridge.mjs').Kill} [kill] */
    confirming,
    /** @param {any} question @returns {Promise<string>} the recovery code */
    confirm: async (question) => (await confirming(question)).done,
    /** Notes what the test made up. @param {{ pin?: string, passphrase?: string, contact?: string }} made */
    keepSecrets: ({ pin, passphrase, contact }) => {
      if (pin) keep(`PIN ${pin}`, secretsOfPin(pin));
      if (passphrase) keep('the user', { passphrase });
      if (contact) keep(`contact ${++codes}`, secretsOfCode(contact, 2));
    },
    /** @param {number} count */
    add: async (count) => {
      const made = Array.from({ length: count }, () => newAccount(++accounts));
      for (const account of made) keep(account.name, secretsOfAccount(account));
      for (let at = 0; at < count; at += ADDED_AT_ONCE) {
        const entries = made.slice(at, at + ADDED_AT_ONCE).map(({ issuer, name, site, ...rest }) => ({
          uri: uriOf({ issuer, name, site, ...rest }),
          issuer,
          name,
          site,
        }));
        await session.driver.page.eval(addAll, { args: [entries] });
      }
      await collect();
      return made;
    },

    /** Secrets that lie in any file of the profile. @returns {string[]} */
    leaks: () => lookFor([...secrets.values()], [...secrets.keys()])(),
    secretCount: () => secrets.size,

    /** @param {string[]} inUse @returns {string[]} */
    oldBlocks: (inUse) => oldBlocks(inUse).look(),
    /**
     * The same once there are none, or the time is over.
     *
     * @param {string[]} inUse
     * @param {number} patience ms
     * @returns {Promise<{ old: number, left: string[], took: number }>}
     */
    oldBlocksAtLast: async (inUse, patience) => {
      const start = Date.now();
      const { old, look } = oldBlocks(inUse);
      for (;;) {
        const left = look();
        const took = Date.now() - start;
        if (left.length === 0 || took > patience) return { old, left, took };
        await sleep(LOOK_AGAIN_MS);
      }
    },

    /** Blocks in use that no file shows: a scan that does not see them proves nothing. @param {string[]} inUse */
    unseen: (inUse) => {
      const seen = new Set(findPieces(profile, bytesOf(inUse)).map(({ needle }) => needle));
      return inUse.filter((_, i) => !seen.has(i)).length;
    },

    /** Closes the browser, looks, and opens it again. @template T @param {() => T} work @returns {Promise<T>} */
    closed: async (work) => {
      /** @type {() => any} */
      let result = () => undefined;
      await session.reopen(false, () => {
        try {
          const value = work();
          result = () => value;
        } catch (error) {
          // The browser opens again all the same: other tests go on with it.
          result = () => {
            throw error;
          };
        }
      });
      return result();
    },
    end: () => session.end(),
  };
}
