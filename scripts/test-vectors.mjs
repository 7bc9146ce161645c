/** The codes, URI, secret and migration rules over a folder of vector files: `npm run test:vectors -- DIR`. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { root, setUp } from './setup.mjs';

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error('Usage: npm run test:vectors -- DIR');
  process.exit(2);
}
await setUp([]);
const { status } = spawnSync('npx', ['vitest', 'run', '--config', 'vitest.shared.config.ts'], {
  cwd: root,
  stdio: 'inherit',
  shell: process.platform === 'win32',
  env: { ...process.env, SHARED_VECTORS: path.resolve(folder) },
});
process.exitCode = status ?? 1;
