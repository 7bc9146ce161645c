/** The extension's event page. */
import { until } from '../wait.mjs';
import { evaluateInBrowser } from './remote.mjs';

/**
 * @param {Awaited<ReturnType<typeof import('./session.mjs').openSession>>} session
 * @param {string} addonId
 * @param {number} timeout
 */
export function firefoxBackground(session, addonId, timeout) {
  const isRunning = () =>
    session.privileged(({ extensionOf }, id) => extensionOf(id).backgroundState === 'running', addonId);

  return {
    isRunning,

    evaluate: async (expression) => {
      if (!(await isRunning())) {
        await session.privileged(({ extensionOf }, id) => extensionOf(id).wakeupBackground(), addonId);
        await until('the event page to start', isRunning, { timeout });
      }
      return evaluateInBrowser(session, 'background', addonId, expression);
    },

    kill: async () => {
      await session.privileged(
        ({ extensionOf }, id) =>
          extensionOf(id).terminateBackground({
            ignoreDevToolsAttached: true,
            disableResetIdleForTest: true,
          }),
        addonId,
      );
      await until('the event page to end', async () => !(await isRunning()), { timeout });
    },
  };
}
