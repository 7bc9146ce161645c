/** `npm run bench`: measures the built extension beside a baseline in the same run. It judges nothing. */
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { npm, root, setUp } from '../scripts/setup.mjs';
import { readOptions } from './options.mjs';
import { table } from './table.mjs';

try {
  const options = readOptions(process.argv.slice(2));
  await setUp(options.browsers);
  if (!options.browsers.every((browser) => existsSync(path.join(root, 'dist', browser, 'manifest.json'))))
    npm('run', '--silent', 'build');
  const { measureAll } = await import('./measure-all.mjs');
  const { results, failures } = await measureAll(options, (progress) => console.error(progress));
  if (results.length > 0) process.stdout.write(`${table(results)}\n`);
  if (options.json) writeFileSync(options.json, `${JSON.stringify(results, null, 2)}\n`);
  for (const failure of failures) console.error(failure);
  if (failures.length > 0) process.exitCode = 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
