/** The vault in the popup: its lock, its list, and adding to it. */
import { until } from './wait.mjs';

/**
 * @typedef {object} Account
 * @property {string} id
 * @property {string} issuer
 * @property {string} account
 * @property {string[]} sites
 * @property {string} code '' while it asks for the PIN
 * @property {number | null} validUntil ms epoch; null for a code that does not expire
 */

/**
 * @param {object} driver
 * @param {ReturnType<typeof import('./surface.mjs').surface>} driver.popup
 * @param {ReturnType<typeof import('./popup-screens.mjs').popupScreens>} driver.screens
 * @param {number} driver.timeout
 */
export function accounts({ popup, screens, timeout }) {
  const { describe, isOpen, screen, waitForScreen, waitUnlessRefused, withPopup } = screens;

  /** What the locked screen asks for: fields and buttons that are there. */
  const asked = () =>
    popup.eval(`Object.fromEntries(['pin', 'passphrase', 'use-passkey', 'unlock-in-tab'].map(
      (id) => [id, document.getElementById(id) !== null]))`);

  /** Types the PIN and the passphrase, as far as the screen asks for them, and sends them. */
  async function show(pin, passphrase) {
    const asks = await asked();
    if (asks['unlock-in-tab']) throw new Error('The passkey is asked for in a tab: click #unlock-in-tab.');
    if (asks.pin) await popup.type('#pin', pin, { replace: true });
    if (asks.passphrase) {
      if (passphrase === undefined) throw new Error('The locked screen asks for a passphrase too.');
      await popup.type('#passphrase', passphrase, { replace: true });
      await popup.click('#unlock');
    }
    if (asks['use-passkey']) await popup.click('#use-passkey');
  }

  /**
   * Opens the vault in the popup with what its screen asks for. What is wrong is an answer and no error.
   *
   * @param {string} pin
   * @param {{ passphrase?: string }} [options] a passkey is shown by the authenticator of the driver
   * @returns {Promise<{ unlocked: boolean, closed: boolean, message: string | null }>} `closed`: the popup went away,
   * as it does after it filled a waiting page
   */
  async function unlock(pin, { passphrase } = {}) {
    return withPopup(async (shown) => {
      if (shown !== 'locked') throw new Error(`There is nothing to unlock: screen ${shown}.`);
      await show(pin, passphrase);
      return until(
        'an answer to the unlocking',
        async () => {
          const now = await screen();
          if (now === null) return (await isOpen()) ? null : { unlocked: true, closed: true, message: null };
          if (now !== 'locked') return { unlocked: true, closed: false, message: null };
          // A refused PIN is wiped, but not by a passkey that was not shown; until then it is being tried. After the last
          // try the form itself goes.
          // One look, since the popup may go on between two: a field that is gone means nothing on the next screen.
          const { still, form, busy, typed, passkey, text } = await popup.eval(`({
            still: document.querySelector('main')?.dataset.screen === 'locked',
            form: document.querySelector('#unlock-form') !== null,
            busy: document.querySelector('#unlock-form')?.getAttribute('aria-busy') === 'true',
            typed: document.querySelector('#pin')?.value ?? '',
            passkey: document.querySelector('#use-passkey') !== null,
            text: document.querySelector('#message')?.textContent?.trim() ?? '',
          })`);
          const refused = still && (!form || (!busy && text !== '' && (typed === '' || passkey)));
          return refused ? { unlocked: false, closed: false, message: text || null } : null;
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

  /**
   * Shows an account's code where every code asks for the PIN; gives the row as it is then.
   *
   * @param {string} id
   * @param {string} pin
   * @returns {Promise<{ row: Account | null, message: string | null }>} `message`: why it was not shown
   */
  const revealCode = (id, pin) =>
    withPopup(async () => {
      await waitForScreen(['accounts', 'fill']);
      await popup.click(`[data-account="${id}"] [data-act=copy]`);
      await popup.type('#code-pin', pin, { replace: true });
      return until(
        'the code, or why not',
        async () => {
          const row = (await readRows()).find((each) => each.id === id);
          if (row?.code) return { row, message: null };
          const message = await popup.text('#message');
          return message && (await popup.read('#code-pin')) === '' ? { row: null, message } : null;
        },
        { timeout: Math.max(timeout, 20_000), describe },
      );
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
      return until(
        'the new account in the list',
        async () => (await readRows()).find(({ id }) => !before.has(id)),
        {
          timeout,
          describe,
        },
      );
    });

  return { unlock, lock, codes, revealCode, addUri };
}
