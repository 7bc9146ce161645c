/** The world of the extension's content script. */

/**
 * Evaluates in the sandbox in which Firefox runs the content script, with its APIs.
 *
 * @param {Awaited<ReturnType<typeof import('./session.mjs').openSession>>} session
 * @param {string} addonId
 * @param {string} expression
 * @param {import('../types.mjs').Where} [where]
 */
export function evaluateInContent(session, addonId, expression, where) {
  const body = `
    const [id, code] = args;
    const { ExtensionContent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionContent.sys.mjs');
    const context = ExtensionContent.getContextByExtensionId(id, window);
    if (!context?.sandbox) throw new Error('No content script runs in ' + window.location.href + '.');
    return await Components.utils.evalInSandbox(code, context.sandbox);`;
  return session.inFrame(where?.frame, ({ script }) => script(body, [addonId, expression], 'system'));
}
