/** The toolbar popup as a whole: open, closed, and which screen it shows. */
import { Fatal, until } from './wait.mjs';

/**
 * @param {object} driver
 * @param {() => import('./types.mjs').Backend} driver.backend
 * @param {ReturnType<typeof import('./surface.mjs').surface>} driver.popup
 * @param {number} driver.timeout
 */
export function popupScreens({ backend, popup, timeout }) {
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

  return {
    describe,
    isOpen,
    screen,
    waitForScreen,
    waitUnlessRefused,
    openPopup,
    popupOpened,
    popupClosed,
    closePopup,
    withPopup,
  };
}
