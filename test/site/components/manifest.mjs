import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** @typedef {{ file: string, name: string, isEntry?: boolean, css?: string[], imports?: string[] }} Built */

export const MANIFEST = path.join(import.meta.dirname, 'dist', 'manifest.json');

/** What the build made, by source. @returns {Record<string, Built>} */
const manifest = () => (existsSync(MANIFEST) ? JSON.parse(readFileSync(MANIFEST, 'utf8')) : {});

/** The names of the components that are built. */
export const builtNames = () =>
  Object.values(manifest()).flatMap(({ isEntry, name }) => (isEntry ? [name] : []));

/** The script of a component and the style sheets of everything that it imports. @param {string} name */
export function builtFiles(name) {
  const all = manifest();
  const entry = Object.keys(all).find((key) => all[key]?.isEntry && all[key].name === name);
  const script = entry && all[entry]?.file;
  if (!script) throw new Error(`The component ${name} is not built.`);
  const styles = new Set();
  const seen = new Set();
  const collect = (/** @type {string} */ key) => {
    if (seen.has(key)) return;
    seen.add(key);
    for (const each of all[key]?.imports ?? []) collect(each);
    for (const file of all[key]?.css ?? []) styles.add(file);
  };
  collect(entry);
  return { script, styles: [...styles] };
}
