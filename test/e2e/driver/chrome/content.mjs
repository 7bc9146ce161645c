/** The isolated world of the extension's content script. */
import { findFrame, withSession } from './frames.mjs';

/**
 * Evaluates where the content script runs, with its APIs.
 *
 * @param {import('puppeteer-core').Page} page
 * @param {string} extensionId
 * @param {string} expression
 * @param {import('../types.mjs').Where} [where]
 */
export async function evaluateInContent(page, extensionId, expression, where) {
  const frame = await findFrame(page, where?.frame);
  return withSession(page, frame, async (session) => {
    const contexts = [];
    session.on('Runtime.executionContextCreated', ({ context }) => contexts.push(context));
    await session.send('Runtime.enable');
    const world = contexts.find(
      ({ origin, auxData }) =>
        origin === `chrome-extension://${extensionId}` &&
        auxData?.frameId === frame._id &&
        auxData?.type === 'isolated',
    );
    if (!world) throw new Error(`No content script runs in ${frame.url()}.`);
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression,
      contextId: world.id,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) {
      throw new Error(
        exceptionDetails.exception?.description ?? exceptionDetails.exception?.value ?? exceptionDetails.text,
      );
    }
    return result.value;
  });
}
