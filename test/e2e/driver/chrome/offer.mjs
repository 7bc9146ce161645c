/** The offer at a code field: a button in a closed shadow root, in any frame. */
import { localRoot, originOf, withSession } from './frames.mjs';

/** @typedef {{ nodeName: string, attributes?: string[], children?: Node[], shadowRoots?: Node[], contentDocument?: Node, backendNodeId: number, documentURL?: string, shadowRootType?: string }} Node */

const attributesOf = ({ attributes = [] }) =>
  new Map(attributes.flatMap((name, i) => (i % 2 === 0 ? [[name, attributes[i + 1]]] : [])));

/** @param {Node} node @returns {Generator<[Map<string, string>, Node]>} */
function* buttons(node) {
  if (node.nodeName === 'BUTTON') yield [attributesOf(node), node];
  for (const child of node.children ?? []) yield* buttons(child);
}

/** Accept and hide buttons below closed shadow roots. @param {Node} node @param {string} url @param {boolean} [inDialog] */
function* offers(node, url, inDialog = false) {
  const frameUrl = node.documentURL ?? url;
  const host = attributesOf(node);
  for (const root of node.shadowRoots ?? []) {
    if (root.shadowRootType === 'closed' && (host.has('popover') || inDialog)) {
      const found = [...buttons(root)];
      const named = (act) => found.find(([attributes]) => attributes.get('data-act') === act);
      const accept = named('accept');
      if (accept)
        yield { kind: accept[0].get('data-kind'), accept: accept[1], hide: named('hide')?.[1], frameUrl };
    }
    yield* offers(root, frameUrl, inDialog);
  }
  const below = [...(node.children ?? []), ...(node.contentDocument ? [node.contentDocument] : [])];
  for (const child of below) yield* offers(child, frameUrl, inDialog || node.nodeName === 'DIALOG');
}

/** The box of a node in the page's viewport, null when it has none. */
async function boxOf(session, backendNodeId, origin) {
  try {
    const { model } = await session.send('DOM.getBoxModel', { backendNodeId });
    const xs = model.border.filter((_, i) => i % 2 === 0);
    const ys = model.border.filter((_, i) => i % 2 === 1);
    const x = Math.min(...xs);
    const y = Math.min(...ys);
    const box = { x: x + origin.x, y: y + origin.y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
    return box.width > 0 && box.height > 0 ? box : null;
  } catch {
    // Not rendered, or gone.
    return null;
  }
}

const OFFER_FRAME = '/src/offer/index.html';

const pressing = (page) => ({
  moveTo: ({ x, y }) => page.mouse.move(x, y, { steps: 4 }),
  // Where the mouse rests: one more move would end its rest.
  press: async () => {
    await page.mouse.down();
    await page.mouse.up();
  },
});

/** The offer in a frame of the extension's own, which stands in a closed shadow root. @param {import('puppeteer-core').Page} page */
async function findInFrame(page) {
  for (const frame of page.frames().filter((each) => each.url().endsWith(OFFER_FRAME))) {
    /** @param {string} act */
    const locate = async (act = 'accept') => {
      const box = await frame.evaluate((name) => {
        const rect = document.querySelector(`[data-act=${name}]`)?.getBoundingClientRect();
        return rect ? { x: rect.x, y: rect.y, width: rect.width, height: rect.height } : null;
      }, act);
      const owner = await frame.frameElement();
      const isShown = await owner?.evaluate((element) => element.getBoundingClientRect().width > 0);
      await owner?.dispose();
      if (!box || !isShown || box.width === 0) return null;
      const origin = await originOf(frame);
      return { ...box, x: box.x + origin.x, y: box.y + origin.y };
    };
    // The frame may go away while we look into it, or not be there yet.
    const found = await Promise.all([
      locate(),
      frame.evaluate(() => document.querySelector('[data-act=accept]')?.getAttribute('data-kind')),
    ]).catch(() => null);
    const [box, kind] = found ?? [];
    if (box && kind)
      return { kind, box, frameUrl: frame.parentFrame()?.url() ?? '', locate, ...pressing(page) };
  }
  return null;
}

/**
 * @param {import('puppeteer-core').Page} page
 * @returns {Promise<import('../types.mjs').FoundOffer | null>}
 */
export async function findChromeOffer(page) {
  return (await findInFrame(page)) ?? findInPage(page);
}

/** The offer whose buttons stand in the closed shadow root itself. @param {import('puppeteer-core').Page} page */
async function findInPage(page) {
  for (const root of new Set(page.frames().map(localRoot))) {
    const found = await withSession(page, root, async (session) => {
      const { root: document } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
      const origin = await originOf(root);
      for (const offer of offers(document, root.url())) {
        const box = await boxOf(session, offer.accept.backendNodeId, origin);
        if (box) return { ...offer, box };
      }
      return null;
    }).catch((error) => {
      // The frame may go away while we look into it.
      if (root.parentFrame() !== null || /detached|closed|no target/i.test(error.message)) return null;
      throw error;
    });
    if (!found) continue;
    return {
      kind: found.kind,
      box: found.box,
      frameUrl: found.frameUrl,
      locate: (act = 'accept') =>
        withSession(page, root, async (session) => {
          const node = found[act];
          if (!node) throw new Error(`The offer has no button ${act}.`);
          await session.send('DOM.getDocument', { depth: 0 });
          await session
            .send('DOM.scrollIntoViewIfNeeded', { backendNodeId: node.backendNodeId })
            .catch(() => {});
          return boxOf(session, node.backendNodeId, await originOf(root));
        }),
      ...pressing(page),
    };
  }
  return null;
}
