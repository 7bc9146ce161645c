/** The table as the extension loads it, `sites.json`; src/core/site-table.ts reads it. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { sourceLine } from './directory-export.mjs';
import { parseServicesText } from './services-text.mjs';

const data = path.resolve(import.meta.dirname, '../../data');
export const OWN_FILE = path.join(data, 'services.txt');
/** What `npm run sites -- FILE` writes; the next build takes it instead of our own table. Not committed. */
export const FULL_FILE = path.join(data, 'sites.json');

export const METHODS = {
  totp: 't',
  sms: 's',
  email: 'e',
  call: 'c',
  u2f: 'u',
  'custom-software': 'a',
  'custom-hardware': 'h',
};

/**
 * @param {string} source
 * @param {import('./services-text.mjs').Service[]} services
 * @returns {string} JSON
 */
export function compactTable(source, services) {
  const rows = services.map(({ name, domains, methods, documentation, recovery }) => [
    name,
    domains.join(' '),
    methods === null ? '?' : methods.map((method) => METHODS[method]).join(''),
    documentation.replace('https://', ''),
    recovery.replace('https://', ''),
  ]);
  return `{"format":1,"source":${JSON.stringify(source)},"services":[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]}\n`;
}

/** Our own table; its head names the commit of the directory. */
export function readOwnTable() {
  const text = readFileSync(OWN_FILE, 'utf8');
  const [, repository, commit] = /([\w.-]+\/[\w.-]+) at\s+(?:# )?([0-9a-f]{40})/.exec(text) ?? [];
  if (!repository) throw new Error('The head of data/services.txt does not name its source.');
  return { source: sourceLine(repository, commit), ...parseServicesText(text) };
}

/** The licence of the facts, which goes with every copy. */
export function readLicence() {
  return readFileSync(path.join(data, 'services-licence.txt'), 'utf8');
}

/** The table that a build carries: the full one where it was made, else our own. */
export function builtTable() {
  if (existsSync(FULL_FILE)) return readFileSync(FULL_FILE, 'utf8');
  const { source, services } = readOwnTable();
  return compactTable(source, services);
}
