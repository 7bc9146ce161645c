import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

/** Each import here must be refused by lint, with a sentence that says what to do instead. */
const FORBIDDEN: [folder: string, importing: string, sentence: RegExp][] = [
  ['core', '../messages/send.ts', /core is pure/],
  ['core', '../vault/cipher.ts', /core is pure/],
  ['core', 'webextension-polyfill', /core is pure/],
  ['vault', '../background/unlock.ts', /vault turns keys/],
  ['vault', '../platform/vault-db.ts', /vault turns keys/],
  ['vault', '../account/folder.ts', /vault turns keys/],
  ['account', '../vault/cipher.ts', /account speaks to a provider/],
  ['account', '../platform/browser.ts', /account speaks to a provider/],
  ['account', 'webextension-polyfill', /account speaks to a provider/],
  ['platform', '../account/folder.ts', /platform wraps the browser/],
  ['messages', '../account/folder.ts', /messages is the wire/],
  ['platform', '../background/unlock.ts', /platform wraps the browser/],
  ['platform', '../messages/send.ts', /platform wraps the browser/],
  ['messages', '../background/unlock.ts', /messages is the wire/],
  ['background', '../popup/app.tsx', /background has no screen/],
  ['background', '../content/fill.ts', /background has no screen/],
  ['background', 'idb', /background has no screen/],
  ['background', 'jose', /background has no screen/],
  ['popup', '../background/vault-session.ts', /Pages hold no key/],
  ['popup', '../vault/cipher.ts', /Pages hold no key/],
  ['ui', '../core/code.ts', /Pages hold no key/],
  ['ui', '../account/linked-account.ts', /Pages hold no key/],
  ['setup', '../platform/vault-db.ts', /Pages hold no key/],
  ['content', '../background/fill.ts', /lives in a hostile page/],
  ['content', '../core/code.ts', /lives in a hostile page/],
  ['content', '../account/linked-account.ts', /lives in a hostile page/],
  ['content', 'tldts', /lives in a hostile page/],
];
/** A copy of the house with nothing in it but its rules and one file to try them on. */
const house = mkdtempSync(path.join(tmpdir(), 'tweestap-house-'));
afterAll(() => rmSync(house, { recursive: true, force: true }));

function put(file: string, content: string): void {
  mkdirSync(path.dirname(path.join(house, file)), { recursive: true });
  writeFileSync(path.join(house, file), content);
}

/** What a tool of ours prints when it is run there. */
function run(tool: string, ...args: string[]): string {
  const program = path.resolve('node_modules', tool);
  const { stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd: house,
    encoding: 'utf8',
  });
  return (stdout + stderr).replace(/[\s│]+/g, ' ');
}

describe('lint', () => {
  const { vcs, ...rules } = JSON.parse(readFileSync('biome.json', 'utf8')) as { vcs: unknown };
  put('biome.json', JSON.stringify(rules));

  it.each(FORBIDDEN)('refuses in %s the import of %s', (folder, importing, sentence) => {
    const file = `src/${folder}/probe.ts`;
    put(file, `import * as probe from '${importing}';\nexport const use = probe;\n`);
    expect(run('@biomejs/biome/bin/biome', 'lint', file)).toMatch(sentence);
  });

  it('lets core import core', () => {
    put('src/core/probe.ts', `import { ok } from './result.ts';\nexport const use = ok;\n`);
    expect(run('@biomejs/biome/bin/biome', 'lint', 'src/core/probe.ts')).not.toMatch(/noRestrictedImports/);
  });
});

describe('the compiler', () => {
  put('tsconfig.json', readFileSync('tsconfig.json', 'utf8'));

  it.each(['core', 'vault', 'account', 'messages', 'platform', 'background'])(
    'does not know `document` in %s',
    (folder) => {
      put(`src/${folder}/tsconfig.json`, readFileSync(`src/${folder}/tsconfig.json`, 'utf8'));
      put(`src/${folder}/probe.ts`, 'export const title = document.title;\n');
      expect(run('typescript/bin/tsc', '-p', `src/${folder}`)).toMatch(
        /probe\.ts.*Cannot find name 'document'/,
      );
    },
  );
});
