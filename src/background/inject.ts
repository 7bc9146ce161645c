import { browser } from '../platform/browser.ts';

/** Gives tabs that were open at install or update the script that new pages get from the manifest. */
export async function injectIntoOpenTabs(): Promise<void> {
  const [script] = browser.runtime.getManifest().content_scripts ?? [];
  if (!script?.js) return;
  const tabs = await browser.tabs.query({ url: script.matches });
  const files = script.js;
  await Promise.all(
    tabs.map(async ({ id, discarded }) => {
      if (id === undefined || discarded) return;
      // Pages of the browser and of its store refuse scripts; they are not ours to fill either.
      await browser.scripting
        .executeScript({ target: { tabId: id, allFrames: true }, files })
        .catch(() => undefined);
    }),
  );
}
