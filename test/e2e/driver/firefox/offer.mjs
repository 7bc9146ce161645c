/** The offer at a code field: a button in a closed shadow root, in any frame. */
import { moved, pressedButton } from './mouse.mjs';
import { ELEMENT } from './session.mjs';

/** Privileged code in one frame: the button `act` of its offer, measured; `scroll` brings it into view first. */
const MEASURE = `
  const [act, scroll] = args;
  const hosts = document.querySelectorAll('[popover], dialog *');
  for (const host of hosts) {
    const root = host.openOrClosedShadowRoot;
    if (!root || host.shadowRoot) continue;
    const accept = root.querySelector('button[data-act=accept]');
    const button = root.querySelector('button[data-act=' + act + ']');
    if (!accept || !button) continue;
    if (scroll) {
      button.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
      await new Promise((resolve) => window.requestAnimationFrame(() => window.requestAnimationFrame(resolve)));
    }
    const { x, y, width, height } = button.getBoundingClientRect();
    if (width > 0 && height > 0) return { kind: accept.dataset.kind, box: { x, y, width, height }, frameUrl: document.URL };
  }
  return null;`;

/** Where a frame element's viewport begins in the one around it. */
const FRAME_ORIGIN = `
  const [frame] = args;
  const { left, top } = frame.getBoundingClientRect();
  const style = getComputedStyle(frame);
  return {
    x: left + frame.clientLeft + Number.parseFloat(style.paddingLeft),
    y: top + frame.clientTop + Number.parseFloat(style.paddingTop),
  };`;

/** Scrolls a document until the part of a frame that holds the offer is in view. */
const SHOW = `
  const [{ y, height }] = args;
  if (y < 0 || y + height > innerHeight) scrollBy({ top: y - innerHeight / 2, behavior: 'instant' });`;

/** @param {Awaited<ReturnType<typeof import('./session.mjs').openSession>>} session */
export function firefoxOffers(session) {
  /** Goes through the frames depth first, and stops in the one that has an offer. */
  async function search({ send, script }, act, scroll, origin = { x: 0, y: 0 }) {
    const found = await script(MEASURE, [act, scroll], 'system');
    if (found) {
      const { x, y } = found.box;
      return { ...found, inFrame: found.box, box: { ...found.box, x: x + origin.x, y: y + origin.y } };
    }
    const frames = await send('WebDriver:FindElements', { using: 'css selector', value: 'iframe, frame' });
    for (const frame of frames.map((reference) => reference[ELEMENT])) {
      try {
        const at = await script(FRAME_ORIGIN, [{ [ELEMENT]: frame }], null);
        await send('WebDriver:SwitchToFrame', { element: frame });
        const inner = await search({ send, script }, act, scroll, { x: origin.x + at.x, y: origin.y + at.y });
        if (inner && scroll) {
          // Within this document's viewport, so without what lies around it.
          const { x, y } = inner.box;
          await send('WebDriver:SwitchToParentFrame');
          await script(SHOW, [{ ...inner.box, x: x - origin.x, y: y - origin.y }], null);
        }
        if (inner) return inner;
        await send('WebDriver:SwitchToParentFrame');
      } catch (error) {
        // The frame may go away while we look into it.
        if (!/no such|stale|closed|discarded|unloaded/i.test(error.message)) throw error;
      }
    }
    return null;
  }

  const find = (act, scroll) => session.inFrame(undefined, (page) => search(page, act, scroll));

  /** In the frame itself, since its process gets the mouse; coordinates are then the frame's own. */
  const inOfferFrame = (act, work) =>
    session.inFrame(undefined, async (page) => {
      const found = await search(page, act, false);
      if (!found) throw new Error('The offer went away.');
      await work(page, found);
    });

  /** @returns {Promise<import('../types.mjs').FoundOffer | null>} */
  return async function findFirefoxOffer() {
    const found = await find('accept', false);
    if (!found) return null;
    let chosen = 'accept';
    return {
      kind: found.kind,
      box: found.box,
      frameUrl: found.frameUrl,
      locate: async (act = 'accept') => {
        chosen = act;
        return (await find(act, true))?.box ?? null;
      },
      moveTo: (point) =>
        inOfferFrame(chosen, ({ send }, { box, inFrame }) =>
          send(
            'WebDriver:PerformActions',
            moved({ x: point.x - box.x + inFrame.x, y: point.y - box.y + inFrame.y }),
          ),
        ),
      press: () => inOfferFrame(chosen, ({ send }) => send('WebDriver:PerformActions', pressedButton())),
    };
  };
}
