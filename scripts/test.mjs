/** Every test: sets up what is missing, runs each stage, and ends with the line `N passed, N failed`. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root, setUp } from './setup.mjs';

const scratch = mkdtempSync(path.join(tmpdir(), 'tweestap-test-'));
const counts = { passed: 0, failed: 0 };

/** @param {string} name @param {number} passed @param {number} failed @param {number} since */
function report(name, passed, failed, since) {
  counts.passed += passed;
  counts.failed += failed;
  const seconds = ((Date.now() - since) / 1000).toFixed(0);
  console.log(`\n=== ${name}: ${passed} passed, ${failed} failed (${seconds} s)\n`);
}

/** @param {string[]} command */
function run([program = '', ...args]) {
  const { status } = spawnSync(program, args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  return status === 0;
}

/** A stage that passes or fails as a whole. @param {string} name @param {...string} command */
function stage(name, ...command) {
  const since = Date.now();
  const ok = run(command);
  report(name, ok ? 1 : 0, ok ? 0 : 1, since);
  return ok;
}

/** A stage of vitest, counted test by test. A run that counted nothing has failed. @param {string} name @param {string} config */
function vitest(name, config) {
  const since = Date.now();
  const file = path.join(scratch, `${name}.json`);
  const ok = run([
    'npx',
    'vitest',
    'run',
    '--config',
    config,
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  let passed = 0;
  let failed = 0;
  try {
    const result = JSON.parse(readFileSync(file, 'utf8'));
    passed = result.numPassedTests;
    failed = result.numTotalTests - result.numPassedTests;
  } catch {
    console.error(`${name}: no result was written.`);
  }
  // A file that does not load counts no test, and fails the run all the same.
  report(name, passed, ok && passed > 0 ? failed : Math.max(failed, 1), since);
}

/** @returns {Promise<void>} */
async function all() {
  await setUp(['chrome', 'firefox']);
  stage('lint', 'npx', 'biome', 'ci', '.');
  stage('types', 'node', 'scripts/check-types.mjs');
  const built = stage('build', 'npm', 'run', '--silent', 'build');
  vitest('unit', 'vitest.config.ts');
  stage('web-ext lint', 'npx', 'web-ext', 'lint', '--source-dir', 'dist/firefox', '--self-hosted');
  if (built) stage('package', 'node', 'scripts/package.mjs', '--built');
  // Without a build there is nothing to drive; the failed build is counted already.
  if (built) vitest('end to end', 'vitest.e2e.config.ts');
}

try {
  await all();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  counts.failed++;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = counts.failed === 0 ? 0 : 1;
