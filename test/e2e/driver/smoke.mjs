/** node test/e2e/driver/smoke.mjs --browser chrome|firefox [--headed]: whether the driver and the built extension work together. */
import assert from 'node:assert/strict';
import { parseArgs } from 'node:util';
import { launch } from './index.mjs';

const { values } = parseArgs({
  options: {
    browser: { type: 'string', default: 'chrome' },
    build: { type: 'string' },
    headed: { type: 'boolean', default: false },
  },
});
const PIN = '483916';
const URI = 'otpauth://totp/Example:alice%40example.com?secret=JBSWY3DPEHPK3PXP&issuer=Example';

const driver = await launch({
  browser: /** @type {'chrome' | 'firefox'} */ (values.browser),
  ...(values.build ? { build: values.build } : {}),
  headless: !values.headed,
});
console.log(driver.version);

let failed = false;
/** @param {string} name @param {() => Promise<unknown>} work */
async function step(name, work) {
  const start = performance.now();
  await work();
  console.log(`${name}: ok, ${Math.round(performance.now() - start)} ms`);
}

try {
  await step('createVault', async () => {
    const { recoveryCode } = await driver.createVault(PIN);
    assert.match(recoveryCode, /^[0-9A-Z]{5}(-[0-9A-Z]{5}){5}$/);
  });
  await step('addUri', async () => {
    const account = await driver.addUri(URI, { site: 'example.com' });
    assert.equal(account.issuer, 'Example');
    assert.equal(account.account, 'alice@example.com');
    assert.deepEqual(account.sites, ['example.com']);
  });
  await step('codes', async () => {
    const [account] = await driver.codes();
    assert.match(account?.code ?? '', /^\d{6}$/);
    assert.ok((account?.validUntil ?? 0) > Date.now() - 1000);
  });
  await step('lock', () => driver.lock());
  await step('unlock with a wrong PIN', async () => {
    assert.equal((await driver.unlock('483917')).unlocked, false);
  });
  await step('unlock', async () => {
    assert.equal((await driver.unlock(PIN)).unlocked, true);
  });
  await step('killWorker', async () => {
    await driver.killWorker();
    assert.equal(await driver.workerRunning(), false);
    assert.equal((await driver.codes()).length, 1);
  });
  await step('restart', async () => {
    await driver.restart();
    assert.equal(await driver.openPopup(), 'locked');
    assert.equal((await driver.unlock(PIN)).unlocked, true);
    assert.equal((await driver.codes()).length, 1);
  });
} catch (error) {
  failed = true;
  console.error(error);
} finally {
  await driver.close();
}
process.exitCode = failed ? 1 : 0;
