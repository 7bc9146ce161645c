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

  /** The set-up from choosing the PIN to its end, on the set-up page in the current tab. */
  async function completeSetup(pin) {
    await waitForStep('pin');
    await page.type('#pin', pin);
    await until('the set-up to take the PIN', pinTaken, {
      timeout,
      describe: () => backend().page.describe(),
    });
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
   * @returns {Promise<{ recoveryCode: string }>} six groups with dashes
   */
  async function createVault(pin) {
    await openSetup();
    const made = await completeSetup(pin);
    await closePopup();
    await backend().page.closeTab();
    return made;
  }

  return { openSetup, completeSetup, confirmRecoveryCode, createVault };
}
