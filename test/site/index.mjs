import { realpathSync } from 'node:fs';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { toBase32 } from './base32.mjs';
import { runFromCommandLine } from './command.mjs';
import { newEnrolment, otpauthUri } from './enrolment.mjs';
import { answer, answerAsOther } from './router.mjs';
import { Sessions } from './sessions.mjs';
import { DEMO_PASSWORD, Users } from './users.mjs';

/**
 * @typedef {import('./router.mjs').Site} Site
 * @typedef {import('node:http').Server} Server
 * @typedef {import('./http.mjs').Request} Request
 * @typedef {import('./http.mjs').Response} Response
 */

/**
 * Starts the demo site, and beside it a second listener that browsers take for another site (`localhost`
 * instead of the address). Port 0 is any free one.
 * @param {{ port?: number, host?: string, now?: () => number }} [options]
 * @returns {Promise<import('./index.mjs').DemoSite>}
 */
export async function startSite({ port = 0, host = '127.0.0.1', now = Date.now } = {}) {
  /** @type {Site} */
  const site = {
    users: new Users(),
    sessions: new Sessions(),
    now,
    url: '',
    crossUrl: '',
    crossReceived: [],
  };
  const server = serverFor((request, response) => answer(site, request, response));
  const otherServer = serverFor((request, response) => answerAsOther(site, request, response));
  const ownPort = await listen(server, port, host);
  site.url = `http://${host}:${ownPort}`;
  site.crossUrl = `http://localhost:${await listen(otherServer, 0, host)}`;

  return {
    url: site.url,
    crossUrl: site.crossUrl,
    port: ownPort,
    /** Counts of codes for each user, and what the other site was told. */
    stats: () => ({
      users: site.users.counts(),
      crossReceived: site.crossReceived.map((item) => ({ ...item })),
    }),
    /**
     * Adds a user, by default with two-step verification on already. Without this a test of signing in would
     * have to wait for the step after the one that confirmed the enrolment.
     */
    addUser(name, { password = DEMO_PASSWORD, twoStep = true, ...settings } = {}) {
      const user = site.users.add(name, password);
      if (!twoStep) return { name, password, secret: '', uri: '' };
      const enrolment = newEnrolment(settings);
      user.enrolment = enrolment;
      return { name, password, secret: toBase32(enrolment.secret), uri: otpauthUri(name, enrolment) };
    },
    /** Stops both listeners, also with connections left open by a browser. */
    close: async () => {
      await Promise.all([stop(server), stop(otherServer)]);
    },
  };
}

/** @param {(request: Request, response: Response) => Promise<void>} handle */
function serverFor(handle) {
  return createServer((request, response) => {
    handle(request, response).catch(() => {
      // Nothing of the error is shown or logged: what was posted may be in it.
      if (!response.headersSent) response.writeHead(400, { 'content-type': 'text/plain' });
      response.end('The request could not be answered.');
    });
  });
}

/** @param {Server} server @param {number} port @param {string} host @returns {Promise<number>} */
function listen(server, port, host) {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      const address = server.address();
      resolve(address && typeof address === 'object' ? address.port : port);
    });
  });
}

/** @param {Server} server @returns {Promise<void>} */
function stop(server) {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

const started = process.argv[1];
if (started && realpathSync(started) === fileURLToPath(import.meta.url)) {
  await runFromCommandLine(process.argv.slice(2), startSite);
}
