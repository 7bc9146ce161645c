// Of which kind each message of a file is, and its code, by the code of the extension.
//   npm run message -- FILE [--json]
// FILE is { cases: [{ text }] }. With --json: [{ kind, code, domain, issuer, warnings }], in the order of the cases.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { messageReader } from './message-reader.mjs';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false } },
});
const [file] = positionals;
if (!file) {
  console.error('usage: npm run message -- FILE [--json]');
  process.exit(2);
}
const { cases } = JSON.parse(readFileSync(file, 'utf8'));
if (!Array.isArray(cases) || !cases.every(({ text } = {}) => typeof text === 'string')) {
  console.error('The file has no cases with a text.');
  process.exit(2);
}

const read = await messageReader();
const answers = cases.map(({ text }) => answerOf(read(text)));
if (options.json) console.log(JSON.stringify(answers));
else {
  for (const { kind, code, domain, issuer, warnings } of answers)
    console.log([kind, code, domain, issuer, ...warnings.map((warning) => warning.code)].join('\t'));
}

function answerOf(message) {
  const isCode = message.kind === 'code';
  return {
    kind: message.kind,
    code: isCode ? message.code : null,
    domain: isCode ? (message.bound?.host ?? null) : null,
    issuer: message.issuer,
    warnings: message.warnings,
  };
}
