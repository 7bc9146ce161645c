/** What the scripts of a page hold in memory. */
import { withSession } from './frames.mjs';

/**
 * A heap snapshot of the page's process as text: every string of its scripts, ours in their isolated world among them.
 *
 * @param {import('puppeteer-core').Page} page
 * @returns {Promise<string>}
 */
export function pageHeap(page) {
  return withSession(page, page.mainFrame(), async (session) => {
    const chunks = [];
    session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
    await session.send('HeapProfiler.takeHeapSnapshot', { captureNumericValue: true });
    return chunks.join('');
  });
}
