// Measures code field detection on a folder of labelled pages, in a real Chromium.
//   node scripts/detect.mjs --corpus DIR [--part all|tuned|held] [--json FILE] [--facts FILE] [--quiet]
// A field or a row of boxes is one unit. Fields in `ignore` count for nothing. `held` is a fifth of the
// repositories, chosen by hash: rules are made without looking at its pages.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { rolldown } from 'rolldown';

const { values: options } = parseArgs({
  options: {
    corpus: { type: 'string' },
    part: { type: 'string', default: 'all' },
    json: { type: 'string' },
    facts: { type: 'string' },
    quiet: { type: 'boolean', default: false },
  },
});
if (!options.corpus || !['all', 'tuned', 'held'].includes(options.part)) {
  console.error(
    'usage: detect.mjs --corpus DIR [--part all|tuned|held] [--json FILE] [--facts FILE] [--quiet]',
  );
  process.exit(2);
}

const root = resolve(import.meta.dirname, '..');
const origin = 'https://page.test/';

function isHeld(repo) {
  return BigInt(`0x${createHash('sha256').update(repo).digest('hex')}`) % 5n === 0n;
}

function inPart(file) {
  return options.part === 'all' || isHeld(file.repo ?? file.file) === (options.part === 'held');
}

async function probe() {
  const entry = join(root, 'src/content/find-fields.ts');
  const bundle = await rolldown({ input: entry, logLevel: 'silent' });
  const { output } = await bundle.generate({ format: 'iife', name: 'tweestapProbe' });
  await bundle.close();
  return output[0].code;
}

/** Runs in the page: which labelled units does what was found cover? */
function compare(file) {
  const from = performance.now();
  const seen = tweestapProbe.explainFields();
  const took = performance.now() - from;
  const found = seen.filter(({ verdict }) => verdict.kind === 'totp' || verdict.kind === 'sent');
  const all = (selectors) => selectors.map((selector) => document.querySelector(selector));
  const boxesFound = new Set(found.flatMap(({ boxes }) => [...boxes]));
  const claimed = new Set(all(file.ignore ?? []));
  const units = file.positives.map((positive) => {
    const boxes = all(positive.kind === 'split' ? positive.selectors : [positive.selector]);
    for (const box of boxes) claimed.add(box);
    const explained = seen.find(
      (field) => boxes.includes(field.boxes[0]) || field.boxes.some((box) => boxes.includes(box)),
    );
    return {
      kind: positive.kind,
      any: boxes.some((box) => boxesFound.has(box)),
      all: boxes.every((box) => boxesFound.has(box)),
      verdict: explained?.verdict ?? { kind: 'none', rule: 'not seen' },
    };
  });
  const falseFinds = found.filter(({ boxes }) => !boxes.some((box) => claimed.has(box)));
  return {
    took,
    units,
    falseFinds: falseFinds.map(({ facts, verdict }) => ({
      rule: verdict.rule,
      name: facts.name,
      id: facts.id,
      placeholder: facts.placeholder,
      label: facts.label,
      before: facts.before,
    })),
    fields: seen.map(({ boxes, facts, verdict }) => ({
      facts,
      verdict,
      truth: boxes.some((box) => all(file.ignore ?? []).includes(box))
        ? 'ignore'
        : boxes.some((box) => claimed.has(box))
          ? 'code'
          : 'other',
    })),
  };
}

const corpus = resolve(options.corpus);
const files = JSON.parse(readFileSync(join(corpus, 'labels.json'), 'utf8')).files.filter(inPart);
const script = await probe();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-quic', '--disable-background-networking'],
});
const results = [];
const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
const page = await context.newPage();
let html = '';
// Pages stand at a neutral address, without their own scripts and files: only what is stored is measured.
await page.route('**/*', (route) =>
  route.request().url() === origin
    ? route.fulfill({ contentType: 'text/html; charset=utf-8', body: html })
    : route.abort(),
);
page.on('dialog', (dialog) => void dialog.dismiss());
for (const file of files) {
  html = readFileSync(join(corpus, file.file), 'utf8');
  try {
    await page.goto(origin, { waitUntil: 'domcontentloaded', timeout: 10_000 });
    await page.evaluate(script.replace(/^var tweestapProbe/m, 'globalThis.tweestapProbe'));
    results.push({ file: file.file, channel: file.channel, ...(await page.evaluate(compare, file)) });
  } catch (error) {
    console.error(`${file.file}: ${error.message.split('\n')[0]}`);
    process.exitCode = 1;
  }
}
await browser.close();

const units = results.flatMap((result) =>
  result.units.map((unit) => ({ ...unit, file: result.file, channel: result.channel })),
);
const falseFinds = results.flatMap((result) =>
  result.falseFinds.map((field) => ({ ...field, file: result.file })),
);
const hits = units.filter((unit) => unit.any).length;
const percent = (part, whole) => (whole === 0 ? 100 : Math.round((1000 * part) / whole) / 10);
const precision = percent(hits, hits + falseFinds.length);
const recall = percent(hits, units.length);
const f1 = percent(2 * hits, 2 * hits + falseFinds.length + units.length - hits);
const splits = units.filter((unit) => unit.kind === 'split');
const singles = units.filter((unit) => unit.kind === 'single');
const summary = {
  part: options.part,
  pages: results.length,
  precision,
  recall,
  f1,
  singles: `${singles.filter((unit) => unit.any).length}/${singles.length}`,
  splitsAny: `${splits.filter((unit) => unit.any).length}/${splits.length}`,
  splitsAll: `${splits.filter((unit) => unit.all).length}/${splits.length}`,
  falseFields: falseFinds.length,
  missed: units.length - hits,
  slowestLookMs: Math.round(Math.max(0, ...results.map((result) => result.took))),
};
if (!options.quiet) {
  for (const field of falseFinds)
    console.log(
      'false ',
      field.file,
      JSON.stringify({
        ...field,
        file: undefined,
        label: field.label.slice(0, 60),
        before: field.before.slice(-60),
      }),
    );
  for (const unit of units.filter((one) => !one.any))
    console.log('missed', unit.file, unit.kind, unit.verdict.kind, unit.verdict.rule);
  for (const unit of splits.filter((one) => one.any && !one.all))
    console.log('partly', unit.file, unit.verdict.rule);
}
console.log(JSON.stringify(summary));
if (options.json) writeFileSync(options.json, JSON.stringify({ summary, units, falseFinds }, null, 1));
if (options.facts) writeFileSync(options.facts, JSON.stringify(results));
