/** The pages of a folder, and what each says of itself. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * @typedef {object} AttackPage
 * @property {string} name
 * @property {string} title what it tries
 * @property {'nothing' | 'popup' | 'fill' | 'once' | 'refill'} expect
 * @property {string[]} frame selectors of the frames around the field, outermost first
 * @property {boolean} focusesItself nobody clicks into the field
 * @property {boolean} atOther opened on a site to which the account does not belong
 * @property {[number, number] | null} click where the user is led to, instead of the offer's middle
 * @property {number} clicks
 * @property {boolean} hidesField nobody can see what would be filled, so that a seen offer is no excuse
 * @property {boolean} needsOffer without one at some time nothing was tried
 * @property {boolean} timed opened on the site whose account counts time
 * @property {number | null} zoom the browser's own; null where nobody zooms
 */

export const PAGES = fileURLToPath(new URL('./pages/', import.meta.url));

const EXPECTATIONS = new Set(['nothing', 'popup', 'fill', 'once', 'refill']);

/** @param {string} folder @param {string} name @returns {AttackPage} */
function readPage(folder, name) {
  const text = readFileSync(path.join(folder, `${name}.html`), 'utf8');
  const root = text.match(/<html[^>]*>/i)?.[0] ?? '';
  const data = (/** @type {string} */ key) => root.match(new RegExp(`data-${key}="([^"]*)"`))?.[1] ?? null;
  const expect = text.match(/<meta name="expect" content="(\w+)"/)?.[1] ?? 'nothing';
  if (!EXPECTATIONS.has(expect)) throw new Error(`${name} expects ${expect}, which nobody knows.`);
  const [x, y] = data('click')?.split(',').map(Number) ?? [];
  return {
    name,
    title: text.match(/<title>([^<]*)/)?.[1]?.trim() ?? '',
    expect: /** @type {AttackPage['expect']} */ (expect),
    frame: data('frame')?.split(' ') ?? [],
    focusesItself: data('focus') === 'own',
    atOther: data('at') === 'other',
    click: x !== undefined && y !== undefined ? [x, y] : null,
    clicks: Number(data('clicks') ?? 2),
    hidesField: data('hides') === 'field',
    needsOffer: data('needs') === 'offer',
    timed: data('account') === 'timed',
    zoom: data('zoom') === null ? null : Number(data('zoom')),
  };
}

/** By name, controls first. @param {string} folder @returns {AttackPage[]} */
export function attackPages(folder = PAGES) {
  const names = readdirSync(folder)
    .filter((file) => file.endsWith('.html') && !file.startsWith('_'))
    .map((file) => path.basename(file, '.html'));
  const isControl = (/** @type {string} */ name) => Number(name.startsWith('control'));
  names.sort((a, b) => isControl(b) - isControl(a) || a.localeCompare(b));
  return names.map((name) => readPage(folder, name));
}
