import { readdirSync, readFileSync } from 'node:fs';
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

  it('opens no file to pages', () => {
    expect(manifestOf(build)).not.toHaveProperty('web_accessible_resources');
  });

  it('has one content script of one file, that runs before the page’s own scripts', () => {
    expect(manifestOf(build)).toMatchObject({
      content_scripts: [{ js: ['src/content/index.iife.js'], run_at: 'document_start', all_frames: true }],
    });
    expect(readFileSync(path.join(build, 'src/content/index.iife.js'), 'utf8')).not.toMatch(
      /\bimport\s*[({'"]/,
    );
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
