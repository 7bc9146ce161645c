/** A working `browser` in memory, as far as the tests need one: storage areas, identity, alarms, tabs and frames. */
type Store = Map<string, unknown>;

function area(store: Store) {
  return {
    get: async (keys: string | string[] | null) =>
      Object.fromEntries(
        (keys === null ? [...store.keys()] : [keys].flat()).flatMap((key) =>
          store.has(key) ? [[key, structuredClone(store.get(key))]] : [],
        ),
      ),
    set: async (items: Record<string, unknown>) => {
      // Both browsers keep JSON only here.
      for (const [key, value] of Object.entries(items)) store.set(key, JSON.parse(JSON.stringify(value)));
    },
    remove: async (keys: string | string[]) => {
      for (const key of [keys].flat()) store.delete(key);
    },
    clear: async () => store.clear(),
    setAccessLevel: async () => undefined,
  };
}

export const EXTENSION_ID = 'tweestap-test';
export const OWN_ORIGIN = `chrome-extension://${EXTENSION_ID}`;

/** A table of services as a build carries it. */
const SITES = {
  format: 1,
  source: 'Made up for tests, MIT',
  services: [
    ['Northwind', 'northwind.example northwind-bank.example', 'ts', 'help.northwind.example/two-step', ''],
    ['Contoso', 'contoso.example', 's', '', 'contoso.example/recover'],
    ['Fabrikam', 'fabrikam.example', '', '', ''],
  ],
};

export interface FakeFrame {
  frameId: number;
  parentFrameId: number;
  url: string;
}

export interface FakeTab {
  id: number;
  windowId: number;
  url: string;
  frames: FakeFrame[];
}

export function makeFakeBrowser() {
  const local: Store = new Map();
  const session: Store = new Map();
  const state = {
    tabs: [] as FakeTab[],
    activeTab: 0,
    windowFocused: true,
    popups: 0,
    granted: false,
    /** What `sites.json` of the package holds; null: it is not there. */
    sites: SITES as unknown,
    /** How often it was read. */
    sitesRead: 0,
    orders: [] as { frameId: number; name: string; data: unknown }[],
  };
  let answerOrder: (order: { frameId: number; name: string; data: unknown }) => unknown = () => ({
    failed: 'page-gone',
  });
  /** Keeps its listeners, so that a test can make it happen. */
  function event() {
    const listeners: ((...args: never[]) => unknown)[] = [];
    return {
      addListener: (listener: (...args: never[]) => unknown) => void listeners.push(listener),
      fire: (...args: unknown[]) => {
        for (const listener of listeners) listener(...(args as never[]));
      },
    };
  }
  const browser = {
    runtime: {
      id: EXTENSION_ID,
      getURL: (path: string) => `${OWN_ORIGIN}/${path.replace(/^\//, '')}`,
      onMessage: event(),
      onInstalled: event(),
      onStartup: event(),
    },
    storage: { local: area(local), session: area(session) },
    alarms: { create: async () => undefined, clear: async () => true, onAlarm: event() },
    idle: { onStateChanged: event() },
    commands: { onCommand: event() },
    contextMenus: { onClicked: event(), removeAll: async () => undefined, create: () => undefined },
    action: {
      setIcon: async () => undefined,
      setBadgeText: async () => undefined,
      setBadgeBackgroundColor: async () => undefined,
      openPopup: async () => void state.popups++,
    },
    tabs: {
      query: async () => state.tabs.filter((tab) => tab.id === state.activeTab),
      get: async (id: number) => {
        const tab = state.tabs.find((known) => known.id === id);
        return tab && { ...tab, active: tab.id === state.activeTab };
      },
      captureVisibleTab: async () => Promise.reject(new Error('no activeTab')),
      sendMessage: async (
        _tab: number,
        message: { name: string; data: unknown },
        options: { frameId: number },
      ) => {
        const order = { frameId: options.frameId, name: message.name, data: message.data };
        state.orders.push(order);
        return answerOrder(order);
      },
    },
    webNavigation: {
      getAllFrames: async ({ tabId }: { tabId: number }) =>
        state.tabs.find((tab) => tab.id === tabId)?.frames ?? null,
    },
    permissions: { contains: async () => state.granted },
    scripting: { executeScript: async () => [] },
    windows: { get: async () => ({ focused: state.windowFocused }) },
    i18n: { getMessage: (key: string) => key },
  };
  /** Files of the package; nothing else is reached from a worker. */
  async function fetchOwn(address: string) {
    if (address !== `${OWN_ORIGIN}/sites.json`) throw new Error('no network');
    state.sitesRead++;
    if (state.sites === null) throw new Error('no such file');
    return { json: async () => structuredClone(state.sites) };
  }
  return {
    fetchOwn,
    browser,
    local,
    session,
    state,
    answerOrders(answer: typeof answerOrder) {
      answerOrder = answer;
    },
  };
}
