/** Listens to what the content script answers to an order to fill: which step of the ladder did it, or why none did. */

/** @typedef {import('../e2e/driver/index.mjs').Driver} Driver */

/** Begins anew; the worker may have died since the last time. @param {Driver} driver */
export async function listenToFills(driver) {
  await driver.workerEval(() => {
    // In Firefox `globalThis` is gone with this evaluation.
    const scope = /** @type {any} */ (self);
    const { tabs } = scope.browser ?? scope.chrome;
    scope.fillAnswer = null;
    if (scope.hearsFills) return;
    scope.hearsFills = true;
    const send = tabs.sendMessage.bind(tabs);
    tabs.sendMessage = (/** @type {any[]} */ ...args) => {
      const isFill = args[1]?.name === 'fill';
      const hear = (/** @type {any} */ answer) => {
        if (isFill) scope.fillAnswer = answer?.reply ?? { done: false, why: 'no answer' };
        return answer;
      };
      // With the polyfill a callback comes last in Chrome; Firefox gives a promise.
      const last = args.at(-1);
      if (typeof last !== 'function') return send(...args).then(hear);
      return send(...args.slice(0, -1), (/** @type {any} */ answer) => last(hear(answer)));
    };
  });
}

/** The answer to the last fill, null while there is none. @param {Driver} driver @returns {Promise<{ done: boolean, how?: string, why?: string } | null>} */
export const fillAnswer = (driver) => driver.workerEval('self.fillAnswer ?? null');
