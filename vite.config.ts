import { crx, type ManifestV3Export } from '@crxjs/vite-plugin';
import preact from '@preact/preset-vite';
import { defineConfig } from 'vite';
import base from './manifest.json' with { type: 'json' };

/**
 * One manifest.json for both browsers. Firefox runs the worker as an event page and takes no Chrome keys;
 * Chrome takes no gecko keys.
 */
function manifestFor(target: 'chrome' | 'firefox'): ManifestV3Export {
  const { key, minimum_chrome_version, browser_specific_settings, background, ...shared } = base;
  const manifest =
    target === 'firefox'
      ? {
          ...shared,
          browser_specific_settings,
          background: { scripts: [background.service_worker], type: 'module' },
        }
      : { ...shared, key, minimum_chrome_version, background };
  return manifest as ManifestV3Export;
}

export default defineConfig(({ mode }) => {
  const target = mode === 'firefox' ? 'firefox' : 'chrome';
  return {
    plugins: [preact(), crx({ manifest: manifestFor(target), browser: target })],
    define: {
      __TARGET__: JSON.stringify(target),
      __PASSKEY_DOMAIN__: JSON.stringify(process.env.TWEESTAP_PASSKEY_DOMAIN ?? ''),
    },
    build: {
      outDir: `dist/${target}`,
      emptyOutDir: true,
      target: target === 'firefox' ? 'firefox142' : 'chrome127',
      modulePreload: { polyfill: false },
      rollupOptions: { input: { setup: 'src/setup/index.html' } },
    },
  };
});
