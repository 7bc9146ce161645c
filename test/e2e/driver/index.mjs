/** One driver for both browsers: the built extension in a real browser, through what a user can reach. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { findBrowser } from '../../../scripts/browsers.mjs';
import { accounts } from './accounts.mjs';
import { attackOf } from './attack.mjs';
import { authenticatorOf } from './authenticator.mjs';
import { filling } from './fill.mjs';
import { offerOf } from './offer.mjs';
import { popupScreens } from './popup-screens.mjs';
import { removeProfile, temporaryProfile } from './processes.mjs';
import { setUp } from './set-up.mjs';
import { surface } from './surface.mjs';
import { DEFAULT_TIMEOUT } from './wait.mjs';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** Where sites usually ask for a code, best first. */
const CODE_FIELD = [
  'input[autocomplete~="one-time-code"]',
  'input[name*="otp" i], input[name*="totp" i], input[id*="otp" i]',
  'input[name*="code" i], input[id*="code" i], input[name*="token" i]',
  'input[inputmode="numeric"]',
  'input:not([type]), input[type=text], input[type=tel], input[type=number]',
];

/**
 * @typedef {object} LaunchOptions
 * @property {'chrome' | 'firefox'} browser
 * @property {string} [build] folder of the built extension; dist/<browser> of this repository
 * @property {string} [profile] kept at the end; without it a temporary one
 * @property {string} [executable]
 * @property {boolean} [headless]
 * @property {string} [language] of the browser: 'en', 'nl'
 * @property {'light' | 'dark'} [theme]
 * @property {string[]} [hosts] names that lead to 127.0.0.1
 * @property {string[]} [args] more switches for the browser
 * @property {Record<string, string | number | boolean>} [prefs] more preferences, Firefox only
 * @property {number} [timeout] of each wait, ms
 *
 * @typedef {Awaited<ReturnType<typeof launch>>} Driver
 */

/** @param {LaunchOptions} options @returns {import('./types.mjs').Settings} */
function settingsFrom(options) {
  const { browser } = options;
  if (browser !== 'chrome' && browser !== 'firefox') throw new Error(`No such browser: ${browser}.`);
  const build = path.resolve(options.build ?? path.join(ROOT, 'dist', browser));
  const manifest = path.join(build, 'manifest.json');
  if (!existsSync(manifest)) throw new Error(`There is no built extension in ${build}.`);
  const executable = options.executable ?? findBrowser(browser);
  if (!executable) throw new Error(`${browser} is not on this machine.`);
  return {
    browser,
    build,
    executable,
    profile: options.profile ? path.resolve(options.profile) : temporaryProfile(`tweestap-${browser}-`),
    headless: options.headless ?? true,
    language: options.language ?? 'en',
    theme: options.theme ?? 'light',
    hosts: options.hosts ?? [],
    args: options.args ?? [],
    prefs: options.prefs ?? {},
    timeout: options.timeout ?? DEFAULT_TIMEOUT,
    manifest: JSON.parse(readFileSync(manifest, 'utf8')),
  };
}

/** @param {import('./types.mjs').Settings} settings */
async function start(settings) {
  if (settings.browser === 'firefox') return (await import('./firefox/backend.mjs')).firefoxBackend(settings);
  return (await import('./chrome/backend.mjs')).chromeBackend(settings);
}

/**
 * Starts a browser with the extension. See README.md for what differs between the browsers.
 *
 * @param {LaunchOptions} options
 */
export async function launch(options) {
  const settings = settingsFrom(options);
  const { timeout, profile } = settings;
  /** @type {import('./types.mjs').Backend | null} */
  let running = await start(settings).catch((error) => {
    removeProfile(profile);
    throw error;
  });
  const backend = () => {
    if (!running) throw new Error('The browser was killed or closed; restart() starts it again.');
    return running;
  };
  const popup = surface('popup', () => backend().popup, timeout);
  const page = surface('page', () => backend().page, timeout);
  const screens = popupScreens({ backend, popup, timeout });
  const authenticator = authenticatorOf(backend);
  const { screen, waitForScreen, openPopup, popupOpened, popupClosed, closePopup } = screens;

  async function stop() {
    const stopping = running;
    running = null;
    await stopping?.stop();
  }

  return {
    openPopup,
    popupOpened,
    popupClosed,
    closePopup,
    screen,
    waitForScreen,
    ...setUp({ backend, popup, page, screens, timeout }),
    ...accounts({ popup, screens, timeout }),
    ...filling({ popup, screens, timeout }),
    ...offerOf(backend, timeout),
    ...attackOf(backend, { popup, page }),
    ...authenticator.api,
    popup,
    page,
    browser: settings.browser,
    profile,
    get extensionId() {
      return backend().extensionId;
    },
    /** Address of the extension's own pages, with the slash. */
    get base() {
      return backend().base;
    },
    get version() {
      return backend().version;
    },

    /** Loads an address in the current tab. @param {string} url */
    goto: (url) => backend().page.goto(url),
    /** Address of the current tab. */
    url: () => backend().page.url(),
    /** Opens a tab, which becomes the current one. @param {string} [url] */
    newTab: async (url) => {
      await backend().page.newTab();
      if (url) await backend().page.goto(url);
    },
    /** Makes a tab that the page or the extension opened the current one. @param {string} urlStart */
    followTab: (urlStart) => backend().page.follow(urlStart, timeout),
    /** Closes the current tab and goes back to the one before. */
    closeTab: () => backend().page.closeTab(),

    /**
     * Clicks into the code field of the page, so that an offer may come; gives its selector.
     *
     * @param {string} [selector] without it, the field that looks most like one
     * @param {import('./types.mjs').Where} [options]
     */
    field: async (selector, options) => {
      let chosen = selector;
      for (const likely of CODE_FIELD) {
        if (!chosen && (await page.count(likely, options)) > 0) chosen = likely;
      }
      if (!chosen) throw new Error(`The page has no field. ${await backend().page.describe()}`);
      await page.click(chosen, options);
      return chosen;
    },
    read: page.read,
    type: page.type,
    click: page.click,
    pageEval: page.eval,
    /** The bare mouse, for who plays a user that was led to a place. @returns {import('./types.mjs').Pointer} */
    get pointer() {
      return backend().page.pointer;
    },
    /** A key of the page goes down and stays so; once more is what a held key repeats. @param {string} key */
    keyDown: (key) => backend().page.keyDown(key),
    /** @param {string} key */
    keyUp: (key) => backend().page.keyUp(key),

    /**
     * A command of the manifest: 'fill', '_execute_action'. `by` says how far the keys were real: 'keys'; 'keyset', since
     * Firefox's menu bar took them; 'listener' and 'button' in Chrome, which takes no shortcuts without a screen.
     *
     * @param {string} name
     */
    runCommand: (name) => backend().command(name),
    /**
     * Right-clicks an element and chooses our menu item.
     *
     * @param {string} selector
     * @param {string} itemId
     * @param {import('./types.mjs').Where} [options]
     */
    contextMenu: async (selector, itemId, options) => {
      await page.waitFor(selector, options);
      await backend().contextMenu(selector, itemId, options);
    },

    /** Removes the extension and installs it again, with the tabs open as they are. What it stored is gone. */
    reinstall: () => backend().reinstall(),
    /** Takes away the access to websites, as a user does in the browser's settings; pages keep scripts until reloaded. */
    withholdSites: () => backend().withholdSites(),

    /** Ends the background as the browser does when it is idle. */
    killWorker: () => backend().worker.kill(),
    workerRunning: () => backend().worker.isRunning(),
    /** SIGKILL: nothing gets a chance to save. */
    killBrowser: async () => {
      if (running) await authenticator.keep();
      const killed = running;
      running = null;
      await killed?.kill();
    },
    /** Starts the browser again on the same profile; closes it first when it runs. */
    restart: async () => {
      if (running) await authenticator.keep();
      await stop();
      running = await start(settings);
      await authenticator.restore();
    },

    /** @param {string} file a .png @param {{ of?: 'page' | 'popup' }} [options] */
    screenshot: (file, { of = 'page' } = {}) => backend()[of].screenshot(file),

    /** A command of DevTools to the current tab; Chrome only. @param {string} method @param {object} [parameters] */
    devtools: (method, parameters) => {
      const { devtools } = backend().page;
      if (!devtools) throw new Error('Only Chrome has DevTools commands.');
      return devtools(method, parameters);
    },

    close: async () => {
      await stop();
      removeProfile(profile);
    },
  };
}
