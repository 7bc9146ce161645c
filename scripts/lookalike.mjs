// Which of the visited domains resemble one of the vault, by the code of the extension.
//   npm run lookalike -- --vault FILE --visit FILE [--json]
// Each FILE is a JSON array of domains, or has one domain a line.
import { readFileSync } from 'node:fs';
import { domainToASCII } from 'node:url';
import { parseArgs } from 'node:util';
import { importSource } from './import-source.mjs';
import { builtTable } from './sites/compact.mjs';

const { values: options } = parseArgs({
  options: {
    vault: { type: 'string' },
    visit: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});
if (!options.vault || !options.visit) {
  console.error('usage: npm run lookalike -- --vault FILE --visit FILE [--json]');
  process.exit(2);
}

const { domainOf, guardFor, hostPartsOf, lookalikeOf, parseSiteTable } = await importSource([
  'background/host-parts.ts',
  'core/guard.ts',
  'core/host-parts.ts',
  'core/lookalike.ts',
  'core/site-table.ts',
]);

const vault = readDomains(options.vault);
const visited = readDomains(options.visit);
const table = parseSiteTable(JSON.parse(builtTable()));
const known = table.services.flatMap((service) => service.domains).map(hostPartsOf);
const guard = guardFor(vault.map(({ parts }) => parts).filter(Boolean), known.filter(Boolean).map(domainOf));

const warnings = [];
const families = {};
for (const { domain, parts } of visited) {
  const lookalike = parts && lookalikeOf(guard, parts);
  if (!lookalike) continue;
  warnings.push({ domain, ...lookalike });
  families[lookalike.family] = (families[lookalike.family] ?? 0) + 1;
}
const unreadable = visited.filter(({ parts }) => !parts).map(({ domain }) => domain);
const counts = {
  vault: vault.length,
  visited: visited.length,
  warned: warnings.length,
  unreadable: unreadable.length,
};
if (options.json) {
  console.log(JSON.stringify({ ...counts, families, warnings, unreadableDomains: unreadable }));
} else {
  for (const { domain, resembles, family } of warnings)
    console.log(`${domain} resembles ${resembles} (${family})`);
  console.log(JSON.stringify({ ...counts, families }));
}

/** @param {string} file */
function readDomains(file) {
  const text = readFileSync(file, 'utf8');
  const list = text.trimStart().startsWith('[') ? JSON.parse(text) : text.split('\n');
  return list
    .map((line) => String(line).trim())
    .filter((line) => line !== '')
    .map((domain) => ({ domain, parts: partsOf(domain) }));
}

/** @param {string} domain or a whole address */
function partsOf(domain) {
  const host = /^[a-z]+:\/\//i.test(domain) && URL.canParse(domain) ? new URL(domain).hostname : domain;
  return hostPartsOf(domainToASCII(host) || host);
}
