import { readFile } from 'node:fs/promises';
import path from 'node:path';

const FOLDER = path.join(import.meta.dirname, 'dist');
const TYPES = /** @type {Record<string, string>} */ ({
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
});

/**
 * Sends a file of the build.
 *
 * @param {import('../http.mjs').Response} response
 * @param {string} pathname
 */
export async function sendAsset(response, pathname) {
  const file = path.join(FOLDER, path.normalize(pathname));
  const content = file.startsWith(FOLDER) ? await readFile(file).catch(() => null) : null;
  if (content === null) return void response.writeHead(404).end();
  response.writeHead(200, { 'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream' });
  response.end(content);
}
