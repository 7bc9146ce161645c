/** The real toolbar popup: a panel of Firefox's own window, with mouse and keys through that window. */
import { writeFileSync } from 'node:fs';
import { DESCRIBE_POPUP } from '../describe.mjs';
import { sleep, until } from '../wait.mjs';
import { pressed, typed } from './keys.mjs';
import { moved, pressedButton } from './mouse.mjs';
import { evaluateInBrowser } from './remote.mjs';

/** Scrolls it into view and gives its centre in the popup's viewport. */
const centreOf = (selector) => `(async () => {
  const element = document.querySelector(${JSON.stringify(selector)});
  if (!element) throw new Error('There is no such element.');
  element.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  const { left, top, width, height } = element.getBoundingClientRect();
  return JSON.stringify({ x: left + width / 2, y: top + height / 2 });
})()`;

/**
 * @param {Awaited<ReturnType<typeof import('./session.mjs').openSession>>} session
 * @param {string} addonId
 * @param {number} timeout
 */
export function firefoxPopup(session, addonId, timeout) {
  const evaluate = (expression) => evaluateInBrowser(session, 'popup', addonId, expression);

  const isOpen = () => session.privileged(({ popup }) => popup() !== undefined);

  const describe = async () =>
    (await isOpen()) ? `popup ${await evaluate(DESCRIBE_POPUP)}` : 'popup closed';

  /** Where the popup's viewport begins in Firefox's window. */
  const origin = () =>
    session.privileged(({ popup }) => {
      const { x, y } = popup().getBoundingClientRect();
      return { x, y };
    });

  const actions = (list) =>
    session.inChrome(async ({ send }) => {
      for (const action of list) await send('WebDriver:PerformActions', action);
    });

  /** Input that makes the popup close itself has done its work, though its last event finds nobody. */
  async function mayClose(act) {
    if (!(await isOpen())) throw new Error('The popup is not open.');
    try {
      await act();
    } catch (error) {
      await sleep(200);
      if (await isOpen()) throw error;
    }
  }

  /** The popup grows and shrinks with what it shows, a moment later: follows until the mouse is over the element. */
  const moveOver = (selector) =>
    until(
      `the mouse to come over ${selector} in the popup`,
      async () => {
        const inside = JSON.parse(await evaluate(centreOf(selector)));
        const { x, y } = await origin();
        await actions([moved({ x: x + inside.x, y: y + inside.y })]);
        return evaluate(`document.querySelector(${JSON.stringify(selector)}).matches(':hover')`);
      },
      { timeout: 5000, describe },
    );

  return {
    evaluate,
    isOpen,

    describe,

    open: async () => {
      await session.privileged(async ({ ChromeUtils, window, extensionOf }, id) => {
        const { ExtensionParent } = ChromeUtils.importESModule(
          'resource://gre/modules/ExtensionParent.sys.mjs',
        );
        window.focus();
        await ExtensionParent.apiManager.global.browserActionFor(extensionOf(id)).triggerAction(window);
      }, addonId);
      await until('the popup to open', isOpen, { timeout });
    },

    close: async () => {
      await session.privileged(({ popup }) => popup()?.closest('panel').hidePopup());
      await until('the popup to close', async () => !(await isOpen()), { timeout });
    },

    click: (selector, options) =>
      mayClose(async () => {
        await moveOver(selector);
        await actions([pressedButton(options?.button === 'right' ? 2 : 0)]);
      }),

    keys: (text) => mayClose(() => actions([typed(text)])),
    press: (key, options) => mayClose(() => actions([pressed(key, options?.modifiers)])),

    upload: async () => {
      throw new Error(
        'Not supported: files cannot be given to a popup of Firefox, which closes when it asks for one.',
      );
    },

    screenshot: async (file) => {
      const picture = await session.privileged(async ({ popup, window, sleep }) => {
        const browser = popup();
        // It has no size before its first layout.
        for (let i = 0; i < 40 && browser.getBoundingClientRect().height === 0; i++) await sleep(50);
        const { width, height } = browser.getBoundingClientRect();
        const area = new window.DOMRect(0, 0, width, height);
        const { currentWindowGlobal } = browser.browsingContext;
        const bitmap = await currentWindowGlobal.drawSnapshot(area, window.devicePixelRatio, 'white');
        const canvas = window.document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas');
        canvas.width = bitmap.width;
        canvas.height = bitmap.height;
        canvas.getContext('2d').drawImage(bitmap, 0, 0);
        return canvas.toDataURL('image/png');
      });
      writeFileSync(file, Buffer.from(picture.split(',')[1], 'base64'));
    },
  };
}
