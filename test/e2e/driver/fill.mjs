/** Filling the page from the popup. */
import { until } from './wait.mjs';

/**
 * @param {object} driver
 * @param {ReturnType<typeof import('./surface.mjs').surface>} driver.popup
 * @param {ReturnType<typeof import('./popup-screens.mjs').popupScreens>} driver.screens
 * @param {number} driver.timeout
 */
export function filling({ popup, screens, timeout }) {
  const { describe, isOpen, openPopup, waitForScreen } = screens;

  /**
   * Presses an account's fill button in the popup, and confirms the link to the page's site when it is asked.
   *
   * @param {{ id?: string, link?: string, pin?: string }} [options] `id`: the first account without it; `link`: confirm the
   * link, and type this domain where the popup wants it typed; `pin`: for an account whose codes ask for it. Without `link`
   * or `pin` the question stays unanswered.
   * @returns {Promise<{ closed: boolean, asked: boolean, message: string | null }>} `closed`: the popup closed itself,
   * as it does when the page took the code; `asked`: it asked to confirm the link, or for the PIN
   */
  async function fillFromPopup({ id, link, pin } = {}) {
    await openPopup();
    await waitForScreen(['accounts', 'fill']);
    const row = id === undefined ? '[data-account]' : `[data-account="${id}"]`;
    const before = await popupMessage();
    // Where the page shows no code field, the button is only in the opened row.
    if ((await popup.count(`${row} [data-act=fill]`)) === 0) await popup.click(`${row} [data-act=more]`);
    await popup.click(`${row} [data-act=fill]`);
    let answer = await answerToFill(before);
    if (pin !== undefined && answer.asked) answer = await answerWithPin(answer, before, pin);
    if (!answer.asked || link === undefined) return answer;
    if ((await popup.count('#link-domain')) > 0) await popup.type('#link-domain', link, { replace: true });
    await popup.click('#link-confirm');
    answer = await answerToFill(before, { confirmed: true });
    if (pin !== undefined && answer.asked) answer = await answerWithPin(answer, before, pin);
    return { ...answer, asked: true };
  }

  /** Types the PIN where the question is for the PIN; any other answer stays as it is. */
  async function answerWithPin(answer, before, pin) {
    if ((await popup.count('#code-pin')) === 0) return answer;
    await popup.type('#code-pin', pin, { replace: true });
    return answerToFill(before, { pinTyped: true });
  }

  const popupMessage = async () => (await popup.text('#message')) || (await popup.text('#toast')) || null;

  /** @param {string | null} before the message that stood there already */
  function answerToFill(before, { confirmed = false, pinTyped = false } = {}) {
    return until(
      'an answer to the fill',
      async () => {
        try {
          if (!(await isOpen())) return { closed: true, asked: false, message: null };
          if (!confirmed && (await popup.count('#link-confirm')) > 0)
            return { closed: false, asked: true, message: null };
          if (!pinTyped && (await popup.count('#code-pin')) > 0)
            return { closed: false, asked: true, message: null };
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

  return { fillFromPopup };
}
