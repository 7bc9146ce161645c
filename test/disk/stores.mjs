/** Both stores and the browser's memory, as a page of ours reads them; nothing of `src` has a part in it. */

const inPage = async () => {
  const base64 = (bytes) => btoa(String.fromCharCode(...bytes));
  const request = (asked) =>
    new Promise((resolve, reject) => {
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(asked.error);
      // Opening must never make one.
      asked.onupgradeneeded = () => asked.transaction.abort();
    });
  const blocks = [];
  const ofFactors = (factors) =>
    factors.flatMap(({ argon2, input, half }) => [argon2?.salt, input, half].filter(Boolean));
  const databases = [];
  for (const { name } of await indexedDB.databases()) {
    databases.push(name);
    const db = /^tweestap(-\d+)?$/.test(name) && (await request(indexedDB.open(name)).catch(() => null));
    if (!db) continue;
    try {
      const stores = db.transaction(['slots', 'records']);
      const slots = await request(stores.objectStore('slots').getAll());
      for (const { sealed, salt, factors } of slots)
        blocks.push(base64(sealed), base64(salt), ...ofFactors(factors));
      for (const { sealed } of await request(stores.objectStore('records').getAll()))
        blocks.push(base64(sealed));
    } finally {
      db.close();
    }
  }
  const { local, session } = (window.browser ?? window.chrome).storage;
  const { mirror, ...rest } = await local.get(null);
  for (const { sealed, salt, factors } of mirror?.slots ?? [])
    blocks.push(sealed, salt, ...ofFactors(factors));
  blocks.push(...Object.values(mirror?.records ?? {}));
  const settings = {};
  for (const [key, value] of Object.entries(rest)) {
    if (key.startsWith('mirror:')) blocks.push(value.sealed);
    else settings[key] = value;
  }
  return { blocks: [...new Set(blocks)], databases, settings, memory: await session.get(null) };
};

/**
 * @typedef {object} Stores
 * @property {string[]} blocks salts, sealed bytes and hashes of slots and records in both stores, in base 64
 * @property {string[]} databases their names
 * @property {Record<string, any>} settings what else is in `storage.local`
 * @property {Record<string, any>} memory `storage.session`
 */

/** @param {import('../e2e/driver/index.mjs').Driver} driver @returns {Promise<Stores>} */
export const readStores = (driver) => driver.page.eval(inPage);

/** The ninth failure, long ago: the next one is the tenth. @param {import('../e2e/driver/index.mjs').Driver} driver */
export const failNineTimes = (driver) =>
  driver.page.eval(async () => {
    const numbers = (await indexedDB.databases()).map(({ name }) =>
      Number(/^tweestap-(\d+)$/.exec(name)?.[1]),
    );
    const name = `tweestap-${Math.max(...numbers.filter((number) => number > 0))}`;
    const db = await new Promise((resolve, reject) => {
      const opening = indexedDB.open(name);
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const writing = db.transaction('attempts', 'readwrite');
    writing.objectStore('attempts').put({ failures: 9, lastFailureAt: Date.now() - 86_400_000 }, 'pin');
    await new Promise((resolve, reject) => {
      writing.oncomplete = resolve;
      writing.onerror = reject;
    });
    db.close();
    return true;
  });
