/**
 * A browser in memory, with the background in it, that can be killed, restarted, harmed and run out of disk. What is
 * written to its two stores is searched for secrets on the way.
 */
import 'fake-indexeddb/auto';
import { createHash } from 'node:crypto';
import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import { makeFakeBrowser, OWN_ORIGIN } from '../fakes/browser.ts';
import type { Action } from './actions.ts';
import type { StartWorker, Worker } from './memory-worker.ts';
import type { Facts, Reply, World } from './world.ts';

interface Row {
  key: IDBValidKey;
  value: unknown;
}
/** The rows of every store of every database. */
type Dump = Map<string, Map<string, Row[]>>;

/** fake-indexeddb keeps its databases where a test can look without a transaction. */
interface Raw {
  connections: unknown[];
  transactions: unknown[];
  rawObjectStores: Map<string, { records: { values(): Iterable<Row> } }>;
}
const rawOf = (factory: IDBFactory) => (factory as unknown as { _databases: Map<string, Raw> })._databases;

interface Count {
  failures: number;
  lastFailureAt: number;
}

/** From the `at`th write on nothing is written (`full`), or nothing at all happens any more (`die`). */
export interface Fault {
  what: 'full' | 'die';
  at: number;
}

/** Told of every write to a database, by the connection that it came through. */
const owners = new WeakMap<object, { mayWrite(store: object, value: unknown, grows: boolean): boolean }>();
const { put, delete: remove } = IDBObjectStore.prototype;

function failing(store: IDBObjectStore): IDBRequest {
  const operation = () => {
    throw new DOMException('no space', 'QuotaExceededError');
  };
  const { transaction } = store as unknown as {
    transaction: { _execRequestAsync(work: object): IDBRequest };
  };
  return transaction._execRequestAsync({ operation, source: store });
}

IDBObjectStore.prototype.put = function (this: IDBObjectStore, value: unknown, ...key: IDBValidKey[]) {
  const owner = owners.get(this.transaction.db);
  if (owner && !owner.mayWrite(this.transaction, value, true)) return failing(this);
  return put.call(this, value, ...key) as IDBRequest<IDBValidKey>;
};
IDBObjectStore.prototype.delete = function (this: IDBObjectStore, key: IDBValidKey) {
  const owner = owners.get(this.transaction.db);
  if (owner && !owner.mayWrite(this.transaction, null, false)) return failing(this);
  return remove.call(this, key) as IDBRequest<undefined>;
};

/** Released as a whole when the worker dies. */
function makeLocks() {
  const tails = new Map<string, Promise<unknown>>();
  return {
    request(name: string, work: () => Promise<unknown>) {
      const run = (tails.get(name) ?? Promise.resolve()).then(work, work);
      tails.set(
        name,
        run.catch(() => undefined),
      );
      return run;
    },
  };
}

function done(request: IDBRequest | IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    const [right, wrong] = 'oncomplete' in request ? ['complete', 'abort'] : ['success', 'error'];
    request.addEventListener(right, () => resolve());
    request.addEventListener(wrong, () => reject(request.error));
  });
}

function dumpOf(factory: IDBFactory): Dump {
  const rows = (raw: Raw) =>
    new Map([...raw.rawObjectStores].map(([name, store]) => [name, [...store.records.values()]]));
  return new Map([...rawOf(factory)].map(([name, raw]) => [name, rows(raw)]));
}

async function factoryOf(dump: Dump): Promise<IDBFactory> {
  const factory = new IDBFactory();
  for (const [name, stores] of dump) {
    const request = factory.open(name, 1);
    request.onupgradeneeded = () => {
      for (const store of stores.keys())
        request.result.createObjectStore(
          store,
          store === 'slots' || store === 'records' ? { keyPath: 'id' } : {},
        );
    };
    await done(request);
    const transaction = request.result.transaction([...stores.keys()], 'readwrite');
    for (const [store, rows] of stores)
      for (const { key, value } of rows)
        put.call(
          transaction.objectStore(store),
          value,
          ...(store === 'slots' || store === 'records' ? [] : [key]),
        );
    await done(transaction);
    request.result.close();
  }
  return factory;
}

/** A stored value as text: what was text stays it, bytes by one character each. Numbers are times and counts. */
function asText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value instanceof Uint8Array) return Buffer.from(value).toString('latin1');
  if (typeof value !== 'object' || value === null) return '';
  return Object.entries(value)
    .map(([key, each]) => `${key} ${asText(each)}`)
    .join('\n');
}

export async function memoryWorld(startWorker: StartWorker, needles: readonly string[]) {
  const fake = makeFakeBrowser();
  const { local, session } = fake.browser.storage;
  const state = {
    now: Date.UTC(2026, 0, 5),
    factory: new IDBFactory(),
    fault: null as Fault | null,
    /** What was logged: a handler that failed for a reason that it did not expect. */
    logged: [] as string[],
    leaked: [] as string[],
    writes: 0,
    kept: null as Dump | null,
  };
  const decided = new WeakMap<object, boolean>();

  function allowed(grows: boolean): boolean {
    const { fault } = state;
    if (!fault || (fault.what === 'full' && !grows)) return true;
    state.writes++;
    return state.writes <= fault.at;
  }
  function search(value: unknown, where: string) {
    const text = asText(value);
    const found = needles.find((needle) => text.includes(needle));
    if (found !== undefined) state.leaked.push(`${found} in ${where}: ${text.slice(0, 80)}`);
  }
  const owner = {
    /** A transaction is written whole or not. */
    mayWrite(transaction: object, value: unknown, grows: boolean) {
      if (value !== null) search(value, 'the database');
      const known = decided.get(transaction);
      if (known !== undefined) return known;
      const may = allowed(grows);
      decided.set(transaction, may);
      return may;
    },
  };

  /** `grows` takes space on the disk; the session is memory. */
  const guarded =
    <A extends unknown[], R>(act: (...args: A) => Promise<R>, grows: boolean) =>
    async (...args: A): Promise<R> => {
      if (grows) search(args[0], 'storage.local');
      if (!allowed(grows)) throw new Error('IO error: no space left on device');
      return act(...args);
    };
  const areaOf = (area: typeof local, disk: boolean) => ({
    ...area,
    set: guarded(area.set, disk),
    remove: guarded(area.remove, false),
    clear: guarded(area.clear, false),
  });
  const browser = {
    ...fake.browser,
    storage: { local: areaOf(local, true), session: areaOf(session, false) },
  };
  class Clock extends Date {
    static override now() {
      return state.now;
    }
  }
  const indexedDB = {
    databases: () => state.factory.databases(),
    open(name: string, version?: number) {
      const request = state.factory.open(name, version);
      request.addEventListener('success', () => owners.set(request.result, owner));
      return request;
    },
    deleteDatabase(name: string) {
      if (allowed(false)) return state.factory.deleteDatabase(name);
      // It goes nowhere and says so.
      return state.factory.open(name, -1);
    },
  };
  const globals = () => ({
    $: {
      browser,
      stretch: (text: string, { salt }: { salt: string }) =>
        Uint8Array.from(createHash('sha256').update(`${salt}\n${text}`).digest()),
    },
    indexedDB,
    navigator: { locks: makeLocks() },
    Date: Clock,
    console: { error: (...words: unknown[]) => void state.logged.push(words.join(' ')) },
  });
  let worker: Worker = startWorker(globals());

  function kill() {
    for (const raw of rawOf(state.factory).values()) {
      raw.connections = [];
      raw.transactions = [];
    }
    worker = startWorker(globals());
  }

  /** The highest database that holds a vault. */
  function current() {
    const dump = dumpOf(state.factory);
    const names = [...dump.keys()].sort((a, b) => Number(b.split('-')[1]) - Number(a.split('-')[1]));
    const stores = names.map((name) => dump.get(name)).find((each) => each?.get('meta')?.length);
    return { stores, databases: names.length };
  }

  function restart() {
    fake.session.clear();
    kill();
  }

  /** Whoever is awake looks every minute, and at the hour of the lock. */
  async function passTime(ms: number, awake: boolean) {
    for (let left = ms; left !== 0; ) {
      const part = awake ? Math.min(left, 2 * 60_000) : left;
      state.now += part;
      left -= part;
      await world.ask('accounts');
    }
  }

  function lose(what: (Action & { do: 'lose' })['what']) {
    if (what === 'local' || what === 'both') fake.local.clear();
    if (what !== 'local') state.factory = new IDBFactory();
    const piece = [...fake.local.keys()].find((key) => key.startsWith('mirror:'));
    if (what !== 'database and a piece of the copy') return what === 'both' ? restart() : kill();
    if (piece) fake.local.delete(piece);
    restart();
  }

  const world: World = {
    now: async () => state.now,
    async ask(name, data) {
      const sender = { id: browser.runtime.id, url: `${OWN_ORIGIN}/src/popup/index.html` };
      const message = { tweestap: 'own-page', name, data };
      const { ownPageHandlers: own, contentHandlers: content, offerHandlers: offer } = worker;
      const reply = await worker.dispatch(message, sender, { own, content, offer });
      if (!reply) throw new Error(`${name} was not answered`);
      return reply as Reply;
    },
    askAll: (messages) => Promise.all(messages.map(([name, data]) => world.ask(name, data))),
    async harm(action) {
      switch (action.do) {
        case 'kill':
          return kill();
        case 'restart':
          return restart();
        case 'time passes':
          return passTime(action.ms, action.awake);
        case 'lose':
          return lose(action.what);
        case 'keep database':
          state.kept = dumpOf(state.factory);
          return;
        case 'put database back':
          state.factory = await factoryOf(state.kept ?? new Map());
          return kill();
        default:
          throw new Error(`${action.do} is no harm`);
      }
    },
    async attempts() {
      const stored = current().stores?.get('attempts') ?? [];
      const counts = [...stored.map(({ value }) => value), fake.local.get('attempts')] as (
        | Count
        | null
        | undefined
      )[];
      const highest = counts
        .map((count) => count ?? { failures: 0, lastFailureAt: 0 })
        .sort((a, b) => b.failures - a.failures || b.lastFailureAt - a.lastFailureAt)[0];
      return { failures: highest?.failures ?? 0, failedAt: highest?.lastFailureAt ?? 0 };
    },
    async facts(): Promise<Facts> {
      const { stores, databases } = current();
      const values = (store: string) => (stores?.get(store) ?? []).map(({ value }) => value);
      const sealed = values('records') as { sealed: Uint8Array }[];
      return {
        databases,
        sentinel: fake.local.has('sentinel'),
        unfinished: (stores?.get('meta') ?? []).some(({ key }) => key === 'kept' || key === 'stale'),
        meta: (stores?.get('meta')?.find(({ key }) => key === 'vault')?.value ?? null) as Facts['meta'],
        slots: values('slots') as Facts['slots'],
        records: sealed.map((record) => Buffer.from(record.sealed).toString('base64')),
        session: Object.fromEntries([...fake.session].map(([key, value]) => [key, JSON.stringify(value)])),
      };
    },
    leaks: () => state.leaked.splice(0),
  };

  return {
    ...world,
    /** Runs `work` with the fault in force. */
    async withFault(fault: Fault, work: () => Promise<void>): Promise<void> {
      state.fault = fault;
      state.writes = 0;
      try {
        await work();
      } finally {
        state.fault = null;
      }
      if (fault.what === 'die') kill();
    },
    logged: () => state.logged.splice(0),
  };
}

export type MemoryWorld = Awaited<ReturnType<typeof memoryWorld>>;
