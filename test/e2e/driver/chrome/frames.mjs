/** Frames of a page, and the debugging session that sees into each. */

/** @typedef {import('puppeteer-core').Page} Page @typedef {import('puppeteer-core').Frame} Frame */

/**
 * @param {Page} page
 * @param {string | string[]} [path] selectors of iframes, outermost first
 * @returns {Promise<Frame>}
 */
export async function findFrame(page, path = []) {
  let frame = page.mainFrame();
  for (const selector of [path].flat()) {
    const handle = await frame.$(selector);
    const inner = await handle?.contentFrame();
    if (!inner) throw new Error(`There is no frame ${selector}.`);
    frame = inner;
  }
  return frame;
}

/** A frame of another site has a process, and so a session, of its own. */
export const isRemote = (frame) =>
  frame.parentFrame() !== null && frame.client !== frame.parentFrame().client;

/** The outermost frame that lives in the same process as this one. @param {Frame} frame */
export function localRoot(frame) {
  let root = frame;
  while (root.parentFrame() !== null && !isRemote(root)) root = root.parentFrame();
  return root;
}

/**
 * Runs `work` with a debugging session of its own on the frame's process: its Runtime domain starts fresh and so
 * reports contexts that were there already.
 *
 * @template T
 * @param {Page} page
 * @param {Frame} frame
 * @param {(session: import('puppeteer-core').CDPSession) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withSession(page, frame, work) {
  const root = localRoot(frame);
  const target =
    root.parentFrame() === null
      ? page.target()
      : page
          .browser()
          .targets()
          .find(({ _targetId }) => _targetId === root._id);
  if (!target) throw new Error(`The frame ${frame.url()} is no target.`);
  const session = await target.createCDPSession();
  try {
    return await work(session);
  } finally {
    await session.detach().catch(() => {});
  }
}

/** Where the frame's viewport begins in the page's. @param {Frame} frame @returns {Promise<{ x: number, y: number }>} */
export async function originOf(frame) {
  let x = 0;
  let y = 0;
  for (let inner = frame; inner.parentFrame() !== null; inner = inner.parentFrame()) {
    const element = await inner.frameElement();
    if (!element) throw new Error(`The frame ${inner.url()} is gone.`);
    const [left, top] = await element.evaluate((iframe) => {
      const { left, top } = iframe.getBoundingClientRect();
      const style = getComputedStyle(iframe);
      return [
        left + iframe.clientLeft + Number.parseFloat(style.paddingLeft),
        top + iframe.clientTop + Number.parseFloat(style.paddingTop),
      ];
    });
    await element.dispose();
    x += left;
    y += top;
  }
  return { x, y };
}
