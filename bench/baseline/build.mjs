/** Builds the baseline: the least extension of the same kind, in a temporary folder that goes when Node ends. */
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const PAGE = fileURLToPath(new URL('page/', import.meta.url));
const WORKER = 'worker.js';

/** @param {'chrome' | 'firefox'} browser */
const manifestFor = (browser) => ({
  manifest_version: 3,
  name: 'Baseline',
  version: '1.0',
  action: { default_popup: 'popup.html' },
  content_security_policy: {
    extension_pages: "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'",
  },
  ...(browser === 'firefox'
    ? {
        browser_specific_settings: { gecko: { id: 'baseline@tweestap.example' } },
        background: { scripts: [WORKER], type: 'module' },
      }
    : { background: { service_worker: WORKER, type: 'module' } }),
});

/** @param {'chrome' | 'firefox'} browser @returns {Promise<string>} the folder */
export async function buildBaseline(browser) {
  const folder = mkdtempSync(path.join(realpathSync(tmpdir()), 'tweestap-baseline-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  await build({
    root: PAGE,
    configFile: false,
    logLevel: 'error',
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: browser === 'firefox' ? 'firefox142' : 'chrome127',
      modulePreload: { polyfill: false },
      rollupOptions: { input: ['popup', 'argon2'].map((name) => path.join(PAGE, `${name}.html`)) },
    },
  });
  writeFileSync(path.join(folder, 'manifest.json'), JSON.stringify(manifestFor(browser)));
  // It does nothing but run and end, as a background does.
  writeFileSync(path.join(folder, WORKER), 'globalThis.chrome.runtime.onMessage.addListener(() => {});\n');
  return folder;
}
