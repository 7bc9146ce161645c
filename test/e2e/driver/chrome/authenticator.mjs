/**
 * An authenticator for the whole browser. DevTools has one for each tab, and it gives away a credential without its
 * PRF secret, so that no other tab, popup or later browser could use it. A second extension takes the calls instead.
 */
import { fileURLToPath } from 'node:url';
import { until } from '../wait.mjs';
import { softwareAuthenticator } from './software-authenticator.mjs';

const PROXY = fileURLToPath(new URL('./authenticator', import.meta.url));

/**
 * @param {import('puppeteer-core').Browser} browser
 * @param {number} timeout
 * @returns {import('../types.mjs').Authenticator}
 */
export function chromeAuthenticator(browser, timeout) {
  /** @type {{ proxyId: string, device: ReturnType<typeof softwareAuthenticator> } | null} */
  let added = null;

  /** Gives each call of a page to the device, and its answer back. */
  async function connect(worker, device) {
    const session = worker.client;
    session.on('Runtime.bindingCalled', ({ name, payload }) => {
      if (name !== 'toDriver') return;
      const { kind, requestId, request } = JSON.parse(payload);
      const details = kind === 'isUvpaa' ? { isUvpaa: true } : device.answer(kind, request);
      // The page may have given up, and the browser may be closing.
      worker
        .evaluate((kind, details) => globalThis.answer(kind, details), kind, { requestId, ...details })
        .catch(() => {});
    });
    await session.send('Runtime.addBinding', { name: 'toDriver' });
    await worker.evaluate(() => globalThis.takeOver());
  }

  return {
    add: async (options, credentials) => {
      const passkeys = /** @type {import('./software-authenticator.mjs').Passkey[]} */ (credentials);
      const device = softwareAuthenticator({ ...options, passkeys });
      const proxyId = await browser.installExtension(PROXY);
      const target = await until(
        'the authenticator to start',
        () =>
          browser
            .targets()
            .find(
              (candidate) =>
                candidate.type() === 'service_worker' &&
                candidate.url().startsWith(`chrome-extension://${proxyId}/`),
            ),
        { timeout },
      );
      await connect(await target.worker(), device);
      added = { proxyId, device };
    },
    remove: async () => {
      if (added) await browser.uninstallExtension(added.proxyId);
      added = null;
    },
    refuse: async (refuse) => added?.device.refuse(refuse),
    credentials: async () => added?.device.passkeys ?? [],
  };
}
