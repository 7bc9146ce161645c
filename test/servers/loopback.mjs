/** A server of a test: on loopback, on a port of its own, gone when it is closed. */
import { createServer } from 'node:http';

const HOST = '127.0.0.1';
/** Nothing that our client sends is larger. */
const MAX_BODY_BYTES = 1_048_576;

/**
 * @typedef {import('node:http').IncomingMessage} Request
 * @typedef {import('node:http').ServerResponse} Response
 * @typedef {{ origin: string, close(): Promise<void> }} Listening
 */

/**
 * Listens; the handler may be given later, when it needs the address.
 *
 * @param {{ handle(request: Request, response: Response): unknown }} served
 * @param {number} [port] 0 for any free one
 * @returns {Promise<Listening>}
 */
export async function listen(served, port = 0) {
  const server = createServer((request, response) => {
    Promise.resolve(served.handle(request, response)).catch((error) => {
      console.error(error);
      response.destroy();
    });
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, HOST, () => resolve(null));
  });
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  return {
    origin: `http://${HOST}:${address.port}`,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** @param {Request} request @returns {Promise<Buffer>} */
export async function bodyOf(request) {
  const parts = [];
  let length = 0;
  for await (const part of request) {
    length += part.length;
    if (length > MAX_BODY_BYTES) throw new Error('a body that is too large');
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** @param {Response} response @param {number} status @param {unknown} value @param {Record<string, string>} [headers] */
export function sendJson(response, status, value, headers = {}) {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(status === 204 ? undefined : JSON.stringify(value));
}

/** What lets any page or extension read the answers. @param {Response} response */
export function allowAll(response) {
  response.setHeader('access-control-allow-origin', '*');
  response.setHeader('access-control-allow-methods', 'GET, PUT, POST, DELETE, MKCOL, OPTIONS');
  response.setHeader('access-control-allow-headers', 'authorization, content-type, if-match, if-none-match');
  response.setHeader('access-control-expose-headers', 'etag, retry-after');
}

/**
 * Lets a driver turn a running server's switches: `POST /-/switches` with some of them as JSON, and `GET`, as they are.
 *
 * @param {Request} request @param {Response} response @param {object} switches
 */
export async function serveSwitches(request, response, switches) {
  if (request.method === 'POST')
    Object.assign(switches, JSON.parse((await bodyOf(request)).toString('utf8')));
  sendJson(response, 200, switches);
}
