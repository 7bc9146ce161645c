/** The user whom a page led astray: what it wants done with mouse and keys, done with real ones. */
import { sleep } from '../e2e/driver/wait.mjs';

/**
 * @typedef {import('../e2e/driver/index.mjs').Driver} Driver
 * @typedef {import('./pages.mjs').AttackPage} AttackPage
 * @typedef {import('../e2e/driver/types.mjs').Box} Box
 * @typedef {[what: string, ...details: any[]]} Step
 */

/** Longer than any offer asks to have been seen. */
const REST = 1050;
const BETWEEN = 350;
const OFFER_PATIENCE = 1200;
const FIELD_PATIENCE = 4000;

/** @param {Driver} driver @param {string} phase @param {unknown} info @returns {Promise<Step[] | null>} */
const tell = async (driver, phase, info) =>
  // Not every answer is JSON; a list is a course.
  driver.page.eval(
    `(async () => { const answer = await window.attack?.(${JSON.stringify(phase)}, ${JSON.stringify(info)});
      return Array.isArray(answer) ? answer : null; })()`,
  );

/** A click into the field; where the page lets no mouse there, it gives the focus itself. @param {Driver} driver @param {import('../e2e/driver/types.mjs').Where} where */
async function intoField(driver, where) {
  await driver.page
    .click('#code', { ...where, timeout: FIELD_PATIENCE })
    .catch(() => driver.page.eval("document.querySelector('#code').focus()", where));
}

/** Where the offer would stand, had it come. @param {Driver} driver @param {string} inner the field, or the frame around it @returns {Promise<[number, number]>} */
async function blindPoint(driver, inner) {
  const point = await driver.page
    .eval(
      `(() => { const { left, bottom } = document.querySelector(${JSON.stringify(inner)}).getBoundingClientRect();
        return [left + 40, bottom + 26]; })()`,
    )
    .catch(() => null);
  return point ?? [60, 100];
}

/** No mouse leaves the view, which is at least this large. @param {number} x @param {number} y @returns {[number, number]} */
const inView = (x, y) => [Math.max(1, Math.min(x, 1200)), Math.max(1, Math.min(y, 700))];

/** @param {Box} box @returns {[number, number]} */
const centre = ({ x, y, width, height }) => [x + width / 2, y + height / 2];

/**
 * @param {Driver} driver
 * @param {AttackPage} page
 * @param {() => Promise<boolean>} [isSeen] whether the offer can be seen; asked before a press that nothing hurries
 * @returns {Promise<{ kind: string | null, presses: number, seen: boolean | null }>} the kind of the offer that came first,
 * and whether it could be seen at the first press; null where nobody looked
 */
export async function beLured(driver, page, isSeen) {
  const { frame } = page;
  const where = frame.length > 0 ? { frame } : {};
  if (page.focusesItself) await sleep(200);
  else await intoField(driver, where);
  const offer = await driver.offer({ timeout: OFFER_PATIENCE });
  let presses = 0;
  /** @type {boolean | null} */
  let seen = null;

  /** @param {[number, number] | undefined} at */
  const pointFor = async (at) => {
    const now = at ? null : await driver.offer({ timeout: 100 });
    return at ?? (now ? centre(now.box) : await blindPoint(driver, frame[0] ?? '#code'));
  };
  /** @type {Record<string, (...details: any[]) => unknown>} */
  const deeds = {
    move: (x, y) => driver.pointer.move(...inView(x, y)),
    wait: (ms) => sleep(ms),
    press: () => {
      presses++;
      return driver.pointer.press().catch((error) => {
        // The document that took it went away with it.
        if (!/cannot be cloned|discarded|unloaded/i.test(error.message)) throw error;
      });
    },
    down: () => {
      presses++;
      return driver.pointer.down();
    },
    up: () => driver.pointer.up(),
    key: (key) => driver.page.press(key),
    keyDown: (key) => driver.keyDown(key),
    keyUp: (key) => driver.keyUp(key),
    tell: (phase) => tell(driver, phase, null),
    // The page goes on with it while the user goes on, too.
    hint: (phase) => void tell(driver, phase, null).catch(() => {}),
    accept: async (at) => {
      await driver.pointer.move(...inView(...(await pointFor(at))));
      await sleep(REST);
      // Of the first press alone: after a fill there is no offer any more.
      if (isSeen && seen === null) seen = await isSeen();
      await deeds.press?.();
    },
    field: () => intoField(driver, where),
    zoom: (factor) => driver.zoom(factor),
    newTab: () => driver.newTab(),
    closeTab: () => driver.closeTab(),
    follow: (address) => driver.followTab(address),
  };
  const usual = () => {
    const accept = /** @type {Step} */ (page.click ? ['accept', page.click] : ['accept']);
    return Array.from({ length: page.clicks }, (_, at) =>
      at === 0 ? [accept] : [/** @type {Step} */ (['wait', BETWEEN]), accept],
    ).flat();
  };
  const course = (await tell(driver, 'offer', offer?.box ?? null)) ?? usual();
  for (const [what, ...details] of course) {
    const deed = deeds[what];
    if (!deed) throw new Error(`${page.name} wants ${what}, which nobody can do.`);
    await deed(...details);
  }
  return { kind: offer?.kind ?? null, presses, seen };
}
