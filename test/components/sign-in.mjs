/** Signs in on one component's page with the extension, and says how far that went. */
import { sleep, until } from '../e2e/driver/wait.mjs';
import { PERIOD_SECONDS } from '../site/components/index.mjs';
import { drivenBy } from './driven.mjs';
import { fillAnswer, listenToFills } from './fill-answers.mjs';

/**
 * @typedef {import('../e2e/driver/index.mjs').Driver} Driver
 * @typedef {import('../site/components/index.mjs').ComponentSite} ComponentSite
 *
 * @typedef {object} Result
 * @property {string} component
 * @property {'chrome' | 'firefox'} browser
 * @property {string | null} found the kind of the offer at the field
 * @property {string | null} filled the step that the page took, or why none
 * @property {boolean} accepted the server did, after exactly one try
 * @property {number} tries codes that the server was sent
 * @property {number} ms from the loaded page to the page after it
 * @property {string | null} error what went wrong
 */

const SOON = 5000;

/** @param {Driver} driver @param {string} name */
async function send(driver, name) {
  const { send: button, within } = drivenBy(name);
  if (!button) return;
  if (!within) return driver.page.click(button);
  // No mouse of the driver reaches into a shadow root: the page's own script presses it.
  const path = [within, button].map((selector) => JSON.stringify(selector));
  await driver.page.eval(`document.querySelector(${path[0]}).shadowRoot.querySelector(${path[1]}).click()`);
}

/** @param {Driver} driver */
const isSignedIn = async (driver) => (await driver.page.count('#signed-in').catch(() => 0)) > 0;

const stepNow = () => Math.floor(Date.now() / 1000 / PERIOD_SECONDS);
let lastStep = 0;

/** The code before went to another component of this site, which as a site takes each code once. */
async function waitForNextCode() {
  while (stepNow() === lastStep) await sleep(100);
}

/** @param {Driver} driver @param {string} id @param {boolean} byOffer */
async function fill(driver, id, byOffer) {
  await waitForNextCode();
  await listenToFills(driver);
  if (byOffer) await driver.acceptOffer();
  else await driver.fillFromPopup({ id });
  // In doubt the offer leads to the popup.
  const gone = async () => (await fillAnswer(driver)) !== null || (await isSignedIn(driver));
  if (byOffer) {
    const led = await until(
      'the press to do something',
      async () => (await gone()) || (await driver.screen()) === 'fill',
      {
        timeout: SOON,
      },
    ).then(async () => !(await gone()));
    if (led) await driver.fillFromPopup({ id });
  }
  return until(
    'the page to be filled',
    // A page that sends itself at once may be gone before the answer.
    async () =>
      (await fillAnswer(driver)) ?? ((await isSignedIn(driver)) && { done: true, how: 'unanswered' }),
    { timeout: SOON },
  );
}

/**
 * @param {object} options
 * @param {Driver} options.driver with one account in its vault, which belongs to the site
 * @param {ComponentSite} options.site
 * @param {string} options.id of the account
 * @param {string} options.name of the component
 * @param {boolean} options.inPopup also where the offer would fill by itself
 * @returns {Promise<Result>}
 */
export async function signInWith({ driver, site, id, name, inPopup }) {
  /** @type {Result} */
  const result = {
    component: name,
    browser: driver.browser,
    found: null,
    filled: null,
    accepted: false,
    tries: 0,
    ms: 0,
    error: null,
  };
  try {
    await driver.goto(`${site.url}/components/${name}`);
    const began = performance.now();
    await driver.field(drivenBy(name).field);
    const offer = await driver.offer({ timeout: SOON });
    if (!offer) throw new Error('No offer at the field.');
    result.found = offer.kind;
    const answer = await fill(driver, id, offer.kind === 'fill' && !inPopup);
    result.filled = (answer.done ? answer.how : answer.why) ?? null;
    if (!answer.done) throw new Error('Nothing was filled.');
    await send(driver, name);
    await driver.page.waitFor('#signed-in', { timeout: SOON });
    result.ms = Math.round(performance.now() - began);
  } catch (error) {
    result.error = /** @type {Error} */ (error).message;
  }
  lastStep = stepNow();
  await driver.closePopup().catch(() => {});
  const { accepted, refused, replays, limited } = site.counts(name);
  result.tries = accepted + refused + replays + limited;
  result.accepted = accepted === 1 && result.tries === 1;
  if (!result.accepted) result.error ??= `The server was sent ${result.tries} codes.`;
  return result;
}
