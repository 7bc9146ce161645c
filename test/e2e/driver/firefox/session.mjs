/** A WebDriver session: commands one at a time, in a frame of the page or in Firefox's own window. */

/** How WebDriver marks a reference to an element. */
export const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

/** Milliseconds for scripts; each driver wait has its own, shorter limit. */
const SCRIPT_TIMEOUT = 60_000;

/**
 * @param {{ send(command: string, parameters?: object, timeLimit?: number): Promise<any>, close(): void }} marionette
 * @param {import('../types.mjs').Settings} settings
 */
export async function openSession(marionette, { timeout }) {
  const { capabilities } = await marionette.send('WebDriver:NewSession', {
    acceptInsecureCerts: true,
    pageLoadStrategy: 'normal',
    unhandledPromptBehavior: 'ignore',
  });
  await marionette.send('WebDriver:SetTimeouts', { script: SCRIPT_TIMEOUT, pageLoad: timeout, implicit: 0 });

  // Frame and context are state of the session, so whoever changes them must be alone.
  let tail = Promise.resolve();
  /** @template T @param {() => Promise<T>} work @returns {Promise<T>} */
  function alone(work) {
    const result = tail.then(work);
    tail = result.then(
      () => {},
      () => {},
    );
    return result;
  }

  const send = marionette.send;

  /** Runs an async function body with `args`; `sandbox` null is the page's own world, 'system' a privileged one. */
  async function script(body, args, sandbox) {
    const { value } = await send('WebDriver:ExecuteAsyncScript', {
      script: `const [args, done] = arguments;
        (async () => { ${body} })().then((value) => done({ value }), (error) => done({ error: String(error).replace(/^Error: /, '') }));`,
      args: [args],
      newSandbox: false,
      ...(sandbox === undefined ? {} : { sandbox }),
    });
    if (value?.error) throw new Error(value.error);
    return value?.value;
  }

  const find = async (selector) =>
    (await send('WebDriver:FindElement', { using: 'css selector', value: selector })).value[ELEMENT];

  /** Goes into a frame; `show` scrolls it into view, which a frame of another process cannot do for itself. */
  async function switchToFrame(path, show) {
    await send('WebDriver:SwitchToFrame', { id: null });
    for (const selector of [path ?? []].flat()) {
      const frame = await find(selector);
      if (show)
        await script(
          "args[0].scrollIntoView({ block: 'nearest', behavior: 'instant' })",
          [{ [ELEMENT]: frame }],
          null,
        );
      await send('WebDriver:SwitchToFrame', { element: frame });
    }
  }

  const session = {
    version: capabilities.browserVersion,
    close: marionette.close,

    /** @param {string} command @param {object} [parameters] */
    command: (command, parameters) => alone(() => send(command, parameters)),

    /**
     * Runs `work` alone, in a frame of the current tab.
     *
     * @template T
     * @param {string | string[] | undefined} frame
     * @param {(page: { send: typeof send, script: typeof script, find: (selector: string) => Promise<string> }) => Promise<T>} work
     * @param {{ show?: boolean }} [options] `show`: scroll the frame into view
     */
    inFrame: (frame, work, { show = false } = {}) =>
      alone(async () => {
        await switchToFrame(frame, show);
        return work({ send, script, find });
      }),

    /** Runs `work` alone, with commands that go to Firefox's own window. */
    inChrome: (work) =>
      alone(async () => {
        await send('Marionette:SetContext', { value: 'chrome' });
        try {
          return await work({ send, script });
        } finally {
          await send('Marionette:SetContext', { value: 'content' });
        }
      }),

    /**
     * Runs a function with all of Firefox's powers in its own window. It closes over nothing.
     *
     * @param {(firefox: any, ...args: any[]) => unknown} work
     * @param {...unknown} args JSON values
     */
    privileged: (work, ...args) =>
      session.inChrome(({ script: run }) => run(`return await (${work})(${TOOLS}, ...args)`, args)),
  };
  return session;
}

/** What a privileged function gets first. */
const TOOLS = `{
  Services,
  ChromeUtils,
  window: Services.wm.getMostRecentWindow('navigator:browser'),
  extensionOf: (id) => WebExtensionPolicy.getByID(id)?.extension,
  popup: () => [...Services.wm.getMostRecentWindow('navigator:browser').document.querySelectorAll('.webextension-popup-browser')]
    .find((browser) => browser.currentURI?.schemeIs('moz-extension') && browser.closest('panel')?.state === 'open'),
  background: (id) => [...(WebExtensionPolicy.getByID(id)?.extension.views ?? [])]
    .find((view) => view.viewType === 'background')?.xulBrowser,
  sleep: (ms) => new Promise((resolve) => Services.wm.getMostRecentWindow('navigator:browser').setTimeout(resolve, ms)),
}`;
