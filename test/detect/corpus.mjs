/** A folder of labelled pages; its `labels.json` says which fields are code fields. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * @typedef {{ kind: 'single', selector: string } | { kind: 'split', selectors: string[] }} Positive
 * @typedef {'totp' | 'sms-or-email' | 'mixed' | 'unstated'} Channel where the page says that the code comes from
 * @typedef {object} LabelledPage
 * @property {string} file
 * @property {string} [repo]
 * @property {Positive[]} positives
 * @property {string[]} [ignore] neither right nor wrong
 * @property {Channel} [channel]
 * @typedef {'all' | 'tuned' | 'held'} Part
 */

/** A fifth of the repositories, by hash of the name: rules are made without looking at their pages. */
function isHeld(repo) {
  return BigInt(`0x${createHash('sha256').update(repo).digest('hex')}`) % 5n === 0n;
}

/**
 * @param {string} folder
 * @param {Part} part
 * @returns {(LabelledPage & { html: string })[]}
 */
export function readCorpus(folder, part) {
  /** @type {LabelledPage[]} */
  const pages = JSON.parse(readFileSync(path.join(folder, 'labels.json'), 'utf8')).files;
  return pages
    .filter(({ repo, file }) => part === 'all' || isHeld(repo ?? file) === (part === 'held'))
    .map((page) => ({ ...page, html: readFileSync(path.join(folder, page.file), 'utf8') }));
}
