/** Sizes of what is built, against their budgets. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from '../scripts/setup.mjs';
import { result } from './results.mjs';

/** The whole content script, which every frame of every page loads. */
const CONTENT_BUDGET = 12_000;
/** All JavaScript that the popup must have before it can paint, compressed. */
const POPUP_BUDGET = 61_440;

const STATIC_IMPORT = /\b(?:import|from)\s*["'`](\.[^"'`]+\.js)["'`]/g;
const ENTRY = /<script[^>]*\bsrc="([^"]+)"/g;

/** @param {Buffer} bytes */
const compressed = (bytes) => gzipSync(bytes, { level: 9 }).length;

/** A script and all that it imports statically. @param {string} file @param {Set<string>} [found] */
function withImports(file, found = new Set()) {
  if (found.has(file)) return found;
  found.add(file);
  for (const [, imported] of readFileSync(file, 'utf8').matchAll(STATIC_IMPORT))
    withImports(path.resolve(path.dirname(file), imported), found);
  return found;
}

/** @param {string} folder of the built extension */
function popupScripts(folder) {
  const { action } = JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8'));
  const html = readFileSync(path.join(folder, action.default_popup), 'utf8');
  const entries = [...html.matchAll(ENTRY)].map(([, source]) => path.join(folder, source));
  return [...entries.reduce((found, entry) => withImports(entry, found), new Set())];
}

/**
 * @param {import('./options.mjs').BrowserName} browser
 * @param {(result: import('./results.mjs').Result) => void} add
 */
export function measureBytes(browser, add) {
  const folder = path.join(root, 'dist', browser);
  const bytes = (name, value, baseline) => add(result({ name, browser, unit: 'bytes', value, baseline }));
  const content = readFileSync(path.join(folder, 'src', 'content', 'first.iife.js'));
  bytes('bytes-content-raw', content.length, CONTENT_BUDGET);
  bytes('bytes-content-gzip', compressed(content), CONTENT_BUDGET);
  const popup = popupScripts(folder).map((file) => compressed(readFileSync(file)));
  bytes(
    'bytes-popup-gzip',
    popup.reduce((sum, each) => sum + each, 0),
    POPUP_BUDGET,
  );
}
