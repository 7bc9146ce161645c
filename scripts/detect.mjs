// Measures code field detection on a folder of labelled pages, by the built content script in a real Chromium.
//   npm run detect -- --corpus DIR [--part all|tuned|held] [--build DIR] [--json FILE] [--quiet]
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { readCorpus } from '../test/detect/corpus.mjs';
import { lookAt } from '../test/detect/look.mjs';
import { compareRules } from '../test/detect/rules.mjs';
import { score, selectorsOf } from '../test/detect/score.mjs';

const { values: options } = parseArgs({
  options: {
    corpus: { type: 'string' },
    part: { type: 'string', default: 'all' },
    build: { type: 'string', default: path.resolve(import.meta.dirname, '../dist/chrome') },
    json: { type: 'string' },
    quiet: { type: 'boolean', default: false },
  },
});
const { corpus, part, build, quiet } = options;
if (!corpus || (part !== 'all' && part !== 'tuned' && part !== 'held')) {
  console.error(
    'usage: npm run detect -- --corpus DIR [--part all|tuned|held] [--build DIR] [--json FILE] [--quiet]',
  );
  process.exit(2);
}
if (!existsSync(build)) {
  console.error('Nothing is built: npm run build.');
  process.exit(2);
}

const pages = readCorpus(path.resolve(corpus), part);
const looks = await lookAt(
  pages.map((page) => ({ html: page.html, selectors: selectorsOf(page) })),
  { build },
);
const { missed, partly, untold, falseFinds, rules, files, ...summary } = score(pages, looks);
if (!quiet) {
  for (const { file, selectors, kind, rule } of falseFinds)
    console.log('false ', file, selectors.join(', '), kind, rule);
  for (const { file, positive, kind, rule } of missed) console.log('missed', file, positive, kind, rule);
  for (const { file, rule } of partly) console.log('partly', file, rule);
  for (const { file, channel, kind, rule } of untold)
    console.log('told  ', file, `${channel} as ${kind}`, rule);
}
const { idle } = await compareRules(rules);
if (!quiet) console.log(`Rules that decide no page: ${idle.join(', ') || 'none'}`);
console.log(JSON.stringify({ part, ...summary }));
if (options.json) {
  writeFileSync(options.json, JSON.stringify({ ...summary, rules: [...rules].sort(), files }, null, 1));
}
