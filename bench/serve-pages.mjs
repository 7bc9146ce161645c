/** The pages to be loaded, on this computer only. */
import { createServer } from 'node:http';

const PARAGRAPHS = 200;
const FIELDS = 2000;
const NODES = 10_000;
const BURSTS = 50;
const FRAMES = 50;

/** @param {string} title @param {string} body */
const page = (title, body) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body>${body}</body></html>`;

/** @param {number} length @param {(nth: number) => string} make */
const many = (length, make) => Array.from({ length }, (_, nth) => make(nth + 1)).join('\n');

const CODE_FORM =
  '<form><label>Code <input id="code" autocomplete="one-time-code" inputmode="numeric"></label></form>';

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
  '/code': page('A code field', CODE_FORM),
  // A code field is there, so that the whole script watches what comes; `burst` begins when it is called.
  '/bursts': page(
    'Many changes',
    `${CODE_FORM}<main></main>
<script>
  let left = ${BURSTS};
  window.burst = () => {
    const part = document.createElement('section');
    for (let nth = 0; nth < ${NODES / BURSTS}; nth++) {
      const row = document.createElement('p');
      row.textContent = 'Row ' + nth;
      part.append(row);
    }
    document.querySelector('main').append(part);
    if (--left > 0) setTimeout(window.burst, 20);
  };
</script>`,
  ),
  '/frames': page(
    'Many frames',
    many(FRAMES, () => '<iframe src="/frame" width="80" height="40"></iframe>'),
  ),
  '/frame': page('A frame', '<p>Text with nothing to fill in.</p>'),
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
