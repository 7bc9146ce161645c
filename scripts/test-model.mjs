/** The model against a real browser: `npm run test:model -- --browser chrome --sequences 50 --seed 1`. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    browser: { type: 'string' },
    sequences: { type: 'string', default: '50' },
    steps: { type: 'string', default: '30' },
    seed: { type: 'string', default: '1' },
    build: { type: 'string' },
  },
});
const { browser, build } = values;
const [sequences, steps, seed] = [values.sequences, values.steps, values.seed].map(Number);
if (
  (browser !== 'chrome' && browser !== 'firefox') ||
  !(sequences > 0) ||
  !(steps > 0) ||
  !Number.isSafeInteger(seed)
) {
  console.error(
    'Usage: npm run test:model -- --browser chrome|firefox [--sequences 50] [--steps 30] [--seed 1] [--build DIR]',
  );
  process.exit(2);
}
const options = { browser, sequences, steps, seed, ...(build && { build: path.resolve(build) }) };
const { status } = spawnSync('npx', ['vitest', 'run', '--config', 'vitest.model.config.ts'], {
  cwd: path.resolve(import.meta.dirname, '..'),
  stdio: 'inherit',
  env: { ...process.env, TWEESTAP_MODEL: JSON.stringify(options) },
  shell: process.platform === 'win32',
});
process.exitCode = status ?? 1;
