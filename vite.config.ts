import { readFileSync } from 'node:fs';
import { type CrxPlugin, crx, type ManifestV3Export } from '@crxjs/vite-plugin';
import preact from '@preact/preset-vite';
import { defineConfig, type Plugin } from 'vite';
import base from './manifest.json' with { type: 'json' };
import { builtTable, readLicence } from './scripts/sites/compact.mjs';
import { type AccountConfig, parseAccountConfig } from './src/account/config.ts';
import { withAccount } from './src/account/manifest.ts';

/**
 * The one page of ours that stands in pages: the offer's frame, in Chrome, under an address that is another one in each
 * session of the browser. Firefox has no such addresses, and gets no such page.
 */
const OFFER = [
  { resources: ['src/offer/index.html'], matches: base.host_permissions, use_dynamic_url: true },
];

/** Only what is web accessible can stand in a frame at all; the policy has to let sites be around that. */
function framedBySites(policy: string): string {
  return policy.replace(
    "frame-ancestors 'none'",
    'frame-ancestors https: http://localhost:* http://127.0.0.1:*',
  );
}

/**
 * One manifest.json for both browsers. Firefox runs the worker as an event page and takes no Chrome keys;
 * Chrome takes no gecko keys.
 */
function manifestFor(target: 'chrome' | 'firefox', account: AccountConfig | null): ManifestV3Export {
  const { key, minimum_chrome_version, browser_specific_settings, background, ...shared } = withAccount(
    base,
    account,
  );
  const manifest =
    target === 'firefox'
      ? {
          ...shared,
          browser_specific_settings,
          background: { scripts: [background.service_worker], type: 'module' },
        }
      : {
          ...shared,
          key,
          minimum_chrome_version,
          background,
          optional_permissions: [...shared.optional_permissions, 'offscreen'],
          content_security_policy: {
            extension_pages: framedBySites(shared.content_security_policy.extension_pages),
          },
        };
  return manifest as ManifestV3Export;
}

/** Where linked accounts are, from the file that `TWEESTAP_ACCOUNT` names; null where it names none. */
function accountOfBuild(): AccountConfig | null {
  const file = process.env.TWEESTAP_ACCOUNT;
  return file ? parseAccountConfig(JSON.parse(readFileSync(file, 'utf8'))) : null;
}

/**
 * Content scripts are built a second time, as what a page runs: their modules of the first build serve nobody. And the
 * browser itself loads those scripts, so no page may read a file of ours, by which it could tell that we are there.
 */
function keepToOurselves(target: 'chrome' | 'firefox'): CrxPlugin {
  return {
    name: 'keep-to-ourselves',
    enforce: 'post',
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
      const reached = new Set<string>();
      const reach = (file: string) => {
        if (reached.has(file)) return;
        reached.add(file);
        const chunk = bundle[file];
        if (chunk?.type === 'chunk')
          for (const next of [...chunk.imports, ...chunk.dynamicImports]) reach(next);
      };
      const isScript = (id: string | null) => /\.iife\.ts\b/.test(id ?? '');
      for (const chunk of chunks) {
        if ((chunk.isEntry || chunk.isDynamicEntry) && !isScript(chunk.facadeModuleId)) reach(chunk.fileName);
      }
      for (const { fileName } of chunks) if (!reached.has(fileName)) delete bundle[fileName];
    },
    renderCrxManifest: ({ web_accessible_resources, ...manifest }) =>
      target === 'chrome' ? { ...manifest, web_accessible_resources: OFFER } : manifest,
  };
}

/** The table of services as a file of its own, which is loaded when it is needed: docs/sites.md. */
function siteTable(): Plugin {
  return {
    name: 'site-table',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'sites.json', source: builtTable() });
      this.emitFile({ type: 'asset', fileName: 'sites-licence.txt', source: readLicence() });
    },
  };
}

export default defineConfig(({ mode }) => {
  const target = mode === 'firefox' ? 'firefox' : 'chrome';
  const account = accountOfBuild();
  return {
    plugins: [
      preact(),
      siteTable(),
      crx({ manifest: manifestFor(target, account), browser: target }),
      keepToOurselves(target),
    ],
    define: {
      __TARGET__: JSON.stringify(target),
      __PASSKEY_DOMAIN__: JSON.stringify(process.env.TWEESTAP_PASSKEY_DOMAIN ?? ''),
      __ACCOUNT__: JSON.stringify(account),
    },
    build: {
      outDir: `dist/${target}`,
      emptyOutDir: true,
      target: target === 'firefox' ? 'firefox142' : 'chrome127',
      modulePreload: { polyfill: false },
      rollupOptions: {
        input: {
          setup: 'src/setup/index.html',
          ...(target === 'chrome' && {
            offer: 'src/offer/index.html',
            clipboard: 'src/clipboard/index.html',
          }),
        },
      },
    },
  };
});
