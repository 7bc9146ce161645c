/**
 * @typedef {import('node:http').IncomingMessage} Request
 * @typedef {import('node:http').ServerResponse} Response
 */

const MOST_BYTES = 64 * 1024;

/**
 * The fields of a posted form; pages that use fetch() post the same encoding.
 * @param {Request} request
 * @returns {Promise<URLSearchParams>}
 */
export async function readForm(request) {
  const chunks = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) throw new Error('The form is too large.');
    chunks.push(chunk);
  }
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
}

/**
 * Whether the page's script asks (and wants data) rather than the browser (which wants a page).
 * @param {Request} request
 */
export function wantsJson(request) {
  return (request.headers.accept ?? '').includes('application/json');
}

/** @param {Response} response @param {string} html @param {number} [status] */
export function sendHtml(response, html, status = 200) {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
  response.end(html);
}

/** @param {Response} response @param {unknown} data @param {number} [status] */
export function sendJson(response, data, status = 200) {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(data));
}

/**
 * Sends the browser on. 303, so that a posted form becomes a page which can be reloaded.
 * @param {Response} response
 * @param {string} location
 */
export function redirect(response, location) {
  response.writeHead(303, { location, 'cache-control': 'no-store' });
  response.end();
}
