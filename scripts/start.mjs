/**
 * `npm start`: sets up what is missing, builds, starts the demo site and opens a browser with the extension and the site
 * in a tab. Without a display, or with --headless, it drives the whole story itself and exits 0 only when the server
 * accepted the code.
 */
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { npm, root, setUp } from './setup.mjs';

function options() {
  const { values } = parseArgs({
    options: {
      browser: { type: 'string', default: 'chrome' },
      headless: { type: 'boolean', default: false },
    },
  });
  const { browser } = values;
  if (browser !== 'chrome' && browser !== 'firefox') throw new Error('--browser takes chrome or firefox.');
  const display = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  return { browser, headless: values.headless || !display };
}

/** @param {'chrome' | 'firefox'} browser */
async function driveStory(browser) {
  const { launch } = await import('../test/e2e/driver/index.mjs');
  const { startSite } = await import('../test/site/index.mjs');
  const { tellStory } = await import('../test/e2e/story.mjs');
  const output = path.join(root, 'demo-output', browser);
  rmSync(output, { recursive: true, force: true });
  mkdirSync(output, { recursive: true });
  const site = await startSite();
  const driver = await launch({ browser });
  try {
    const accepted = await tellStory({
      driver,
      site,
      say: (sentence) => console.log(`  ${sentence}`),
      picture: (name, of = 'page') => driver.screenshot(path.join(output, `${name}.png`), { of }),
    });
    console.log(`  Screenshots: ${path.relative(process.cwd(), output) || output}`);
    return accepted;
  } finally {
    await driver.close();
    await site.close();
  }
}

/** @param {'chrome' | 'firefox'} browser */
async function openForAPerson(browser) {
  const { launch } = await import('../test/e2e/driver/index.mjs');
  const { startSite } = await import('../test/site/index.mjs');
  const site = await startSite({ port: 8080 }).catch(() => startSite());
  const driver = await launch({ browser, headless: false });
  await driver.goto(site.url);
  console.log(`  Demo site: ${site.url} (user demo, password tweestap). Ctrl+C ends it.`);
  await new Promise((resolve) => process.once('SIGINT', resolve));
  await driver.close();
  await site.close();
}

try {
  const { browser, headless } = options();
  await setUp([browser]);
  npm('run', '--silent', 'build');
  if (headless) process.exitCode = (await driveStory(browser)) ? 0 : 1;
  else await openForAPerson(browser);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
