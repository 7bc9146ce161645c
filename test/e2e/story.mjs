/** The main job from a fresh profile to a server that accepted the code, as a new user does it. */

const PIN = '493817';

/**
 * @param {object} told
 * @param {import('./driver/index.mjs').Driver} told.driver
 * @param {import('../site/index.mjs').DemoSite} told.site
 * @param {(sentence: string) => void} told.say what was seen at each step
 * @param {(name: string, of?: 'page' | 'popup') => Promise<void>} told.picture
 * @returns {Promise<boolean>} the server's own count says that it accepted a sign-in
 */
export async function tellStory({ driver, site, say, picture }) {
  await setUpVault({ driver, say, picture });
  await enrol({ driver, site, say, picture });
  await signIn({ driver, site, say, picture });
  const { accepted } = site.stats().users.demo ?? { accepted: 0 };
  say(`The server accepted ${accepted} codes: one at enrolment, one at sign-in.`);
  return accepted >= 2;
}

async function setUpVault({ driver, say, picture }) {
  await driver.openPopup();
  await picture('1-welcome', 'popup');
  await driver.openSetup();
  await picture('2-choose-a-pin');
  await driver.completeSetup(PIN);
  await picture('3-set-up-done');
  say('The vault is made: PIN chosen twice, recovery code shown once and two of its groups retyped.');
  await driver.closePopup();
  await driver.closeTab();
}

/** @param {{ driver: any, site: any }} told */
async function passwordStep({ driver, site }) {
  await driver.goto(`${site.url}/login`);
  await driver.page.type('#user', 'demo', { replace: true });
  await driver.page.type('#password', 'tweestap', { replace: true });
  await driver.page.click('#sign-in');
}

async function enrol({ driver, site, say, picture }) {
  await passwordStep({ driver, site });
  await driver.page.waitFor('#signed-in');
  await driver.goto(`${site.url}/security`);
  await driver.page.waitFor('#qr');
  await picture('4-the-site-shows-a-qr-code');
  await driver.openPopup();
  await driver.popup.click('#add');
  await driver.waitForScreen('add');
  await driver.popup.click('#scan');
  await driver.waitForScreen('preview', { timeout: 20_000 });
  const read = await driver.popup.eval(
    `({ issuer: document.querySelector('#draft-issuer').value, name: document.querySelector('#draft-name').value,
        site: document.querySelector('#draft-site').value })`,
  );
  await picture('5-check-and-save', 'popup');
  say(`The QR code was read: ${read.issuer}, ${read.name}; it will belong to ${read.site}.`);
  await driver.popup.click('#save');
  const [account] = await driver.codes();
  await picture('6-the-code-in-the-toolbar', 'popup');
  say(`The popup rolls a code of ${account?.code.length} digits for ${account?.issuer}.`);
  await driver.closePopup();
  await driver.page.type('#code', account?.code ?? '');
  await driver.page.click('#confirm');
  await driver.page.waitFor('#two-step-on');
  say('Two-step verification is on at the site.');
}

async function signIn({ driver, site, say, picture }) {
  await driver.goto(`${site.url}/logout`);
  await passwordStep({ driver, site });
  await driver.page.waitFor('#code');
  // The site took a code of this half minute already, and refuses to take it twice (RFC 6238 §5.2).
  const [account] = await driver.codes();
  const wait = Math.max(0, (account?.validUntil ?? 0) - Date.now()) + 500;
  say(`The site asks for the code. Waiting ${Math.ceil(wait / 1000)} s for one that it has not seen.`);
  await driver.closePopup();
  await new Promise((resolve) => setTimeout(resolve, wait));
  await driver.field('#code');
  const { kind } = await driver.acceptOffer();
  await picture('7-the-offer-at-the-field');
  say(`An offer stood at the field (${kind}); clicking it opened the popup.`);
  await driver.popupOpened();
  await driver.waitForScreen('fill');
  await picture('8-fill-on-this-site', 'popup');
  await driver.fillFromPopup({ id: account?.id });
  say('One click in the popup filled the field.');
  await picture('9-filled');
  await driver.page.click('#verify');
  await driver.page.waitFor('#signed-in');
  await picture('10-signed-in');
  say(`Signed in: “${await driver.page.text('#signed-in')}”.`);
}
