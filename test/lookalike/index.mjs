// How often the guard warns wrongly on the domains of an export of the 2FA Directory, and how many look-alikes it catches.
//   npm run lookalike:score -- FILE [--draws 20] [--vault 50] [--seed 1] [--each 40] [--json]
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { importSource } from '../../scripts/import-source.mjs';
import { builtTable } from '../../scripts/sites/compact.mjs';
import { parseDirectoryExport } from '../../scripts/sites/directory-export.mjs';
import { scoreGuard } from './score.mjs';

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

const code = await importSource([
  'background/host-parts.ts',
  'core/guard.ts',
  'core/host-parts.ts',
  'core/lookalike.ts',
  'core/site-table.ts',
]);
const { services } = parseDirectoryExport(JSON.parse(readFileSync(file, 'utf8')));
const known = code.parseSiteTable(JSON.parse(builtTable())).services.flatMap((service) => service.domains);
const { wrong, caught } = scoreGuard(code, services, known, {
  draws: Number(options.draws),
  vault: Number(options.vault),
  seed: Number(options.seed),
  each: Number(options.each),
});

/** Medians of nine: milliseconds to prepare 1,000 domains, microseconds for a visited one. */
function measureSpeed() {
  const hosts = services.flatMap((service) => service.domains.map(code.hostPartsOf)).filter(Boolean);
  const runs = Array.from({ length: 9 }, () => {
    const start = performance.now();
    const guard = code.guardFor(hosts.slice(0, 1000));
    const prepared = performance.now();
    for (const host of hosts) code.lookalikeOf(guard, host);
    return { prepare: prepared - start, look: ((performance.now() - prepared) * 1000) / hosts.length };
  });
  const median = (name) => runs.map((run) => run[name]).sort((a, b) => a - b)[4];
  return { prepareMs: median('prepare'), lookUs: median('look') };
}

const percent = (part, whole) => `${((100 * part) / whole).toFixed(2)} %`;
const speed = measureSpeed();
if (options.json) console.log(JSON.stringify({ wrong, caught, speed }, null, 1));
else {
  for (const [name, { visited, warned, worst }] of Object.entries(wrong)) {
    console.log(
      `wrongly warned, knowing ${name}: ${percent(warned, visited)}, worst draw ${percent(worst, 1)}`,
    );
  }
  for (const [family, { made, warned, named }] of Object.entries(caught)) {
    const share = percent(warned, made).padStart(8);
    console.log(`${family.padEnd(14)} ${share} of ${made} caught, ${percent(named, made)} as such`);
  }
  const { prepareMs, lookUs } = speed;
  console.log(
    `a vault of 1,000 domains: prepared in ${prepareMs.toFixed(1)} ms, ${lookUs.toFixed(0)} µs a host`,
  );
}
