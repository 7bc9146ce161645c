/** The offer in the page: found in its closed shadow root, accepted with a real mouse. */
import { sleep, until } from './wait.mjs';

/** The offer takes no click before it was visible and still for a while. */
const REST = 1050;

const centre = ({ x, y, width, height }) => ({ x: Math.round(x + width / 2), y: Math.round(y + height / 2) });

const near = (a, b) => Math.abs(a.x - b.x) <= 1 && Math.abs(a.y - b.y) <= 1;

/** @param {() => import('./types.mjs').Backend} backend @param {number} timeout */
export function offerOf(backend, timeout) {
  const describe = () => backend().page.describe();
  const wait = (limit = timeout) =>
    until('an offer in the page', () => backend().findOffer(), { timeout: limit, describe });

  /** Its button, once it holds still: a scroll that crosses processes takes a moment. */
  const locate = (found, act) =>
    until(
      'the offer to hold still',
      async () => {
        const box = await found.locate(act);
        await sleep(60);
        const later = await found.locate(act);
        return box && later && near(box, later) ? later : null;
      },
      { timeout: 5000, describe },
    );

  /**
   * Rests on one of the offer's buttons, then presses it.
   *
   * @param {'accept' | 'hide'} act
   * @param {{ timeout?: number }} [options]
   */
  async function press(act, { timeout: limit } = {}) {
    const found = await wait(limit);
    let box = await locate(found, act);
    await found.moveTo(centre(box));
    await sleep(REST);
    const later = await locate(found, act);
    // It may have moved with the page; an honest user follows it and waits again.
    if (!near(box, later)) {
      box = later;
      await found.moveTo(centre(box));
      await sleep(REST);
    }
    await found.press();
    return { kind: found.kind, box, frameUrl: found.frameUrl };
  }

  return {
    /**
     * The offer that the page shows, or null when none comes within the time.
     *
     * @param {{ timeout?: number }} [options]
     * @returns {Promise<{ kind: 'locked' | 'popup' | 'fill', box: import('./types.mjs').Box, frameUrl: string } | null>}
     */
    offer: async ({ timeout: limit = 3000 } = {}) => {
      const end = Date.now() + limit;
      for (;;) {
        const found = await backend().findOffer();
        if (found) return { kind: found.kind, box: found.box, frameUrl: found.frameUrl };
        if (Date.now() > end) return null;
        await sleep(50);
      }
    },

    /** Accepts it as a user does: moves there, rests, clicks. @param {{ timeout?: number }} [options] */
    acceptOffer: (options) => press('accept', options),

    /** Presses its other button. @param {{ timeout?: number }} [options] */
    hideOffer: (options) => press('hide', options),
  };
}
