import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();
}

const manifestOf = (folder: string) =>
  JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8')) as Record<string, unknown>;

describe.each(['chrome', 'firefox'])('the build for %s', (browser) => {
  const build = path.join('dist', browser);
  const packaged = path.join('dist', 'packages', browser);

  it('opens no file to pages, but in Chrome the offer’s frame, under an address that changes', () => {
    const opened = manifestOf(build).web_accessible_resources;
    if (browser === 'firefox') return expect(opened).toBeUndefined();
    expect(opened).toEqual([
      {
        resources: ['src/offer/index.html'],
        matches: ['https://*/*', 'http://localhost/*', 'http://127.0.0.1/*'],
        use_dynamic_url: true,
      },
    ]);
  });

  it('declares no content script: the two are registered and loaded, of one file each', () => {
    expect(manifestOf(build)).not.toHaveProperty('content_scripts');
    for (const script of ['first', 'main']) {
      const file = path.join(build, `src/content/${script}.iife.js`);
      expect(readFileSync(file, 'utf8')).not.toMatch(/\bimport\s*[({'"]/);
    }
  });

  it('gives every frame no more than twelve kilobytes before there is something to fill', () => {
    expect(statSync(path.join(build, 'src/content/first.iife.js')).size).toBeLessThanOrEqual(12 * 1024);
  });

  it('is what goes to the store, but for the key of Chrome’s manifest', () => {
    const files = filesIn(build);
    expect(filesIn(packaged)).toEqual(files);
    for (const file of files.filter((name) => name !== 'manifest.json')) {
      expect(readFileSync(path.join(packaged, file)).equals(readFileSync(path.join(build, file))), file).toBe(
        true,
      );
    }
    const { key, ...manifest } = manifestOf(build);
    expect(manifestOf(packaged)).toEqual(manifest);
    expect(key === undefined).toBe(browser === 'firefox');
  });

  it('fetches no code and evaluates none', () => {
    const scripts = filesIn(build).filter((file) => file.endsWith('.js'));
    for (const file of scripts) {
      const code = readFileSync(path.join(build, file), 'utf8');
      expect(code, file).not.toMatch(/\beval\(|new Function\(|importScripts\(/);
    }
  });
});
