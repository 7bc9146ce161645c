/** Evaluates in documents that are no tabs: the popup and the background page. */

/**
 * @param {Awaited<ReturnType<typeof import('./session.mjs').openSession>>} session
 * @param {'popup' | 'background'} which
 * @param {string} addonId
 * @param {string} expression
 */
export function evaluateInBrowser(session, which, addonId, expression) {
  return session.privileged(
    async (firefox, document, id, code) => {
      const browser = firefox[document](id);
      if (!browser?.messageManager) throw new Error('That document is not open.');
      const { messageManager } = browser;
      const name = `tweestap-driver-${Math.random()}`;
      let answer = null;
      const listener = { receiveMessage: ({ data }) => (answer = data) };
      messageManager.addMessageListener(name, listener);
      try {
        // A sandbox with the document's own powers; its policy against eval does not hold for us.
        const frameScript = `{
          const name = ${JSON.stringify(name)};
          const sandbox = new Components.utils.Sandbox(content, { sandboxPrototype: content, sameZoneAs: content, wantXrays: false });
          Promise.resolve()
            .then(() => Components.utils.evalInSandbox(${JSON.stringify(code)}, sandbox))
            .then((value) => sendAsyncMessage(name, { value }), (error) => sendAsyncMessage(name, { error: String(error) }));
        }`;
        messageManager.loadFrameScript(
          `data:text/javascript;charset=utf-8,${encodeURIComponent(frameScript)}`,
          false,
        );
        while (!answer) {
          if (!browser.isConnected) throw new Error('That document closed before it answered.');
          await firefox.sleep(5);
        }
      } finally {
        messageManager.removeMessageListener(name, listener);
      }
      if (answer.error) throw new Error(answer.error);
      return answer.value;
    },
    which,
    addonId,
    expression,
  );
}
