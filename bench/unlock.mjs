/** Unlocking with the PIN, as the popup's page asks for it, against nothing but Argon2id. */
import { ask } from './own-page.mjs';
import { PIN } from './pair.mjs';
import { timed } from './samples.mjs';

/** Runs in the baseline's page, which has put `stretch` there. */
async function stretchTimed(pin) {
  const from = performance.now();
  await globalThis.stretch(pin);
  return performance.now() - from;
}

/** @type {import('./measure-all.mjs').Measure} */
export async function measureUnlock({ browser, product, baseline }, { runs }, add) {
  await product.driver.goto(product.popup);
  await baseline.driver.goto(`${baseline.driver.base}argon2.html`);
  const unlock = async () => {
    await ask(product, 'lock');
    const { took, reply } = await ask(product, 'unlock', { pin: PIN });
    if (!reply.ok) throw new Error('The PIN was refused.');
    return took;
  };
  const stretch = () => baseline.driver.page.eval(stretchTimed, { args: [PIN] });
  add(await timed({ name: 'unlock', browser }, runs, unlock, stretch));
}
