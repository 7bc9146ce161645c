/** The rules that there are, to tell which of them decide nothing. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';

const content = path.resolve(import.meta.dirname, '../../src/content');
/** What was read: `label:otp` is the rule `otp`, read in the label. */
const SOURCE = /^(?:not|label|name|before|style|maybe|boxes):/;

/** @returns {Promise<Set<string>>} ids; each has its reason beside it in the source */
async function knownRules() {
  const folder = mkdtempSync(path.join(tmpdir(), 'tweestap-rules-'));
  const from = (name) => `'${path.join(content, `rules-${name}.ts`)}'`;
  const entry = `
    import { CODE, MAYBE } from ${from('code')};
    import { NOT } from ${from('not')};
    import { SHAPE } from ${from('shape')};
    export const ids = [...[...CODE, ...MAYBE, ...NOT].map(({ id }) => id), ...Object.keys(SHAPE)];`;
  const plugin = {
    name: 'rules',
    resolveId: (id) => (id === 'rules' ? '\0rules' : null),
    load: (id) => (id === '\0rules' ? entry : null),
  };
  try {
    const bundle = await rolldown({ input: 'rules', plugins: [plugin], logLevel: 'silent' });
    await bundle.write({ file: path.join(folder, 'rules.mjs'), format: 'esm' });
    await bundle.close();
    const { ids } = await import(pathToFileURL(path.join(folder, 'rules.mjs')).href);
    return new Set(ids);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {Iterable<string>} decided rules as verdicts name them */
export async function compareRules(decided) {
  const known = await knownRules();
  const ids = new Set([...decided].map((rule) => rule.replace(SOURCE, '')));
  // The boxes of a row agree with a "maybe" that any text nearby says.
  ids.delete('maybe');
  return {
    unknown: [...ids].filter((id) => !known.has(id)),
    idle: [...known].filter((id) => !ids.has(id)),
  };
}
