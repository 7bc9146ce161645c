/** What one guess of a PIN costs whoever has the slot and the device key: Argon2id as a slot asks for it, beside PBKDF2. */
import { PIN } from './pair.mjs';
import { timed } from './samples.mjs';

/** Runs in the baseline's page. */
async function timeOf(name, text) {
  const from = performance.now();
  await globalThis[name](text);
  return performance.now() - from;
}

/** @type {import('./measure-all.mjs').Measure} */
export async function measurePinGuess({ browser, baseline }, { runs }, add) {
  const { driver } = baseline;
  await driver.goto(`${driver.base}argon2.html`);
  const guess = (name) => () => driver.page.eval(timeOf, { args: [name, PIN] });
  add(await timed({ name: 'pin-guess', browser }, runs, guess('stretch'), guess('pbkdf2')));
}
