/** The pages to be loaded, on this computer only: one with text and no field, one with 2,000 fields. */
import { createServer } from 'node:http';

const PARAGRAPHS = 200;
const FIELDS = 2000;

/** @param {string} title @param {string} body */
const page = (title, body) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body>${body}</body></html>`;

/** @param {number} length @param {(nth: number) => string} make */
const many = (length, make) => Array.from({ length }, (_, nth) => make(nth + 1)).join('\n');

/** @type {Record<string, string>} */
const PAGES = {
  '/empty': page(
    'No field',
    many(PARAGRAPHS, (nth) => `<p>Paragraph ${nth}: <a href="#${nth}">text</a> with nothing to fill in.</p>`),
  ),
  '/2000': page(
    'Many fields',
    `<form>${many(FIELDS, (nth) => `<label>Field ${nth} <input type="text" name="field${nth}"></label>`)}</form>`,
  ),
};

/** @returns {Promise<{ url: string, close(): Promise<void> }>} */
export function servePages() {
  const server = createServer((request, response) => {
    const html = PAGES[request.url ?? ''];
    response.writeHead(html ? 200 : 404, { 'content-type': 'text/html', 'cache-control': 'no-store' });
    response.end(html ?? '');
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
      resolve({
        url: `http://127.0.0.1:${port}`,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            server.closeAllConnections();
          }),
      });
    });
  });
}
