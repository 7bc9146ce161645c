/**
 * The two content scripts. The first is registered and not declared in the manifest: where the user gives access to a
 * site on a click only, Chrome answers that click for a declared script with a question instead of the popup.
 */
import { AppError } from '../core/app-error.ts';
import { browser } from '../platform/browser.ts';
import { firstScript, mainScript } from './script-files.ts';

const FIRST_ID = 'first';

function sites(): string[] {
  return (browser.runtime.getManifest() as { host_permissions?: string[] }).host_permissions ?? [];
}

/** For every page from now on; registered anew where an update brought another script. */
export async function registerFirstScript(): Promise<void> {
  await browser.scripting.unregisterContentScripts({ ids: [FIRST_ID] }).catch(() => undefined);
  await browser.scripting.registerContentScripts([
    {
      id: FIRST_ID,
      js: [firstScript],
      matches: sites(),
      runAt: 'document_start',
      allFrames: true,
      persistAcrossSessions: true,
    },
  ]);
}

/** Gives tabs that were open at install or update the script that new pages get. */
export async function injectIntoOpenTabs(): Promise<void> {
  const tabs = await browser.tabs.query({ url: sites() });
  await Promise.all(
    tabs.map(async ({ id, discarded }) => {
      if (id === undefined || discarded) return;
      // Pages of the browser and of its store refuse scripts; they are not ours to fill either.
      await browser.scripting
        .executeScript({ target: { tabId: id, allFrames: true }, files: [firstScript] })
        .catch(() => undefined);
    }),
  );
}

type Frame = { tabId: number; frameId: number };

/** Chrome leaves the question unanswered where the user did not let us in. */
const LOAD_PATIENCE_MS = 2_000;

/** Both parts, in one frame that may not even have the first; a part that is there already stays alone. */
export async function loadMainScript({ tabId, frameId }: Frame): Promise<void> {
  const loading = browser.scripting.executeScript({
    target: { tabId, frameIds: [frameId] },
    files: [firstScript, mainScript],
  });
  const late = new Promise((_, reject) => setTimeout(reject, LOAD_PATIENCE_MS, new Error('late')));
  await Promise.race([loading, late]).catch((cause) => {
    throw new AppError('page-gone', { cause });
  });
}

/** Orders one frame, also one whose page had no reason yet to load the main script: then once more, after that. */
export async function withMainScript<T>(frame: Frame, order: () => Promise<T>): Promise<T> {
  try {
    return await order();
  } catch (error) {
    // With a cause nobody was listening there; without, somebody was and did not answer.
    if (!(error instanceof AppError) || error.cause === undefined) throw error;
    await loadMainScript(frame);
    return order();
  }
}
