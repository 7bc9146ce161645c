import { order } from '../messages/send.ts';
import { browser } from '../platform/browser.ts';

/** Tells every frame to ask again what it may offer: the vault was locked or opened, or sites changed. */
export async function announceOfferChange(): Promise<void> {
  const tabs = await browser.tabs.query({ url: ['https://*/*', 'http://localhost/*', 'http://127.0.0.1/*'] });
  await Promise.all(
    tabs.map(async ({ id }) => {
      if (id === undefined) return;
      const frames = (await browser.webNavigation.getAllFrames({ tabId: id }).catch(() => null)) ?? [];
      // Frames without a script of ours do not answer.
      await Promise.all(
        frames.map(({ frameId }) => order({ tabId: id, frameId }, 'offerChanged').catch(() => null)),
      );
    }),
  );
}
