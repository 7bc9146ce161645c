/** What a user does with the product, on the popup and the set-up page, step by step. */
import { Fatal, sleep, until } from './wait.mjs';

const SETUP = 'src/setup/index.html';

/**
 * @typedef {object} Account
 * @property {string} id
 * @property {string} issuer
 * @property {string} account
 * @property {string[]} sites
 * @property {string} code
 * @property {number | null} validUntil ms epoch; null for a code that does not expire
 */

/**
 * @param {object} driver
 * @param {() => import('./types.mjs').Backend} driver.backend
 * @param {ReturnType<typeof import('./surface.mjs').surface>} driver.popup
 * @param {ReturnType<typeof import('./surface.mjs').surface>} driver.page
 * @param {number} driver.timeout
 */
export function flows({ backend, popup, page, timeout }) {
  const describe = () => backend().popup.describe();
  const isOpen = () => backend().popup.isOpen();

  /** The screen that the popup shows; null while it is closed or still loading. */
  async function screen() {
    if (!(await isOpen())) return null;
    try {
      return await popup.attr('main[data-screen]', 'data-screen');
    } catch (error) {
      // It may close while we ask.
      if (await isOpen()) throw error;
      return null;
    }
  }

  /** @param {string | string[]} names @param {{ timeout?: number }} [options] @returns {Promise<string>} */
  function waitForScreen(names, options) {
    const wanted = [names].flat();
    return until(
      `the popup's screen ${wanted.join(' or ')}`,
      async () => {
        const shown = await screen();
        return wanted.includes(shown) ? shown : null;
      },
      { timeout: options?.timeout ?? timeout, describe },
    );
  }

  /** Waits for a screen that comes unless the popup refuses; its message then ends the wait. */
  const waitUnlessRefused = (names) =>
    until(
      `the popup's screen ${names.join(' or ')}`,
      async () => {
        const shown = await screen();
        if (names.includes(shown)) return shown;
        const message = await popup.text('#message');
        if (message) throw new Fatal(`The popup refused on its screen ${shown}: ${message}`);
        return null;
      },
      { timeout, describe },
    );

  /** Opens the popup with the toolbar button, unless it is open. Gives the screen. */
  async function openPopup() {
    if (!(await isOpen())) await backend().popup.open();
    return until('the popup to show a screen', screen, { timeout, describe });
  }

  /** Waits for a popup that the extension opens by itself. Gives the screen. @param {{ timeout?: number }} [options] */
  const popupOpened = (options) =>
    until('the extension to open its popup', screen, { timeout: options?.timeout ?? timeout, describe });

  /** @param {{ timeout?: number }} [options] */
  async function popupClosed(options) {
    await until('the popup to close itself', async () => !(await isOpen()), {
      timeout: options?.timeout ?? timeout,
      describe,
    });
  }

  async function closePopup() {
    if (await isOpen()) await backend().popup.close();
  }

  /** Leaves the popup as it was: what opened it closes it. */
  async function withPopup(work) {
    const wasOpen = await isOpen();
    try {
      return await work(await openPopup());
    } finally {
      if (!wasOpen) await closePopup();
    }
  }

  /** Waits for a step of the set-up page; what its message says meanwhile ends the wait. */
  function waitForStep(name) {
    return until(
      `the set-up's step ${name}`,
      async () => {
        if ((await page.attr('main[data-step]', 'data-step')) === name) return true;
        const message = await page.text('#message');
        if (message) throw new Fatal(`The set-up did not reach the step ${name}: ${message}`);
        return false;
      },
      { timeout, describe: () => backend().page.describe() },
    );
  }

  /** The set-up from choosing the PIN to its end, on the set-up page in the current tab. */
  async function completeSetup(pin) {
    await waitForStep('pin');
    await page.type('#pin', pin);
    await until('the set-up to take the PIN', pinTaken, { timeout, describe: () => backend().page.describe() });
    await waitForStep('repeat');
    await page.type('#pin-again', pin);
    return confirmRecoveryCode();
  }

  /** The sixth digit goes on by itself, but a PIN that reads as a date is asked about first. */
  async function pinTaken() {
    await sleep(300);
    if ((await page.attr('main[data-step]', 'data-step')) !== 'pin') return true;
    const message = await page.text('#message');
    if (message) throw new Fatal(`The set-up refused the PIN: ${message}`);
    if (await page.eval('document.querySelector("#continue")?.disabled === false')) await page.click('#continue');
    return false;
  }

  /** Reads the recovery code on the set-up page in the current tab and proves that it was written down. */
  async function confirmRecoveryCode() {
    await waitForStep('code');
    /** @type {string[]} */
    const groups = await page.eval(`[1, 2, 3, 4, 5, 6].map((n) => document.querySelector('[data-group="' + n + '"]').dataset.text)`);
    await page.click('#have-it');
    await waitForStep('confirm');
    /** @type {number[]} */
    const asked = await page.eval('[1, 2, 3, 4, 5, 6].filter((n) => document.querySelector("#group-" + n))');
    for (const number of asked) await page.type(`#group-${number}`, groups[number - 1]);
    await page.click('#confirm');
    await waitForStep('done');
    return { recoveryCode: groups.join('-') };
  }

  /** Follows the set-up page that the popup's button opens; it becomes the current tab. */
  async function openSetup() {
    const shown = await openPopup();
    if (shown !== 'none' && shown !== 'setup') throw new Error(`There is no set-up to open: screen ${shown}.`);
    await popup.click('#open-setup');
    await backend().page.follow(`${backend().base}${SETUP}`, timeout);
  }

  /**
   * Sets up a vault; the set-up's tab is closed at the end.
   *
   * @param {string} pin
   * @returns {Promise<{ recoveryCode: string }>} six groups with dashes
   */
  async function createVault(pin) {
    await openSetup();
    const made = await completeSetup(pin);
    await closePopup();
    await backend().page.closeTab();
    return made;
  }

  /**
   * Types the PIN in the popup. A wrong PIN is an answer and no error.
   *
   * @param {string} pin
   * @returns {Promise<{ unlocked: boolean, closed: boolean, message: string | null }>} `closed`: the popup went away,
   * as it does after it filled a waiting page
   */
  async function unlock(pin) {
    return withPopup(async (shown) => {
      if (shown !== 'locked') throw new Error(`There is nothing to unlock: screen ${shown}.`);
      await popup.type('#pin', pin, { replace: true });
      return until(
        'an answer to the PIN',
        async () => {
          const now = await screen();
          if (now === null) return (await isOpen()) ? null : { unlocked: true, closed: true, message: null };
          if (now !== 'locked') return { unlocked: true, closed: false, message: null };
          // A refused PIN is wiped; until then it is being tried. After the last try the field itself goes.
          const typed = await popup.read('#pin');
          const message = (await popup.text('#message')) || null;
          return typed === null || (typed === '' && message) ? { unlocked: false, closed: false, message } : null;
        },
        { timeout: Math.max(timeout, 20_000), describe },
      );
    });
  }

  async function lock() {
    await withPopup(async () => {
      await showAccounts();
      await popup.click('#lock');
      await waitForScreen('locked');
    });
  }

  /** @returns {Promise<Account[]>} */
  function readRows() {
    return popup.eval(`[...document.querySelectorAll('[data-account]')].map(({ dataset }) => ({
      id: dataset.account,
      issuer: dataset.issuer ?? '',
      account: dataset.name ?? '',
      sites: (dataset.sites ?? '').split(' ').filter(Boolean),
      code: dataset.code ?? '',
      validUntil: dataset.validUntil ? Number(dataset.validUntil) : null,
    }))`);
  }

  /** The accounts on the popup's list (on its fill screen: those it shows there), in its order. */
  const codes = () =>
    withPopup(async () => {
      await waitForScreen(['accounts', 'fill']);
      return readRows();
    });

  /** The list of accounts, past a page that waits to be filled. */
  async function showAccounts() {
    if ((await waitForScreen(['accounts', 'fill'])) === 'fill') await popup.click('[data-act=dismiss]');
    await waitForScreen('accounts');
  }

  /**
   * Adds the account of an otpauth URI by pasting it.
   *
   * @param {string} uri
   * @param {{ site?: string }} [options] `site` goes over what the preview proposes; '' removes it
   * @returns {Promise<Account>} as the list then shows it
   */
  const addUri = (uri, { site } = {}) =>
    withPopup(async () => {
      await showAccounts();
      const before = new Set((await readRows()).map(({ id }) => id));
      await popup.click('#add');
      await waitForScreen('add');
      await popup.type('#paste', uri);
      await popup.click('#paste-go');
      await waitUnlessRefused(['preview']);
      if (site !== undefined) await popup.type('#draft-site', site, { replace: true });
      await popup.click('#save');
      await waitUnlessRefused(['accounts', 'fill']);
      await showAccounts();
      return until('the new account in the list', async () => (await readRows()).find(({ id }) => !before.has(id)), {
        timeout,
        describe,
      });
    });

  /**
   * Presses an account's fill button in the popup, and confirms the link to the page's site when it is asked.
   *
   * @param {{ id?: string, link?: string }} [options] `id`: the first account without it; `link`: confirm the link, and
   * type this domain where the popup wants it typed. Without `link` the question stays unanswered.
   * @returns {Promise<{ closed: boolean, asked: boolean, message: string | null }>} `closed`: the popup closed itself,
   * as it does when the page took the code; `asked`: it asked to confirm the link
   */
  async function fillFromPopup({ id, link } = {}) {
    await openPopup();
    await waitForScreen(['accounts', 'fill']);
    const row = id === undefined ? '[data-account]' : `[data-account="${id}"]`;
    const before = await popupMessage();
    // Where the page shows no code field, the button is only in the opened row.
    if ((await popup.count(`${row} [data-act=fill]`)) === 0) await popup.click(`${row} [data-act=more]`);
    await popup.click(`${row} [data-act=fill]`);
    const first = await answerToFill(before);
    if (!first.asked || link === undefined) return first;
    if ((await popup.count('#link-domain')) > 0) await popup.type('#link-domain', link, { replace: true });
    await popup.click('#link-confirm');
    return { ...(await answerToFill(before, { confirmed: true })), asked: true };
  }

  const popupMessage = async () => (await popup.text('#message')) || (await popup.text('#toast')) || null;

  /** @param {string | null} before the message that stood there already */
  function answerToFill(before, { confirmed = false } = {}) {
    return until(
      'an answer to the fill',
      async () => {
        try {
          if (!(await isOpen())) return { closed: true, asked: false, message: null };
          if (!confirmed && (await popup.count('#link-confirm')) > 0) return { closed: false, asked: true, message: null };
          const message = await popupMessage();
          return message && message !== before ? { closed: false, asked: false, message } : null;
        } catch (error) {
          if (await isOpen()) throw error;
          return null;
        }
      },
      { timeout, describe },
    );
  }

  return {
    openPopup,
    closePopup,
    popupOpened,
    popupClosed,
    screen,
    waitForScreen,
    openSetup,
    completeSetup,
    confirmRecoveryCode,
    createVault,
    unlock,
    lock,
    codes,
    addUri,
    fillFromPopup,
  };
}
