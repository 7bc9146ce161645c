/** Both stores as they lie there, read by the page itself; nothing of `src` has a part in it. */

const read = async () => {
  const request = (asked) =>
    new Promise((resolve, reject) => {
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(asked.error);
      // Opening must never make one.
      asked.onupgradeneeded = () => asked.transaction.abort();
    });
  const hash = async (bytes) => {
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    return btoa(String.fromCharCode(...digest.subarray(0, 16)));
  };
  const bytesOf = (text) => Uint8Array.from(atob(text), (char) => char.charCodeAt(0));

  const names = (await indexedDB.databases()).map(({ name }) => name);
  const databases = [];
  for (const name of names.filter((each) => /^tweestap(-\d+)?$/.test(each))) {
    const db = await request(indexedDB.open(name)).catch(() => null);
    if (!db) continue;
    try {
      const stores = db.transaction([...db.objectStoreNames]);
      const [meta, kept, slots, records, device] = await Promise.all([
        request(stores.objectStore('meta').get('vault')),
        request(stores.objectStore('meta').get('kept')),
        request(stores.objectStore('slots').getAll()),
        request(stores.objectStore('records').getAll()),
        request(stores.objectStore('keys').get('device')),
      ]);
      databases.push({
        name,
        meta: meta ?? null,
        kept: kept !== undefined,
        slots: slots.map((slot) => ({ ...slot, salt: null, sealed: null })),
        records: await Promise.all(
          records.map(async (each) => ({ ...each, sealed: await hash(each.sealed) })),
        ),
        device: device !== undefined,
      });
    } finally {
      db.close();
    }
  }

  const local = await (window.browser ?? window.chrome).storage.local.get(null);
  const copies = Object.entries(local).filter(([key]) => key.startsWith('mirror:'));
  const records = await Promise.all(
    copies.map(async ([key, copy]) => ({ key, id: copy.id, sealed: await hash(bytesOf(copy.sealed)) })),
  );
  return {
    databases,
    others: names.filter((each) => !/^tweestap(-\d+)?$/.test(each)),
    sentinel: local.sentinel ?? null,
    index: local.mirror ?? null,
    copies: records,
    localKeys: Object.keys(local).filter((key) => !key.startsWith('mirror')),
  };
};

const KNOWN = [
  'sentinel',
  'attempts',
  'lastDatabase',
  'language',
  'theme',
  'autoLockMinutes',
  'lockWithScreen',
  'pinForCodes',
  'wipeAtTen',
];

/** @typedef {Awaited<ReturnType<typeof inspect>>} Inspected */

/** @param {import('../e2e/driver/index.mjs').Driver} driver */
export async function inspect(driver) {
  const seen = await driver.page.eval(read);
  const numberOf = ({ name }) => Number(name.split('-')[1] ?? 0);
  const whole = seen.databases.filter(({ meta }) => meta !== null);
  const current = whole.sort((a, b) => numberOf(b) - numberOf(a))[0] ?? null;
  const slots = (current?.slots ?? []).map((slot) => ({
    id: slot.id,
    types: slot.factors
      .map(({ type }) => type)
      .sort()
      .join('+'),
  }));
  return { ...seen, current, meta: current?.meta ?? null, slots };
}

const sorted = (list) => JSON.stringify([...list].sort());

/** What keeps the stores from being one whole generation, twice; empty when it is. @param {Inspected} seen */
export function notWhole(seen) {
  const { current, databases, index, copies } = seen;
  const wrong = [];
  if (!current) return ['no database has a meta'];
  if (databases.length !== 1) wrong.push(`databases: ${databases.map(({ name }) => name).join(', ')}`);
  if (current.kept) wrong.push('an erasing was not finished');
  const { vault, generation, revision } = current.meta;
  for (const { id, vault: of, generation: at } of [...current.slots, ...current.records]) {
    if (of !== vault || at !== generation)
      wrong.push(`${id} is of generation ${at}, the vault of ${generation}`);
  }
  const strange = seen.localKeys.filter((key) => !KNOWN.includes(key));
  if (strange.length > 0) wrong.push(`${strange.length} strange keys in storage.local`);
  if (!index) return [...wrong, 'there is no second copy'];
  if (index.meta.vault !== vault || index.meta.generation !== generation || index.meta.revision !== revision)
    wrong.push(
      `the second copy is at ${index.meta.generation}/${index.meta.revision}, not ${generation}/${revision}`,
    );
  if (sorted(index.slots.map(({ id }) => id)) !== sorted(current.slots.map(({ id }) => id)))
    wrong.push('the second copy has other slots');
  const ours = sorted(current.records.map(({ id, sealed }) => `${id} ${sealed}`));
  if (ours !== sorted(Object.entries(index.records).map(([id, hash]) => `${id} ${hash}`)))
    wrong.push('the index of the second copy names other records');
  const listed = copies.filter(({ id }) => id in index.records);
  if (ours !== sorted(listed.map(({ id, sealed }) => `${id} ${sealed}`)))
    wrong.push('the second copy has other records than the database');
  return wrong;
}

/** Records in the second copy that its index does not name any more. @param {Inspected} seen */
export function orphans({ index, copies }) {
  return copies.filter(({ id }) => !(id in (index?.records ?? {}))).length;
}
