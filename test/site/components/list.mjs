import { readdirSync } from 'node:fs';
import path from 'node:path';

/**
 * @typedef {object} Component
 * @property {string} name
 * @property {string} file in `src`
 */

const SOURCES = path.join(import.meta.dirname, 'src');

/** Every component, a file of `src` each. @type {Component[]} */
export const components = readdirSync(SOURCES)
  .sort()
  .map((file) => ({ name: path.parse(file).name, file }));

/** What `npm test` signs in with. These are built with the `dependencies` alone; the others take the `devDependencies`, too. */
export const SAMPLE = ['input-otp', 'react-boxes', 'vue-boxes'];
