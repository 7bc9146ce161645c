/** Starts Firefox with the extension as a temporary add-on that keeps its storage over a restart. */
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { kill, own } from '../processes.mjs';
import { connectMarionette } from './marionette.mjs';
import { openSession } from './session.mjs';

/** Ours in every profile, so that the address of our pages is known. */
const UUID = '7e6b1f2a-5c3d-4e8f-9a0b-c1d2e3f40516';

/** A free port. Another program may take it before Firefox does; then Firefox ends and the error says so. */
const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
      server.close(() => resolve(port));
    });
  });

/** @param {import('../types.mjs').Settings} settings @param {number} port @param {string} addonId */
function preferences({ language, theme, hosts, prefs }, port, addonId) {
  const dark = theme === 'dark';
  return {
    'marionette.port': port,
    'remote.prefs.recommended': true,
    'extensions.webextensions.uuids': JSON.stringify({ [addonId]: UUID }),
    // A temporary add-on is removed at every end of Firefox; its data must stay for the next start.
    'extensions.webextensions.keepStorageOnUninstall': true,
    'extensions.webextensions.keepUuidOnUninstall': true,
    'browser.aboutwelcome.enabled': false,
    'browser.shell.checkDefaultBrowser': false,
    'browser.startup.page': 0,
    'browser.startup.homepage_override.mstone': 'ignore',
    'browser.sessionstore.resume_from_crash': false,
    'browser.newtabpage.enabled': false,
    'datareporting.policy.dataSubmissionEnabled': false,
    'datareporting.policy.dataSubmissionPolicyBypassNotification': true,
    'termsofuse.acceptedVersion': 999,
    'termsofuse.bypassNotification': true,
    'app.update.disabledForTesting': true,
    'toolkit.cosmeticAnimations.enabled': false,
    'toolkit.startup.max_resumed_crashes': -1,
    // A popup must not close because the test machine's window manager looks elsewhere.
    'ui.popup.disable_autohide': false,
    'intl.accept_languages': language,
    'layout.css.prefers-color-scheme.content-override': dark ? 0 : 1,
    'ui.systemUsesDarkTheme': dark ? 1 : 0,
    'browser.theme.content-theme': dark ? 0 : 1,
    'browser.theme.toolbar-theme': dark ? 0 : 1,
    'network.http.http3.enable': false,
    ...(hosts.length > 0 ? { 'network.dns.localDomains': hosts.join(',') } : {}),
    ...prefs,
  };
}

function prepareProfile(profile, values) {
  mkdirSync(profile, { recursive: true });
  // Left by a Firefox that was killed.
  for (const name of ['lock', '.parentlock']) rmSync(path.join(profile, name), { force: true });
  const lines = Object.entries(values).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  writeFileSync(path.join(profile, 'user.js'), `${lines.join('\n')}\n`);
}

/** @param {import('../types.mjs').Settings} settings */
export async function startFirefox(settings) {
  const { executable, profile, headless, build, timeout, manifest } = settings;
  const addonId = manifest.browser_specific_settings?.gecko.id;
  if (!addonId) throw new Error(`${build} is not built for Firefox: its manifest has no gecko id.`);
  const port = await freePort();
  prepareProfile(profile, preferences(settings, port, addonId));
  const child = spawn(
    executable,
    [
      '--marionette',
      '--remote-allow-system-access',
      ...(headless ? ['--headless'] : []),
      '--no-remote',
      '--width=1280',
      '--height=900',
      '--profile',
      profile,
      ...settings.args,
      'about:blank',
    ],
    {
      stdio: 'ignore',
      detached: process.platform !== 'win32',
      env: { ...process.env, MOZ_CRASHREPORTER_DISABLE: '1' },
    },
  );
  own(child);
  try {
    const spawned = new Promise((_, reject) => child.once('error', reject));
    const alive = () => child.exitCode === null && child.signalCode === null;
    const marionette = await Promise.race([
      spawned,
      connectMarionette(port, { timeout: Math.max(timeout, 60_000), alive }),
    ]);
    const session = await openSession(marionette, settings);
    if (settings.language !== 'en') await setLanguage(session, settings.language);
    await session.command('Addon:Install', { path: build, temporary: true, allowPrivateBrowsing: false });
    return { session, child, addonId, base: `moz-extension://${UUID}/` };
  } catch (error) {
    await kill(child);
    throw error;
  }
}

/** Firefox speaks a language only with its pack; for the extension it is enough that Firefox believes it has one. */
const setLanguage = (session, language) =>
  session.privileged(({ Services }, name) => {
    Services.locale.availableLocales = [name, 'en-US'];
    Services.locale.requestedLocales = [name];
  }, language);
