/** Messages from the wrong place, for tests of who may say what. */
import { asJson, toExpression } from './source.mjs';

/** @typedef {import('./types.mjs').Where} Where */

const SEND = `(async (id, message) => {
  const runtime = (globalThis.browser ?? globalThis.chrome)?.runtime;
  if (!runtime?.sendMessage) return { error: 'no runtime.sendMessage here' };
  try {
    const call = id ? runtime.sendMessage(id, message) : runtime.sendMessage(message);
    const late = new Promise((resolve) => setTimeout(resolve, 5000, { error: 'no answer within 5 s' }));
    return await Promise.race([call.then((reply) => ({ reply: reply ?? null })), late]);
  } catch (error) {
    return { error: String(error) };
  }
})`;

/**
 * @param {() => import('./types.mjs').Backend} backend
 * @param {object} surfaces
 * @param {ReturnType<typeof import('./surface.mjs').surface>} surfaces.popup
 * @param {ReturnType<typeof import('./surface.mjs').surface>} surfaces.page
 */
export function attackOf(backend, { popup, page }) {
  /**
   * In the background: service worker or event page. Wakes it when it sleeps.
   *
   * @param {string | ((...args: any[]) => unknown)} code
   * @param {{ args?: unknown[] }} [options]
   */
  const workerEval = async (code, options) =>
    JSON.parse((await backend().worker.evaluate(asJson(toExpression(code, options?.args)))) ?? 'null');

  /**
   * In the world of our content script, with the APIs that it has.
   *
   * @param {string | ((...args: any[]) => unknown)} code
   * @param {Where & { args?: unknown[] }} [options]
   */
  const contentEval = async (code, options) =>
    JSON.parse(
      (await backend().contentEvaluate(asJson(toExpression(code, options?.args)), options)) ?? 'null',
    );

  /**
   * Sends a raw message to the extension from a place, and gives what came back.
   *
   * @param {'page' | 'content' | 'popup' | 'worker'} place
   * @param {unknown} message
   * @param {Where} [options]
   * @returns {Promise<{ reply?: any, error?: string }>}
   */
  function sendAs(place, message, options) {
    // A web page names the extension; our own scripts do not.
    const id = place === 'page' ? backend().extensionId : null;
    const expression = `${SEND}(${JSON.stringify(id)}, ${JSON.stringify(message)})`;
    const evaluators = {
      page: () => page.eval(expression, options),
      content: () => contentEval(expression, options),
      popup: () => popup.eval(expression, options),
      worker: () => workerEval(expression),
    };
    return evaluators[place]();
  }

  /** A heap snapshot of the page's process as text. Chrome only. @returns {Promise<string>} */
  const pageHeap = async () => {
    const { pageHeap: taken } = backend();
    if (!taken) throw new Error('This browser gives no heap snapshot of a page.');
    return taken();
  };

  /** The browser's own zoom of the current tab; it stays with the site. @param {number} factor */
  const zoom = (factor) =>
    workerEval(
      async (to) => {
        const { tabs } = globalThis.browser ?? globalThis.chrome;
        const [tab] = await tabs.query({ active: true, lastFocusedWindow: true });
        await tabs.setZoom(tab.id, to);
      },
      { args: [factor] },
    );

  return { workerEval, contentEval, sendAs, pageHeap, zoom };
}
