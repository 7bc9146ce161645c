/** Serves the pages, and takes down every digit that one of them got. */
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { PAGES } from './pages.mjs';

/**
 * @typedef {object} Taken
 * @property {boolean} fresh there was none before it: a new fill
 * @property {string} text the digits of all fields
 * @property {boolean} trap a field that the page hides holds some
 * @property {boolean} posted sent by a form
 *
 * @typedef {Awaited<ReturnType<typeof startAttackSite>>} AttackSite
 */

const HERE = new URL('./', import.meta.url);

/** @param {string} folder of the pages @param {string} path of the address @returns {[type: string, body: Buffer | string]} */
function fileFor(folder, path) {
  if (path === '/kit.js') return ['text/javascript', readFileSync(new URL('kit.js', HERE))];
  const file = `${path.replace(/[^\w-]/g, '')}.html`;
  // Another folder may have no page without a trick; every run fills one.
  const at = existsSync(`${folder}/${file}`) ? folder : PAGES;
  return ['text/html', readFileSync(`${at}/${file}`)];
}

/** @param {import('node:http').IncomingMessage} request */
async function bodyOf(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

/** @param {import('node:http').RequestListener} serve @returns {Promise<import('node:http').Server>} */
function listening(serve) {
  const server = createServer(serve);
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

/** @param {import('node:http').Server} server */
function portOf(server) {
  const address = server.address();
  return address && typeof address === 'object' ? address.port : 0;
}

/** @param {import('node:http').Server} server @returns {Promise<void>} */
function closed(server) {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/** @param {{ folder: string }} options */
export async function startAttackSite({ folder }) {
  /** @type {Taken[]} */
  let taken = [];
  let offered = false;
  /** @param {import('node:http').IncomingMessage} request @param {import('node:http').ServerResponse} response */
  const serve = async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://here');
    try {
      if (request.method === 'POST') {
        const body = await bodyOf(request);
        if (pathname === '/offered') offered = true;
        else if (pathname === '/taken') taken.push({ ...JSON.parse(body), posted: false });
        else if (/\d/.test(body))
          taken.push({ fresh: false, text: body.replace(/\D/g, ''), trap: false, posted: true });
        response.writeHead(204).end();
        return;
      }
      const [type, body] = fileFor(folder, pathname);
      response.writeHead(200, { 'content-type': `${type}; charset=utf-8` }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  };
  // By address and port each is a site of its own.
  const [server, timed] = await Promise.all([listening(serve), listening(serve)]);
  const port = portOf(server);
  return {
    /** The account's site. */
    url: `http://127.0.0.1:${port}`,
    /** Another one for browsers. */
    otherUrl: `http://localhost:${port}`,
    host: `127.0.0.1:${port}`,
    /** Of an account whose codes end. */
    timedUrl: `http://127.0.0.1:${portOf(timed)}`,
    timedHost: `127.0.0.1:${portOf(timed)}`,
    /** What pages got since the last call. */
    takeDown() {
      const since = taken;
      taken = [];
      return since;
    },
    /** Whether an offer came since the last call. */
    takeOffered() {
      const came = offered;
      offered = false;
      return came;
    },
    close: () => Promise.all([server, timed].map(closed)),
  };
}
