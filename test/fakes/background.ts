import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { deleteDB } from 'idb';
import { vi } from 'vitest';
import type { Mode } from '../../src/core/mode.ts';
import type { FromContent, FromOffer, FromOwnPage } from '../../src/messages/protocol.ts';
import type { NewSecond, RecoveryQuestion, Renewal, ShownProofs } from '../../src/messages/views.ts';
import { makeFakeBrowser, OWN_ORIGIN } from './browser.ts';

type Answer<F> = F extends (...data: never[]) => infer R ? R : never;
type Data<F> = F extends () => unknown ? [] : F extends (data: infer D) => unknown ? [D] : never;

/** Node 20 has no Web Locks: one queue for each name is all that the background asks of them. */
function makeLocks() {
  const tails = new Map<string, Promise<unknown>>();
  return {
    request: (name: string, work: () => Promise<unknown>) => {
      const run = (tails.get(name) ?? Promise.resolve()).then(work, work);
      tails.set(
        name,
        run.catch(() => undefined),
      );
      return run;
    },
  };
}

/**
 * A background with its storage, as a browser would run it: `kill` drops the worker's memory and keeps what is stored;
 * `restart` drops the session too.
 */
export async function startBackground() {
  const fake = makeFakeBrowser();
  const indexedDB = new IDBFactory();
  vi.stubGlobal('indexedDB', indexedDB);
  vi.stubGlobal('navigator', { locks: makeLocks() });
  vi.stubGlobal('fetch', fake.fetchOwn);
  vi.doMock('../../src/platform/browser.ts', () => ({ browser: fake.browser }));

  // What the browsers need to get old bytes out of their files takes time, and means nothing in memory.
  vi.doMock('../../src/background/script-files.ts', () => ({
    firstScript: 'first.js',
    mainScript: 'main.js',
  }));
  vi.doMock('../../src/platform/old-files.ts', () => ({
    deleteForGood: (names: string[]) => Promise.all(names.map((name) => deleteDB(name))),
    finishDeletions: async () => undefined,
    removeFillers: async () => undefined,
    isFiller: (key: string) => key.startsWith('~'),
    rewriteLocal: async (items: Record<string, unknown>) => {
      await fake.browser.storage.local.get(null);
      fake.local.clear();
      await fake.browser.storage.local.set(items);
    },
  }));

  async function load() {
    vi.resetModules();
    const { ownPageHandlers } = await import('../../src/background/own-page-handlers.ts');
    const { contentHandlers, offerHandlers } = await import('../../src/background/content-handlers.ts');
    const { dispatch } = await import('../../src/messages/serve.ts');
    return { handlers: { own: ownPageHandlers, content: contentHandlers, offer: offerHandlers }, dispatch };
  }
  let modules = await load();

  async function send(kind: 'own-page' | 'content' | 'offer', name: string, data: unknown, sender: object) {
    const message = { tweestap: kind, name, data };
    const { handlers, dispatch } = modules;
    return dispatch(message, { id: fake.browser.runtime.id, ...sender } as never, handlers);
  }

  return {
    ...fake,
    send,
    /** From the popup. */
    async ask<K extends keyof FromOwnPage>(
      name: K,
      ...data: Data<FromOwnPage[K]>
    ): Promise<Answer<FromOwnPage[K]>> {
      const reply = await send('own-page', name, data[0], { url: `${OWN_ORIGIN}/src/popup/index.html` });
      if (!reply || 'failed' in reply) throw new Error(`${name}: ${reply?.failed ?? 'refused'}`);
      return reply.reply as Answer<FromOwnPage[K]>;
    },
    /** From the content script of one frame. */
    async askFrom<K extends keyof FromContent>(frameId: number, name: K, data: unknown) {
      const tab = fake.state.tabs.find((known) => known.id === fake.state.activeTab);
      const url = tab?.frames.find((frame) => frame.frameId === frameId)?.url ?? '';
      const reply = await send('content', name, data, { url, frameId, tab: { id: tab?.id, url: tab?.url } });
      if (!reply || 'failed' in reply) throw new Error(`${name}: ${reply?.failed ?? 'refused'}`);
      return reply.reply as Answer<FromContent[K]>;
    },
    /** From the offer's frame in the active tab; a frame of the browser's own account that is nobody's parent. */
    async press(data: unknown) {
      const tab = fake.state.tabs.find((known) => known.id === fake.state.activeTab);
      const url = `${OWN_ORIGIN}/src/offer/index.html`;
      const frameId = 90;
      const reply = await send('offer', 'press', data, { url, frameId, tab: { id: tab?.id, url: tab?.url } });
      if (!reply || 'failed' in reply) throw new Error(`press: ${reply?.failed ?? 'refused'}`);
      return reply.reply as Answer<FromOffer['press']>;
    },
    async kill() {
      // A dead worker holds no lock.
      vi.stubGlobal('navigator', { locks: makeLocks() });
      modules = await load();
    },
    async restart() {
      fake.session.clear();
      vi.stubGlobal('navigator', { locks: makeLocks() });
      modules = await load();
    },
    /** Shows one page in the active tab, with frames in frames by their parent's index. */
    show(url: string, frames: { url: string; parent: number }[] = []) {
      const all = [
        { frameId: 0, parentFrameId: -1, url },
        ...frames.map((frame, i) => ({ frameId: i + 1, parentFrameId: frame.parent, url: frame.url })),
      ];
      fake.state.tabs = [{ id: 1, windowId: 1, url, frames: all }];
      fake.state.activeTab = 1;
    },
  };
}

export type Background = Awaited<ReturnType<typeof startBackground>>;

/** Retypes the asked groups of a recovery code. */
export async function confirmCode(background: Background, question: RecoveryQuestion): Promise<string> {
  const { recoveryCode, askGroups } = question;
  const groups = askGroups.map((n) => recoveryCode.slice((n - 1) * 5, n * 5));
  const confirmed = await background.ask('setupConfirm', { groups });
  if (!confirmed.ok) throw new Error(confirmed.error);
  return recoveryCode;
}

/** Goes through the set-up as the page does; gives the recovery code. */
export async function makeVault(
  background: Background,
  pin: string,
  { mode = 'basic', second = null }: { mode?: Mode; second?: NewSecond | null } = {},
): Promise<string> {
  const begun = await background.ask('setupBegin', { pin, mode, second });
  if (!begun.ok) throw new Error(begun.error);
  return confirmCode(background, begun.value);
}

/** From the proofs to the confirmed next generation; gives the new recovery code. */
export async function renew(
  background: Background,
  purpose: Renewal['purpose'],
  proofs: ShownProofs,
  next: { pin: string; mode: Mode; second: NewSecond | null },
): Promise<string> {
  const begun = await background.ask('renewalBegin', { purpose, proofs });
  if (!begun.ok) throw new Error(JSON.stringify(begun.error));
  const chosen = await background.ask('renewalChoose', next);
  if (!chosen.ok) throw new Error(chosen.error);
  return confirmCode(background, chosen.value);
}

/** Adds an account by its address, on a site. */
export async function addAccount(background: Background, uri: string, site: string | null) {
  const draft = await background.ask('draftFromUri', { uri, from: 'uri' });
  if (!draft.ok) throw new Error(draft.error);
  const { id, issuer, name } = draft.value.draft;
  const saved = await background.ask('saveDraft', { id, issuer, name, site });
  if (!saved.ok) throw new Error(JSON.stringify(saved.error));
  return saved.value.id;
}
