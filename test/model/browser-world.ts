/** A real browser, spoken to through one of our own pages. Its clock cannot be turned, and its disk not be filled. */
import type { Action } from './actions.ts';
import type { Facts, Reply, World } from './world.ts';

/** What is used of test/e2e/driver. */
export interface Driver {
  base: string;
  goto(url: string): Promise<void>;
  page: { eval(code: (...args: never[]) => unknown, options?: { args?: unknown[] }): Promise<unknown> };
  killWorker(): Promise<void>;
  restart(): Promise<void>;
}

interface Seen extends Facts {
  attempts: { failures: number; failedAt: number };
  /** Everything of both stores, as the search takes it: text, and bytes by one character each. */
  texts: string[];
}

type Api = { runtime: { sendMessage(message: unknown): Promise<Reply> }; storage: Record<string, Area> };
interface Area {
  get(keys: null): Promise<Record<string, unknown>>;
  clear(): Promise<void>;
  remove(key: string): Promise<void>;
}
declare const window: { browser?: Api; chrome: Api };

/** In the page. */
const send = async (name: string, data: unknown) => {
  const answer = await (window.browser ?? window.chrome).runtime.sendMessage({
    tweestap: 'own-page',
    name,
    data,
  });
  return answer ?? { failed: 'not answered' };
};

/** In the page: several messages at once. */
const sendAll = (messages: [string, unknown][]) =>
  Promise.all(
    messages.map(([name, data]) =>
      (window.browser ?? window.chrome).runtime.sendMessage({ tweestap: 'own-page', name, data }),
    ),
  );

/** In the page. */
const look = async (): Promise<Seen> => {
  const done = <T>(asked: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(asked.error);
    });
  const asText = (value: unknown): string => {
    if (typeof value === 'string') return value;
    if (value instanceof Uint8Array) return Array.from(value, (byte) => String.fromCharCode(byte)).join('');
    if (typeof value !== 'object' || value === null) return '';
    return Object.entries(value)
      .map(([key, each]) => `${key} ${asText(each)}`)
      .join('\n');
  };
  const { storage } = window.browser ?? window.chrome;
  const local = (await storage.local?.get(null)) ?? {};
  const session = (await storage.session?.get(null)) ?? {};
  const numberOf = (name = '') => Number(name.split('-')[1] ?? 0);
  const names = (await indexedDB.databases())
    .map(({ name }) => name ?? '')
    .filter((name) => name.startsWith('tweestap'))
    .sort((a, b) => numberOf(b) - numberOf(a));
  const none = { failures: 0, lastFailureAt: 0 };
  const seen = { meta: null, slots: [], records: [] } as Pick<Seen, 'meta' | 'slots' | 'records'>;
  const texts = Object.entries(local).map(([key, value]) => `${key} ${asText(value)}`);
  const counts = [local.attempts ?? none] as (typeof none)[];
  let unfinished = false;
  for (const name of names) {
    const db = await done(indexedDB.open(name));
    const stores = db.transaction(['meta', 'slots', 'records', 'attempts']);
    const [meta, kept, slots, records, attempts] = await Promise.all([
      done(stores.objectStore('meta').get('vault')),
      done(stores.objectStore('meta').get('kept')),
      done(stores.objectStore('slots').getAll()),
      done(stores.objectStore('records').getAll()),
      done(stores.objectStore('attempts').get('pin')),
    ]);
    db.close();
    texts.push(asText({ meta, kept, slots, records }));
    if (!meta || seen.meta) continue;
    unfinished = kept !== undefined;
    if (attempts) counts.push(attempts);
    seen.meta = meta;
    seen.slots = slots.map(({ id, generation, factors }) => ({ id, generation, factors }));
    seen.records = records.map(({ sealed }) => btoa(asText(sealed)));
  }
  const [highest = none] = counts.sort(
    (a, b) => b.failures - a.failures || b.lastFailureAt - a.lastFailureAt,
  );
  return {
    ...seen,
    databases: names.length,
    sentinel: 'sentinel' in local,
    unfinished,
    session: Object.fromEntries(Object.entries(session).map(([key, value]) => [key, JSON.stringify(value)])),
    attempts: { failures: highest.failures, failedAt: highest.lastFailureAt },
    texts,
  };
};

/** In the page. */
const loseDatabases = async () => {
  for (const { name = '' } of await indexedDB.databases())
    await new Promise((resolve, reject) => {
      const deleted = indexedDB.deleteDatabase(name);
      deleted.onsuccess = resolve;
      deleted.onerror = () => reject(deleted.error);
    });
};

/** In the page. */
const loseLocal = async (piece: boolean) => {
  const { local } = (window.browser ?? window.chrome).storage;
  const keys = Object.keys((await local?.get(null)) ?? {});
  const key = keys.find((each) => each.startsWith('mirror:'));
  if (!piece) await local?.clear();
  else if (key) await local?.remove(key);
};

export function browserWorld(driver: Driver, needles: readonly string[]): World & { open(): Promise<void> } {
  const evaluate = <T>(code: (...args: never[]) => unknown, ...args: unknown[]) =>
    driver.page.eval(code, { args }) as Promise<T>;
  const open = () => driver.goto(`${driver.base}src/setup/index.html`);
  let last: Seen | null = null;
  async function restart() {
    await driver.restart();
    await open();
  }
  return {
    open,
    now: async () => Date.now(),
    ask: (name, data) => evaluate<Reply>(send, name, data ?? null),
    askAll: (messages) => evaluate<Reply[]>(sendAll, messages),
    async harm(action: Action) {
      if (action.do === 'kill') return driver.killWorker();
      if (action.do === 'restart') return restart();
      if (action.do !== 'lose') throw new Error(`${action.do} cannot be done in a real browser`);
      const piece = action.what === 'database and a piece of the copy';
      await driver.killWorker();
      if (action.what !== 'local') await evaluate(loseDatabases);
      if (action.what !== 'database') await evaluate(loseLocal, piece);
      // Whatever woke the background meanwhile had its view of what is gone.
      if (piece || action.what === 'both') return restart();
      await driver.killWorker();
    },
    async facts() {
      last = await evaluate<Seen>(look);
      return last;
    },
    attempts: async () => (await evaluate<Seen>(look)).attempts,
    leaks() {
      const texts = last?.texts ?? [];
      return needles.filter((needle) => texts.some((text) => text.includes(needle)));
    },
  };
}
