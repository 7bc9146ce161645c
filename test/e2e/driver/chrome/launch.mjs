/** Starts Chrome with the extension, through a debugging pipe: no port that another process could use. */
import puppeteer from 'puppeteer-core';
import { kill, own } from '../processes.mjs';
import { until } from '../wait.mjs';

/** @param {import('../types.mjs').Settings} settings */
function switches({ language, theme, hosts, args }) {
  return [
    '--disable-quic',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-breakpad',
    '--no-first-run',
    '--window-size=1280,900',
    // Without a screen Chrome assumes 800 × 600, and cuts the popup to fit.
    '--screen-info={1600x1200}',
    `--lang=${language}`,
    `--accept-lang=${language}`,
    // 0 is dark and 1 is light, for pages and popups alike.
    `--blink-settings=preferredColorScheme=${theme === 'dark' ? 0 : 1}`,
    ...(hosts.length > 0
      ? [`--host-resolver-rules=${hosts.map((host) => `MAP ${host} 127.0.0.1`).join(', ')}`]
      : []),
    // Chrome refuses to sandbox the processes of root.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ...args,
  ];
}

/** @param {import('../types.mjs').Settings} settings */
export async function startChrome(settings) {
  const browser = await puppeteer.launch({
    executablePath: settings.executable,
    userDataDir: settings.profile,
    headless: settings.headless,
    pipe: true,
    enableExtensions: [settings.build],
    acceptInsecureCerts: true,
    defaultViewport: null,
    timeout: 60_000,
    protocolTimeout: 60_000,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    env: { ...process.env, LANGUAGE: language(settings.language) },
    args: switches(settings),
  });
  const child = browser.process();
  own(child);
  try {
    const extension = await until(
      `Chrome to load the extension in ${settings.build}`,
      async () => [...(await browser.extensions()).values()].find(({ path }) => path === settings.build),
      { timeout: settings.timeout },
    );
    return { browser, child, extension };
  } catch (error) {
    await kill(child);
    throw error;
  }
}

/** Linux takes the language of Chrome's own words from here; the switch alone is not enough. */
const language = (name) => name.replace('-', '_');
