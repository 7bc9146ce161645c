/** The set-up page, which the popup opens in a tab. */
import { Fatal, sleep, until } from './wait.mjs';

const SETUP = 'src/setup/index.html';

/**
 * @param {object} driver
 * @param {() => import('./types.mjs').Backend} driver.backend
 * @param {ReturnType<typeof import('./surface.mjs').surface>} driver.popup
 * @param {ReturnType<typeof import('./surface.mjs').surface>} driver.page
 * @param {ReturnType<typeof import('./popup-screens.mjs').popupScreens>} driver.screens
 * @param {number} driver.timeout
 */
export function setUp({ backend, popup, page, screens, timeout }) {
  const { openPopup, closePopup } = screens;

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

  /**
   * @typedef {object} Protection
   * @property {'basic' | 'strong' | 'two-step'} [mode]
   * @property {string} [passphrase] the second secret; without it a passkey, from the driver's authenticator
   */

  /**
   * The set-up to its end, on the set-up page in the current tab.
   *
   * @param {string} pin
   * @param {Protection} [protection]
   */
  async function completeSetup(pin, { mode = 'basic', passphrase } = {}) {
    await waitForStep('mode');
    await chooseMode(mode);
    await choosePin(pin);
    if (mode !== 'basic') await chooseSecond(passphrase);
    return confirmRecoveryCode();
  }

  async function chooseMode(mode) {
    await page.click(`#mode-${mode}`);
    await page.click('#continue');
  }

  async function choosePin(pin) {
    await waitForStep('pin');
    await page.type('#pin', pin);
    await until('the set-up to take the PIN', pinTaken, {
      timeout,
      describe: () => backend().page.describe(),
    });
    await waitForStep('repeat');
    await page.type('#pin-again', pin);
  }

  /** @param {string} [passphrase] without it a passkey is made */
  async function chooseSecond(passphrase) {
    await waitForStep('second');
    if (passphrase === undefined) {
      await page.click('#use-passkey');
      return;
    }
    await page.type('#passphrase', passphrase);
    await page.type('#passphrase-again', passphrase);
    await page.click('#continue');
  }

  /** The sixth digit goes on by itself, but a PIN that reads as a date is asked about first. */
  async function pinTaken() {
    await sleep(300);
    if ((await page.attr('main[data-step]', 'data-step')) !== 'pin') return true;
    const message = await page.text('#message');
    if (message) throw new Fatal(`The set-up refused the PIN: ${message}`);
    if (await page.eval('document.querySelector("#continue")?.disabled === false'))
      await page.click('#continue');
    return false;
  }

  /** Reads the recovery code on the set-up page in the current tab and proves that it was written down. */
  async function confirmRecoveryCode() {
    await waitForStep('code');
    /** @type {string[]} */
    const groups = await page.eval(
      `[1, 2, 3, 4, 5, 6].map((n) => document.querySelector('[data-group="' + n + '"]').dataset.text)`,
    );
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
    if (shown !== 'none' && shown !== 'setup')
      throw new Error(`There is no set-up to open: screen ${shown}.`);
    await popup.click('#open-setup');
    await backend().page.follow(`${backend().base}${SETUP}`, timeout);
  }

  /**
   * Sets up a vault; the set-up's tab is closed at the end.
   *
   * @param {string} pin
   * @param {Protection} [protection]
   * @returns {Promise<{ recoveryCode: string }>} six groups with dashes
   */
  async function createVault(pin, protection) {
    await openSetup();
    const made = await completeSetup(pin, protection);
    await closePopup();
    await backend().page.closeTab();
    return made;
  }

  /** Opens one of the tab's journeys in a new tab. @param {'recover' | 'mode' | 'contact' | 'backup' | 'restore'} name */
  async function openJourney(name) {
    await backend().page.newTab();
    await backend().page.goto(`${backend().base}${SETUP}#${name}`);
  }

  /**
   * Sets a new PIN by what `fields` show: `{ '#recovery-code': … }`. The popup's button leads here; the tab is closed at
   * the end.
   *
   * @param {Record<string, string>} fields
   * @param {string} pin the new one
   * @param {{ way?: string, passphrase?: string, keep?: boolean }} [options] `way`: the choice before the fields;
   * `passphrase`: the new second secret; `keep`: the one that was shown stays
   */
  async function recover(fields, pin, { way, passphrase, keep = false } = {}) {
    await openPopup();
    await popup.click('#forgot');
    await backend().page.follow(`${backend().base}${SETUP}`, timeout);
    await waitForStep('prove');
    if (way) await page.click(`#way-${way}`);
    for (const [field, text] of Object.entries(fields)) await page.type(field, text);
    await page.click('#recover');
    await choosePin(pin);
    if (keep) {
      await waitForStep('second');
      await page.click('#keep-second');
    } else if (passphrase !== undefined) {
      await chooseSecond(passphrase);
    }
    const renewed = await confirmRecoveryCode();
    await closePopup();
    await backend().page.closeTab();
    return renewed;
  }

  /**
   * Another mode, while the vault is open; the tab is closed at the end.
   *
   * @param {Record<string, string>} fields what the mode of now asks for
   * @param {Protection} protection
   */
  async function changeMode(fields, { mode = 'basic', passphrase }) {
    await openJourney('mode');
    await waitForStep('prove');
    for (const [field, text] of Object.entries(fields)) await page.type(field, text);
    await page.click('#continue');
    await waitForStep('mode');
    await chooseMode(mode);
    if (mode !== 'basic') await chooseSecond(passphrase);
    const renewed = await confirmRecoveryCode();
    await backend().page.closeTab();
    return renewed;
  }

  return {
    waitForStep,
    openSetup,
    completeSetup,
    confirmRecoveryCode,
    createVault,
    openJourney,
    recover,
    changeMode,
  };
}
