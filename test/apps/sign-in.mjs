/** Signs in to a real application with the extension, as its user would. */
import { sleep, until } from '../e2e/driver/wait.mjs';

/**
 * @typedef {import('../e2e/driver/index.mjs').Driver} Driver
 * @typedef {import('./notes.mjs').AppUser} AppUser
 *
 * @typedef {object} Result
 * @property {string} user
 * @property {'chrome' | 'firefox'} browser
 * @property {'picture' | 'address'} enrolled how the account came into the vault
 * @property {string | null} found the kind of the offer
 * @property {boolean} filled
 * @property {boolean} signedIn
 * @property {string | null} error
 */

const PATIENCE = 15_000;
/** A page that sends itself does so by then. */
const BY_ITSELF = 2500;

/** Visible fields that people type into: how many, and what stands in them that looks like a code. */
const LOOK = `(() => {
  const inputs = [];
  const walk = (root) => {
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot) walk(element.shadowRoot);
      if (element.matches('input:not([type=hidden])') && element.getClientRects().length > 0) inputs.push(element);
    }
  };
  walk(document);
  const boxes = inputs.filter((input) => input.maxLength === 1).map((input) => input.value).join('');
  const codes = [...inputs.map((input) => input.value), boxes].filter((value) => /^\\d{3} ?\\d{3,5}$/.test(value));
  return {
    passwords: inputs.filter((input) => input.type === 'password').length,
    code: codes[0] ?? null,
    text: document.body.innerText.replace(/\\s+/g, ' ').trim(),
  };
})()`;

/** @param {Driver} driver @returns {Promise<{ passwords: number, code: string | null, text: string }>} */
const look = (driver) => driver.page.eval(LOOK).catch(() => ({ passwords: 0, code: null, text: '' }));

/** @param {Driver} driver @param {AppUser} user */
async function passwordStep(driver, { user, password, signInAt }) {
  await driver.goto(signInAt);
  await driver.page.waitFor('input[type=password]', { timeout: PATIENCE });
  // Single-page applications put their listeners on after they are drawn.
  await sleep(1500);
  const names = 'form input:not([type=hidden]):not([type=password]):not([type=checkbox]), input[type=email]';
  await driver.page.type(names, user, { replace: true });
  await driver.page.type('input[type=password]', password, { replace: true });
  await driver.page.press('Enter');
}

/** From the picture that the application showed, where it did. @param {Driver} driver @param {AppUser} user @param {string} site */
async function enrol(driver, { uri, qr }, site) {
  if (!qr) return driver.addUri(uri, { site });
  await driver.closePopup();
  await driver.newTab(`${driver.base}src/popup/index.html#add`);
  await driver.page.waitFor('main[data-screen=add]');
  await driver.page.upload('#image', [qr]);
  await driver.page.waitFor('main[data-screen=preview]');
  await driver.page.type('#draft-site', site, { replace: true });
  await driver.page.click('#save');
  await driver.page.waitFor('main[data-screen=accounts]');
  await driver.closeTab();
  const [account] = await driver.codes();
  if (!account) throw new Error('The account is not in the list.');
  return account;
}

/** @param {string} address */
const pathOf = (address) => (URL.canParse(address) ? new URL(address).pathname : '');

/** @param {Driver} driver @param {AppUser} user @returns {Promise<boolean>} */
async function isSignedIn(driver, { signInAt, challengeUrl, finalUrl, finalText }) {
  const { passwords, code, text } = await look(driver);
  if (passwords > 0 || code !== null) return false;
  const start = finalText.replace(/\s+/g, ' ').trim().slice(0, 20);
  const here = pathOf(await driver.url());
  // Many go on to where their user was last; a refused code leads back to the challenge or the password.
  const hasLeft = ![signInAt, challengeUrl].map(pathOf).includes(here);
  return hasLeft || (here === pathOf(finalUrl) && start !== '' && text.includes(start));
}

/** Sends the code where the page did not. @param {Driver} driver @param {() => Promise<boolean>} isIn */
async function send(driver, isIn) {
  const soon = (/** @type {number} */ timeout) =>
    until('the page to go on', isIn, { timeout }).then(
      () => true,
      () => false,
    );
  if (await soon(BY_ITSELF)) return true;
  await driver.page.press('Enter').catch(() => {});
  if (await soon(BY_ITSELF * 2)) return true;
  await driver.page.click('button[type=submit]').catch(() => {});
  return soon(PATIENCE);
}

/** @param {Driver} driver with an empty vault @param {AppUser} user @returns {Promise<Result>} */
export async function signIn(driver, user) {
  /** @type {Result} */
  const result = {
    user: user.user,
    browser: driver.browser,
    enrolled: user.qr ? 'picture' : 'address',
    found: null,
    filled: false,
    signedIn: false,
    error: null,
  };
  try {
    const { id } = await enrol(driver, user, new URL(user.signInAt).host);
    await driver.closePopup();
    await passwordStep(driver, user);
    const offer = await driver.offer({ timeout: PATIENCE });
    result.found = offer?.kind ?? null;
    if (!offer) throw new Error('No offer at the field.');
    await driver.acceptOffer();
    const isIn = () => isSignedIn(driver, user);
    const isFilled = async () => (await isIn()) || (await look(driver)).code !== null;
    await until(
      'the popup, or a filled field',
      async () => (await driver.screen()) === 'fill' || (await isFilled()),
    );
    if ((await driver.screen()) === 'fill') {
      const { message } = await driver.fillFromPopup({ id });
      if (message) throw new Error(message);
    }
    await until('the field to be filled', isFilled, { timeout: PATIENCE });
    result.filled = true;
    result.signedIn = await send(driver, isIn);
    if (!result.signedIn) result.error = `It stands at ${await driver.url()}.`;
  } catch (error) {
    result.error = /** @type {Error} */ (error).message;
  }
  return result;
}
