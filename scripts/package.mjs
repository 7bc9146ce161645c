/**
 * `npm run package`: store-ready zips in dist/packages; `--built` takes the builds that are there. The Chrome store takes no `key`: it keeps the identity itself. That one line is all
 * that differs from the tested build.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { npm, root, setUp } from './setup.mjs';

await setUp([]);
if (!process.argv.includes('--built')) npm('run', '--silent', 'build');
const packages = path.join(root, 'dist', 'packages');
rmSync(packages, { recursive: true, force: true });

for (const browser of ['chrome', 'firefox']) {
  const source = path.join(packages, browser);
  cpSync(path.join(root, 'dist', browser), source, { recursive: true });
  const file = path.join(source, 'manifest.json');
  const { key, ...manifest } = JSON.parse(readFileSync(file, 'utf8'));
  if (key !== undefined) writeFileSync(file, `${JSON.stringify(manifest, null, 2)}\n`);
  const zip = `tweestap-${manifest.version}-${browser}.zip`;
  execFileSync(
    'npx',
    [
      'web-ext',
      'build',
      '--source-dir',
      source,
      '--artifacts-dir',
      packages,
      '--filename',
      zip,
      '--overwrite-dest',
    ],
    { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' },
  );
}
