/** Finds Chrome and Firefox on this machine, or installs them where that is one command. */
import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import path from 'node:path';

/** @typedef {'chrome' | 'firefox'} BrowserName */

const COMMANDS = {
  chrome: [
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'chrome',
    'microsoft-edge',
  ],
  firefox: ['firefox-esr', 'firefox'],
};

const PROGRAM_FOLDERS = [
  process.env.PROGRAMFILES,
  process.env['PROGRAMFILES(X86)'],
  process.env.LOCALAPPDATA,
].filter((folder) => folder !== undefined);

const PLACES = {
  chrome: {
    linux: ['/usr/bin/chromium', '/opt/google/chrome/chrome', '/snap/bin/chromium'],
    darwin: [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ],
    win32: PROGRAM_FOLDERS.flatMap((folder) => [
      path.join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
      path.join(folder, 'Chromium', 'Application', 'chrome.exe'),
      path.join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
    ]),
  },
  firefox: {
    linux: ['/usr/bin/firefox-esr', '/usr/lib/firefox/firefox', '/snap/bin/firefox'],
    darwin: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
    win32: PROGRAM_FOLDERS.map((folder) => path.join(folder, 'Mozilla Firefox', 'firefox.exe')),
  },
};

const PACKAGES = { chrome: 'chromium', firefox: 'firefox-esr' };

const HOW_TO_INSTALL = {
  chrome: {
    linux:
      'Install Chromium or Google Chrome 127 or later (on Debian: sudo apt-get install chromium), or set CHROME_PATH.',
    darwin: 'Install Google Chrome 127 or later (brew install --cask google-chrome), or set CHROME_PATH.',
    win32: 'Install Google Chrome 127 or later (winget install Google.Chrome), or set CHROME_PATH.',
  },
  firefox: {
    linux: 'Install Firefox 142 or later (on Debian: sudo apt-get install firefox-esr), or set FIREFOX_PATH.',
    darwin: 'Install Firefox 142 or later (brew install --cask firefox), or set FIREFOX_PATH.',
    win32: 'Install Firefox 142 or later (winget install Mozilla.Firefox), or set FIREFOX_PATH.',
  },
};

/** @param {string} file */
function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/** @param {string} command */
function onPath(command) {
  const name = process.platform === 'win32' ? `${command}.exe` : command;
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  return folders.map((folder) => path.join(folder, name));
}

/**
 * The browser's program, or null. `CHROME_PATH` and `FIREFOX_PATH` go first; a path there that is no program is an
 * error and not a reason to take another browser.
 *
 * @param {BrowserName} name
 * @returns {string | null}
 */
export function findBrowser(name) {
  const variable = name === 'chrome' ? 'CHROME_PATH' : 'FIREFOX_PATH';
  const given = process.env[variable];
  if (given) {
    if (isProgram(given)) return given;
    throw new Error(`${variable} is set to ${given}, which is not a program.`);
  }
  const places = PLACES[name][process.platform] ?? PLACES[name].linux;
  return [...COMMANDS[name].flatMap(onPath), ...places].find(isProgram) ?? null;
}

function canInstall() {
  return process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

/**
 * The browser's program; installs it on Debian and Ubuntu as root, and says elsewhere what to install.
 *
 * @param {BrowserName} name
 * @returns {string}
 */
export function ensureBrowser(name) {
  const found = findBrowser(name);
  if (found) return found;
  const advice = HOW_TO_INSTALL[name][process.platform] ?? HOW_TO_INSTALL[name].linux;
  if (!canInstall()) throw new Error(advice);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  // Our own output stays clean: what apt says goes to the error stream.
  /** @type {import('node:child_process').StdioOptions} */
  const stdio = ['ignore', 2, 2];
  try {
    execFileSync('apt-get', ['update'], { env, stdio });
    execFileSync('apt-get', ['install', '-y', PACKAGES[name]], { env, stdio });
  } catch (cause) {
    throw new Error(`apt-get could not install ${PACKAGES[name]}. ${advice}`, { cause });
  }
  const installed = findBrowser(name);
  if (!installed) throw new Error(advice);
  return installed;
}
