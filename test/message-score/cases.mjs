import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * The labelled messages of a folder of files `{ cases: [{ text, … }] }`. What a case expects, as far as it says so: `kind`,
 * `code` (null for none) or `codes` (the first counts), `host` or `domain`, `embedded`, `domain_bound: false`.
 *
 * @param {string} folder
 * @param {'all' | 'held' | 'tuned'} part held: the third by a hash of the text that is scored and not looked at
 */
export function readCases(folder, part) {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .flatMap((file) => JSON.parse(readFileSync(path.join(folder, file), 'utf8')).cases ?? [])
    .filter(({ text }) => typeof text === 'string' && (part === 'all' || isHeld(text) === (part === 'held')));
}

function isHeld(text) {
  return createHash('sha256').update(text).digest()[0] % 3 === 0;
}

/** What a case expects; undefined where it says nothing. */
export function expectationOf(labelled) {
  const code = labelled.codes ? (labelled.codes[0] ?? null) : labelled.code;
  const domain = labelled.domain_bound === false ? null : (labelled.domain ?? labelled.host);
  return {
    kind: labelled.kind ?? (code === undefined ? undefined : code === null ? null : 'code'),
    code: code && bareCode(code),
    domain,
    embedded: labelled.embedded,
    issuer: labelled.issuer,
    warnings: labelled.warnings,
  };
}

/** As it is typed into a field: sources differ in whether they keep separators and a service's letters. */
function bareCode(code) {
  return code.replace(/^[A-Z]{1,2}-(?=\d)/, '').replace(/[\s-]/g, '');
}
