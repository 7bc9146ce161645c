// Builds the full table of sites from an export of the 2FA Directory, or compares our own table with it.
//   npm run sites -- FILE            the next build carries the table of FILE
//   npm run sites -- FILE --check    which facts of data/services.txt are not in FILE; writes nothing
//   npm run sites -- --own           the next build carries our own table again
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { compactTable, FULL_FILE, readOwnTable } from './sites/compact.mjs';
import { compareWithExport } from './sites/compare.mjs';
import { parseDirectoryExport } from './sites/directory-export.mjs';

const MAX_FILE_BYTES = 20_000_000;

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { check: { type: 'boolean', default: false }, own: { type: 'boolean', default: false } },
});
const [file] = positionals;
if (options.own === (file !== undefined) || (options.own && options.check)) {
  console.error('usage: npm run sites -- FILE [--check] | --own');
  process.exit(2);
}

try {
  if (file === undefined) {
    rmSync(FULL_FILE, { force: true });
    console.log(`The next build carries our own table: ${readOwnTable().services.length} services.`);
  } else {
    if (statSync(file).size > MAX_FILE_BYTES) throw new Error('The file is too large for an export.');
    const read = parseDirectoryExport(JSON.parse(readFileSync(file, 'utf8')));
    if (options.check) report(compareWithExport(readOwnTable(), read.services));
    else write(read);
  }
} catch (error) {
  console.error(/** @type {Error} */ (error).message);
  process.exitCode = 1;
}

function write({ source, services, leftOut }) {
  // What only our own table knows stays: domains that the export does not have.
  const own = readOwnTable();
  const all = withOwnDomains(services, own);
  const json = compactTable(source, all);
  writeFileSync(FULL_FILE, json);
  const { entries, domains, methods, links } = leftOut;
  console.log(
    `${source}: ${all.length} services, ${(json.length / 1024).toFixed(0)} KiB; the next build carries them.`,
  );
  console.log(
    `Left out: ${entries} entries, ${domains} domains, ${methods} methods, ${links} links that are not as they should be.`,
  );
}

function withOwnDomains(services, own) {
  const serviceAt = new Map();
  for (const service of services) for (const domain of service.domains) serviceAt.set(domain, service);
  const alone = [];
  for (const { domains, ...facts } of own.services) {
    const added = domains.filter((domain) => own.added.has(domain) && !serviceAt.has(domain));
    const known = domains.map((domain) => serviceAt.get(domain)).find((service) => service !== undefined);
    if (known) known.domains.push(...added);
    else if (added.length > 0)
      alone.push({ ...facts, domains: added, methods: null, documentation: '', recovery: '' });
  }
  return [...services, ...alone];
}

function report(differences) {
  for (const line of differences) console.log(line);
  console.log(`${differences.length} facts of data/services.txt are not in the export.`);
  if (differences.length > 0) process.exitCode = 1;
}
