// How well the messages of a folder are read: kinds, codes, and whether any is found where there is none.
//   npm run message:score -- DIR [--part held|tuned|all] [--json] [--quiet]
// Wrong cases are shown for the tuned part only.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { messageReader } from '../../scripts/message-reader.mjs';
import { readCases } from './cases.mjs';
import { scoreMessages } from './score.mjs';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    part: { type: 'string', default: 'all' },
    json: { type: 'boolean', default: false },
    quiet: { type: 'boolean', default: false },
  },
});
const [folder] = positionals;
const { part } = options;
if (!folder || (part !== 'all' && part !== 'tuned' && part !== 'held')) {
  console.error('usage: npm run message:score -- DIR [--part held|tuned|all] [--json] [--quiet]');
  process.exit(2);
}

const cases = readCases(path.resolve(folder), part);
const { counts, wrong } = scoreMessages(cases, await messageReader());
if (part === 'tuned' && !options.quiet) {
  for (const { missed, text, expected, message } of wrong)
    console.log(`${missed.join(', ')}: ${JSON.stringify({ text, expected, message })}`);
}
if (options.json) console.log(JSON.stringify({ part, messages: cases.length, ...counts }));
else {
  for (const [name, { right, of }] of Object.entries(counts).filter(([, count]) => count.of > 0))
    console.log(`${name.padEnd(9)} ${((100 * right) / of).toFixed(1).padStart(5)} % of ${of}`);
}
