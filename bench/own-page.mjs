/** What our own pages may ask of the background, from the popup's page in the current tab. */

/** @typedef {import('./pair.mjs').Side} Side */

/** Runs in the page. */
async function sendTimed(name, data) {
  const { runtime } = globalThis.browser ?? globalThis.chrome;
  const from = performance.now();
  const answer = await runtime.sendMessage({ tweestap: 'own-page', name, data });
  return { took: performance.now() - from, answer };
}

/**
 * One message and its answer, timed in the page.
 *
 * @param {Side} side
 * @param {string} name of the protocol
 * @param {unknown} [data]
 * @returns {Promise<{ took: number, reply: any }>}
 */
export async function ask({ driver }, name, data = null) {
  const { took, answer } = await driver.page.eval(sendTimed, { args: [name, data] });
  if (!answer || !('reply' in answer)) throw new Error(`The background did not answer ${name}.`);
  return { took, reply: answer.reply };
}
