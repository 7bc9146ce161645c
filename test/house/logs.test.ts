import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    return entry.isDirectory() ? sources(file) : /\.tsx?$/.test(entry.name) ? [file] : [];
  });
}

it('nothing is logged but the stack of a failed handler', () => {
  const logging = sources('src').filter((file) => /\bconsole\s*\./.test(readFileSync(file, 'utf8')));
  expect(logging).toEqual([path.join('src', 'messages', 'serve.ts')]);
});

it('only the background reads the key', () => {
  const readers = sources('src').filter((file) => /master[kK]ey/.test(readFileSync(file, 'utf8')));
  expect(readers.every((file) => /^src.(background|vault)./.test(file))).toBe(true);
});

it('storage is closed to content scripts at every start, and never widened', () => {
  const callers = sources('src').filter((file) => readFileSync(file, 'utf8').includes('setAccessLevel'));
  expect(callers).toEqual([path.join('src', 'background', 'vault-session.ts')]);
  expect(readFileSync(callers[0] ?? '', 'utf8')).not.toContain('TRUSTED_AND_UNTRUSTED_CONTEXTS');
  expect(readFileSync('src/background/index.ts', 'utf8')).toMatch(
    /^void closeStorageToContentScripts\(\);$/m,
  );
});

it('no HTML is made from text', () => {
  const makers = sources('src').filter((file) =>
    /innerHTML|outerHTML|insertAdjacentHTML|document\.write|dangerouslySet|\beval\(|new Function/.test(
      readFileSync(file, 'utf8'),
    ),
  );
  expect(makers).toEqual([]);
});
