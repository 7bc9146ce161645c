/**
 * The background as one function, so that a killed worker's next life costs a call and no loading of modules. Everything is
 * the product's own source but three files: the browser, what gets old bytes out of its files, and Argon2id, which would cost
 * a fifth of a second for each PIN.
 */
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const root = path.resolve(fileURLToPath(import.meta.url), '../../..');

const OTHERS: Record<string, string> = {
  'src/platform/browser.ts': 'export const browser = $.browser;',
  'src/background/script-files.ts':
    "export const firstScript = 'first.js'; export const mainScript = 'main.js';",
  'src/platform/old-files.ts': `
    import { deleteDB } from '${path.join(root, 'node_modules/idb/build/index.js')}';
    export const deleteForGood = (names) => Promise.all(names.map((name) => deleteDB(name)));
    export const finishDeletions = async () => undefined;
    export const removeFillers = async () => undefined;
    export const isFiller = (key) => key.startsWith('~');
    export async function rewriteLocal(items) {
      await $.browser.storage.local.clear();
      await $.browser.storage.local.set(items);
    }`,
  'src/vault/argon2.ts': `
    export { newArgon2, parseArgon2, SALT_BYTES } from '${path.join(root, 'src/vault/argon2.ts')}?real';
    export const stretch = async (text, parameters) => $.stretch(text, parameters);`,
};

const ENTRY = `
  export { ownPageHandlers } from '${root}/src/background/own-page-handlers.ts';
  export { contentHandlers, offerHandlers } from '${root}/src/background/content-handlers.ts';
  export { dispatch } from '${root}/src/messages/serve.ts';`;

/** What a worker sees of the world around it. */
export interface WorkerGlobals {
  $: { browser: unknown; stretch(text: string, parameters: { salt: string }): Uint8Array };
  indexedDB: unknown;
  navigator: unknown;
  Date: unknown;
  console: unknown;
}

export interface Worker {
  dispatch(...args: unknown[]): Promise<{ reply: unknown } | { failed: string }> | undefined;
  ownPageHandlers: unknown;
  contentHandlers: unknown;
  offerHandlers: unknown;
}

export type StartWorker = (globals: WorkerGlobals) => Worker;

export async function bundleWorker(): Promise<StartWorker> {
  const bundle = await rolldown({
    input: 'worker',
    platform: 'node',
    external: ['tldts', 'otplib', 'hash-wasm'],
    transform: { define: { __TARGET__: '"chrome"', __PASSKEY_DOMAIN__: '""', __ACCOUNT__: 'null' } },
    plugins: [
      {
        name: 'worker-in-memory',
        async resolveId(source, importer) {
          if (source === 'worker') return '\0worker';
          if (source.endsWith('?real')) return source;
          if (!source.startsWith('.') || !importer) return null;
          const file = path.resolve(path.dirname(importer), source);
          const name = path.relative(root, file).replaceAll(path.sep, '/');
          return name in OTHERS ? `\0other:${name}` : null;
        },
        async load(id) {
          if (id === '\0worker') return ENTRY;
          if (id.startsWith('\0other:')) return OTHERS[id.slice('\0other:'.length)] ?? null;
          if (!id.endsWith('?real')) return null;
          const { readFile } = await import('node:fs/promises');
          return { code: await readFile(id.slice(0, -'?real'.length), 'utf8'), moduleType: 'ts' };
        },
      },
    ],
  });
  const { output } = await bundle.generate({ format: 'cjs' });
  await bundle.close();
  const make = new Function(
    'require',
    'exports',
    '$',
    'indexedDB',
    'navigator',
    'Date',
    'console',
    output[0].code,
  );
  const require = createRequire(path.join(root, 'package.json'));
  return ({ $, indexedDB, navigator, Date: clock, console }) => {
    const exports = {};
    make(require, exports, $, indexedDB, navigator, clock, console);
    return exports as Worker;
  };
}
