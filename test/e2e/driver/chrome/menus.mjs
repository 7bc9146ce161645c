/**
 * Commands and menu items. Headless Chrome shows no menu and takes no shortcut, so the worker's own listeners are
 * called: no user gesture, no activeTab.
 */
import { asJson } from '../source.mjs';
import { findFrame } from './frames.mjs';

const ACTIVE_TAB = '(await chrome.tabs.query({ active: true, lastFocusedWindow: true }))[0]';

/** @param {{ evaluate(expression: string): Promise<any> }} worker @param {string} name */
export function dispatchCommand(worker, name) {
  return worker.evaluate(
    `(async () => { chrome.commands.onCommand.dispatch(${JSON.stringify(name)}, ${ACTIVE_TAB}); })()`,
  );
}

/** The number of a frame in Chrome's own count: 0 for the page, else found by its address and its place among equals. */
async function frameIdOf(worker, page, frame) {
  if (frame.parentFrame() === null) return 0;
  const twins = page.frames().filter((other) => other.url() === frame.url());
  const ids = JSON.parse(
    await worker.evaluate(
      asJson(`chrome.webNavigation.getAllFrames({ tabId: (${ACTIVE_TAB}).id }).then((frames) =>
        frames.filter(({ url }) => url === ${JSON.stringify(frame.url())}).map(({ frameId }) => frameId))`),
    ),
  );
  const id = ids[twins.indexOf(frame)];
  if (id === undefined) throw new Error(`Chrome does not list the frame ${frame.url()}.`);
  return id;
}

/**
 * @param {{ evaluate(expression: string): Promise<any> }} worker
 * @param {import('puppeteer-core').Page} page
 * @param {string} itemId
 * @param {import('../types.mjs').Where} [where]
 */
export async function dispatchMenu(worker, page, itemId, where) {
  const frame = await findFrame(page, where?.frame);
  const frameId = await frameIdOf(worker, page, frame);
  const info = {
    menuItemId: itemId,
    editable: true,
    frameId,
    pageUrl: page.url(),
    ...(frameId === 0 ? {} : { frameUrl: frame.url() }),
  };
  await worker.evaluate(
    `(async () => { chrome.contextMenus.onClicked.dispatch(${JSON.stringify(info)}, ${ACTIVE_TAB}); })()`,
  );
}
