/** Signs in on every component's page in a real browser. See `npm run test:components`. */
import { launch } from '../e2e/driver/index.mjs';
import { startComponentSite } from '../site/components/index.mjs';
import { signInWith } from './sign-in.mjs';

const PIN = '493817';

/**
 * @param {object} options
 * @param {'chrome' | 'firefox'} options.browser
 * @param {string[]} options.names of the components, in this order; the first is filled in the popup
 * @param {boolean} [options.inPopup] all of them in the popup
 * @param {string} [options.build] dist/<browser> of this repository
 * @param {(result: import('./sign-in.mjs').Result) => void} [options.tell] at each result
 */
export async function componentsRun({ browser, names, inPopup = false, build, tell = () => {} }) {
  const site = await startComponentSite();
  const results = [];
  const driver = await launch({ browser, ...(build && { build }) }).catch(async (error) => {
    await site.close();
    throw error;
  });
  try {
    await driver.createVault(PIN);
    const { id } = await driver.addUri(site.uri, { site: new URL(site.url).host });
    await driver.closePopup();
    for (const name of names) {
      const result = await signInWith({ driver, site, id, name, inPopup });
      tell(result);
      results.push(result);
    }
  } finally {
    await driver.close();
    await site.close();
  }
  return results;
}
