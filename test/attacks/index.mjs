/** Opens every page of tricks in a real browser, and counts the codes that they get. See README.md. */
import { launch } from '../e2e/driver/index.mjs';
import { sleep, until } from '../e2e/driver/wait.mjs';
import { beLured } from './lured.mjs';
import { attackPages, PAGES } from './pages.mjs';
import { startAttackSite } from './server.mjs';
import { isInSight, lookOfOffer } from './sight.mjs';
import { count, fault, NOT_FILLED } from './verdict.mjs';

/**
 * @typedef {import('../e2e/driver/index.mjs').Driver} Driver
 * @typedef {import('./server.mjs').AttackSite} AttackSite
 * @typedef {import('./pages.mjs').AttackPage} AttackPage
 *
 * @typedef {object} Result
 * @property {string} page
 * @property {'chrome' | 'firefox'} browser
 * @property {string | null} offer its kind
 * @property {number} tries more than one only where a page that should fill did not at once
 * @property {number} presses of the mouse
 * @property {number} fills
 * @property {boolean | null} seen the offer could be seen at the first press; null where nobody looked
 * @property {boolean} popup it opened
 * @property {string | null} error what went wrong
 * @property {boolean} usable the page answered at the end
 * @property {boolean} stuck the user could not go on
 * @property {number} ms
 */

const PIN = '493817';
/** After a press an offer may look again before it fills. */
const AFTERMATH = 500;
const CONTROL = '/control';
const MORE_TRIES = 3;
/** Of the account whose codes end while a page looks on. */
const PERIOD_SECONDS = 10;

/** A run is longer than an auto-lock of minutes, and a page that meets a locked vault has tried nothing. @param {Driver} driver */
async function keepOpen(driver) {
  await driver.openPopup();
  const data = { autoLockMinutes: 480, pin: PIN };
  const { reply } = await driver.sendAs('popup', { tweestap: 'own-page', name: 'changeSettings', data });
  if (!reply?.reply?.ok) throw new Error(`The vault does not stay open: ${JSON.stringify(reply)}`);
  await driver.closePopup();
}

/** Fills on a page without a trick; in the popup where the offer leads there. @param {Driver} driver @param {string} url of a site @param {string} id */
async function fillHonestly(driver, url, id) {
  await driver.closePopup();
  await driver.goto(`${url}${CONTROL}`);
  await driver.field('#code');
  const { kind } = await driver.acceptOffer({ timeout: 3000 });
  if (kind !== 'fill') {
    await driver.popupOpened({ timeout: 4000 });
    if ((await driver.read('#code')) !== '') throw new Error('It was filled before the popup was used.');
    await driver.fillFromPopup({ id });
  }
  await until('the control page to be filled', async () => (await driver.read('#code'))?.length === 6, {
    timeout: 4000,
  });
  await driver.closePopup();
}

/** Not blocked by a dialog, and its thread is free. @param {Driver} driver */
const isUsable = (driver) =>
  driver.page
    .eval("new Promise((resolve) => setTimeout(resolve, 0, 'free'))", { timeout: 3000 })
    .then((answer) => answer === 'free')
    .catch(() => false);

/** How an offer without a trick looks; null in Firefox, where no press in a page fills. @param {Driver} driver @param {AttackSite} site */
async function honestLook(driver, site) {
  if (driver.browser === 'firefox') return null;
  await driver.goto(`${site.url}${CONTROL}`);
  await driver.field('#code');
  const offer = await driver.offer();
  if (!offer) throw new Error('No offer at an honest field.');
  const { x, y, width, height } = offer.box;
  await driver.pointer.move(x + width / 2, y + height / 2);
  await sleep(300);
  return lookOfOffer(driver);
}

/** @param {Driver} driver @param {AttackSite} site @param {AttackPage} page @param {Awaited<ReturnType<typeof honestLook>>} look @returns {Promise<Result>} */
async function attack(driver, site, page, look) {
  const { browser } = driver;
  const began = performance.now();
  site.takeDown();
  /** @type {Awaited<ReturnType<typeof beLured>>} */
  let lured = { kind: null, presses: 0, seen: null };
  let error = null;
  let stuck = false;
  site.takeOffered();
  try {
    const at = page.timed ? site.timedUrl : page.atOther ? site.otherUrl : site.url;
    await driver.goto(`${at}/${page.name}`);
    if (page.zoom !== null) await driver.zoom(page.zoom);
    lured = await beLured(driver, page, look ? () => isInSight(driver, look) : undefined);
    await sleep(AFTERMATH);
  } catch (cause) {
    error = /** @type {Error} */ (cause).message;
    stuck = true;
  }
  // The next page of the site would have it too.
  if (page.zoom !== null) await driver.zoom(1).catch(() => {});
  const popup = (await driver.screen().catch(() => null)) !== null;
  const counted = count(site.takeDown());
  const knowing = lured.seen === true && !page.hidesField;
  const wrong = fault({ expect: page.expect, browser, count: counted, popup, knowing });
  // What kept the user from going on explains a missing fill, and excuses no other.
  error = counted.fills + counted.posted > 0 ? (wrong ?? error) : (error ?? wrong);
  if (lured.kind === 'locked') error ??= 'the vault was locked, so that nothing was tried';
  if (page.needsOffer && !site.takeOffered()) error ??= 'no offer came, so that nothing was tried';
  const usable = await isUsable(driver);
  if (!usable) error ??= 'the page was not usable any more';
  const ms = Math.round(performance.now() - began);
  const { kind: offer, presses, seen } = lured;
  const { fills } = counted;
  return { page: page.name, browser, offer, tries: 1, presses, seen, fills, popup, error, usable, stuck, ms };
}

/**
 * @param {object} options
 * @param {'chrome' | 'firefox'} options.browser
 * @param {string} [options.folder] of the pages
 * @param {string[]} [options.names] only these
 * @param {string} [options.build] dist/<browser> of this repository
 * @param {boolean} [options.controlEach] an honest fill after each page, and not only at the end
 * @param {(result: Result) => void} [options.tell] at each result
 * @returns {Promise<Result[]>}
 */
export async function attacksRun({
  browser,
  folder = PAGES,
  names,
  build,
  controlEach = true,
  tell = () => {},
}) {
  const pages = attackPages(folder).filter(({ name }) => names?.includes(name) ?? true);
  const site = await startAttackSite({ folder });
  /** @type {Driver | null} */
  let driver = null;
  const start = async () => {
    await driver?.close().catch(() => {});
    driver = await launch({ browser, ...(build && { build }) });
    await driver.createVault(PIN);
    await keepOpen(driver);
    // By counter: no code ever comes twice, so that no page is safe because another got one just before.
    const uri = 'otpauth://hotp/Attacked:ann?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&counter=0';
    const { id } = await driver.addUri(uri, { site: site.host });
    // The first fill on a site is confirmed in the popup; the pages come to a site where that was done.
    await fillHonestly(driver, site.url, id);
    if (pages.some(({ timed }) => timed)) {
      const timed = `otpauth://totp/Timed:ann?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&period=${PERIOD_SECONDS}`;
      const account = await driver.addUri(timed, { site: site.timedHost });
      await fillHonestly(driver, site.timedUrl, account.id);
    }
    return { driver, id, look: await honestLook(driver, site) };
  };
  try {
    let current = await start();
    const results = [];
    for (const [at, page] of pages.entries()) {
      let result = await attack(current.driver, site, page, current.look);
      if (result.stuck) {
        // A browser that takes no input any more says nothing of the page: once more, in a new one.
        current = await start();
        result = await attack(current.driver, site, page, current.look);
      }
      // A busy machine paints late, and then the popup opens: what should fill may try again.
      for (let again = 0; again < MORE_TRIES && result.error === NOT_FILLED; again++)
        result = { ...(await attack(current.driver, site, page, current.look)), tries: again + 2 };
      if (!result.usable) current = await start();
      if (controlEach || at === pages.length - 1) {
        try {
          await fillHonestly(current.driver, site.url, current.id);
        } catch (cause) {
          result.error ??= `an honest fill failed after it: ${/** @type {Error} */ (cause).message}`;
          current = await start();
        }
      }
      tell(result);
      results.push(result);
    }
    return results;
  } finally {
    await /** @type {Driver | null} */ (driver)?.close();
    await site.close();
  }
}
