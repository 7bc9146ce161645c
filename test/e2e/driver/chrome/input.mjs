/** Real input through the debugging protocol: pages see trusted events. */
import { sleep } from '../wait.mjs';
import { findFrame, localRoot } from './frames.mjs';

/** @typedef {import('puppeteer-core').Page} Page @typedef {import('../types.mjs').Where} Where */

/** @param {Page} page @param {string} selector @param {Where | undefined} where @param {(handle: any) => Promise<any>} work */
async function withElement(page, selector, where, work) {
  const handle = await (await findFrame(page, where?.frame)).$(selector);
  if (!handle) throw new Error(`There is no ${selector}.`);
  try {
    return await work(handle);
  } finally {
    await handle.dispose().catch(() => {});
  }
}

/**
 * After a load or a scroll Chrome needs some frames before it sends the mouse to a frame of another process; until
 * then the page around it gets the click. An element that is really covered is clicked all the same, as a user would.
 */
async function settleHover(page, handle) {
  if (localRoot(handle.frame).parentFrame() === null) return;
  for (let i = 0; i < 20; i++) {
    await handle.hover();
    if (await handle.evaluate((element) => element.matches(':hover'))) return;
    await page.mouse.move(0, 0);
    await sleep(50);
  }
}

/**
 * The parts of a surface that the popup and a page share.
 *
 * @param {() => Promise<Page>} getPage
 */
export function inputOn(getPage) {
  return {
    evaluate: async (expression, where) =>
      (await findFrame(await getPage(), where?.frame)).evaluate(expression),
    click: async (selector, options) => {
      const page = await getPage();
      await withElement(page, selector, options, async (handle) => {
        await settleHover(page, handle);
        await handle.click({ button: options?.button ?? 'left' });
      });
    },
    keys: async (text) => (await getPage()).keyboard.type(text),
    press: async (key, options) => {
      const { keyboard } = await getPage();
      const modifiers = options?.modifiers ?? [];
      for (const modifier of modifiers) await keyboard.down(modifier);
      await keyboard.press(key);
      for (const modifier of modifiers.toReversed()) await keyboard.up(modifier);
    },
    upload: async (selector, files, where) =>
      withElement(await getPage(), selector, where, (handle) => handle.uploadFile(...files)),
  };
}
