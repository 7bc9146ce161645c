import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';
import { root } from './setup.mjs';

/**
 * The exports of modules below src, as the extension has them: Node 20 runs no TypeScript.
 *
 * @param {string[]} files as 'core/lookalike.ts'
 */
export async function importSource(files) {
  const folder = mkdtempSync(path.join(tmpdir(), 'tweestap-source-'));
  const entry = files
    .map((file) => `export * from ${JSON.stringify(path.join(root, 'src', file))};`)
    .join('\n');
  const plugin = {
    name: 'entry',
    resolveId: (id) => (id === 'entry' ? '\0entry' : null),
    load: (id) => (id === '\0entry' ? entry : null),
  };
  try {
    const bundle = await rolldown({ input: 'entry', plugins: [plugin], logLevel: 'silent' });
    const file = path.join(folder, 'source.mjs');
    await bundle.write({ file, format: 'esm' });
    await bundle.close();
    return await import(pathToFileURL(file).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
