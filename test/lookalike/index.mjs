// How often the guard warns wrongly on the domains of an export of the 2FA Directory, and how many look-alikes it catches.
//   npm run lookalike:score -- FILE [--draws 20] [--vault 50] [--seed 1] [--each 40] [--json]
import { readFileSync } from 'node:fs';
import { domainToASCII } from 'node:url';
import { parseArgs } from 'node:util';
import { importSource } from '../../scripts/import-source.mjs';
import { builtTable } from '../../scripts/sites/compact.mjs';
import { parseDirectoryExport } from '../../scripts/sites/directory-export.mjs';
import { seededRandom, take } from './draw.mjs';
import { FAMILIES } from './twist.mjs';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    draws: { type: 'string', default: '20' },
    vault: { type: 'string', default: '50' },
    seed: { type: 'string', default: '1' },
    each: { type: 'string', default: '40' },
    json: { type: 'boolean', default: false },
  },
});
const [file] = positionals;
if (!file) {
  console.error(
    'usage: npm run lookalike:score -- FILE [--draws 20] [--vault 50] [--seed 1] [--each 40] [--json]',
  );
  process.exit(2);
}

const { domainOf, guardFor, hostPartsOf, lookalikeOf, parseSiteTable } = await importSource([
  'background/host-parts.ts',
  'core/host-parts.ts',
  'core/lookalike.ts',
  'core/site-table.ts',
]);
const { services } = parseDirectoryExport(JSON.parse(readFileSync(file, 'utf8')));
const serviceAt = new Map(services.flatMap((service) => service.domains.map((domain) => [domain, service])));
const all = [...serviceAt.keys()].filter(hostPartsOf);
const partsOf = (domains) => domains.map(hostPartsOf).filter(Boolean);
const table = parseSiteTable(JSON.parse(builtTable()));
const known = partsOf(table.services.flatMap((service) => service.domains)).map(domainOf);

/** What the guard is told of others' domains, from nothing to what the extension tells it. */
const KNOWLEDGE = {
  nothing: () => [],
  'own services': (vault) => partsOf(vault.flatMap((domain) => serviceAt.get(domain).domains)).map(domainOf),
  'built table': () => known,
};

const random = seededRandom(Number(options.seed));
const wrong = Object.fromEntries(
  Object.keys(KNOWLEDGE).map((name) => [name, { visited: 0, warned: 0, worst: 0 }]),
);
const caught = Object.fromEntries(
  Object.keys(FAMILIES).map((family) => [family, { made: 0, warned: 0, named: 0 }]),
);

for (let draw = 0; draw < Number(options.draws); draw++) {
  const others = [...all];
  const vault = take(others, Number(options.vault), random);
  for (const [name, own] of Object.entries(KNOWLEDGE)) {
    const guard = guardFor(partsOf(vault), own(vault));
    const warned = partsOf(others).filter((parts) => lookalikeOf(guard, parts)).length;
    wrong[name].visited += others.length;
    wrong[name].warned += warned;
    wrong[name].worst = Math.max(wrong[name].worst, warned / others.length);
  }
  scoreMade(vault, guardFor(partsOf(vault), known));
}

/** Look-alikes that are the vault's own, or are well known by the table, are none. */
function scoreMade(vault, guard) {
  for (const { label, suffix } of partsOf(vault)) {
    for (const [family, make] of Object.entries(FAMILIES)) {
      const made = [...new Set(make(label, suffix))];
      for (const host of take(made, Number(options.each), random)) {
        const parts = hostPartsOf(domainToASCII(host));
        if (!parts || guard.own.has(domainOf(parts)) || !isLabel(parts.label)) continue;
        const found = lookalikeOf(guard, parts);
        caught[family].made++;
        if (found) caught[family].warned++;
        if (found?.family === family) caught[family].named++;
      }
    }
  }
}

function isLabel(text) {
  return /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(text);
}

const percent = (part, whole) => `${((100 * part) / whole).toFixed(2)} %`;
if (options.json) console.log(JSON.stringify({ wrong, caught }, null, 1));
else {
  for (const [name, { visited, warned, worst }] of Object.entries(wrong)) {
    console.log(
      `wrongly warned, knowing ${name}: ${percent(warned, visited)}, worst draw ${percent(worst, 1)}`,
    );
  }
  for (const [family, { made, warned, named }] of Object.entries(caught)) {
    console.log(
      `${family.padEnd(14)} ${percent(warned, made).padStart(8)} of ${made}, ${percent(named, made)} as such`,
    );
  }
}
