/** The site of components: each a page at /components/NAME that signs in only with a right code. */
import { createServer } from 'node:http';
import { newEnrolment, otpauthUri } from '../enrolment.mjs';
import { readForm, redirect, sendHtml, sendJson, wantsJson } from '../http.mjs';
import { checkCode } from '../second-step.mjs';
import { Sessions } from '../sessions.mjs';
import { DEMO_PASSWORD, Users } from '../users.mjs';
import { sendAsset } from './assets.mjs';
import { components } from './list.mjs';
import { postedPasscode, sendChallenge, sendSuccess } from './okta.mjs';
import { componentPage, refusedPage, welcomePage } from './page.mjs';

/**
 * @typedef {import('../http.mjs').Request} Request
 * @typedef {import('../http.mjs').Response} Response
 */

export const PERIOD_SECONDS = 5;
const PAGE = /^\/components\/([\w-]+)(?:\/(verify|welcome))?$/;
const welcomeOf = (/** @type {string} */ name) => `/components/${name}/welcome`;

/** @param {{ now?: () => number }} [options] @returns {Promise<import('./index.mjs').ComponentSite>} */
export async function startComponentSite({ now = Date.now } = {}) {
  const users = new Users();
  const sessions = new Sessions();
  // No site is filled with one code twice: short, so that the next component need not wait for long.
  const enrolment = newEnrolment({ period: PERIOD_SECONDS });
  // A user for each: a code is good once, and no component has to wait until another's code is over.
  const byName = new Map(
    components.map(({ name }) => [name, Object.assign(users.add(name, DEMO_PASSWORD), { enrolment })]),
  );

  /** @param {Request} request @param {Response} response */
  async function answer(request, response) {
    const url = new URL(request.url ?? '/', origin);
    const session = sessions.of(request.headers.cookie);
    const submit = (/** @type {string} */ code) => {
      if (!session) throw new Error('No session.');
      const verdict = checkCode(session.user, enrolment, code, now());
      if (verdict.ok) session.stage = 'in';
      return verdict;
    };
    if (url.pathname.startsWith('/assets/')) return sendAsset(response, url.pathname);
    if (url.pathname === '/idp/idx/introspect') return sendChallenge(response, origin);
    if (url.pathname === '/idp/idx/challenge/answer') {
      const verdict = submit(await postedPasscode(request));
      if (!verdict.ok) return sendChallenge(response, origin, verdict.error);
      return sendSuccess(response, `${origin}${welcomeOf(session?.user.name ?? '')}`);
    }
    const [, name = '', step] = PAGE.exec(url.pathname) ?? [];
    const user = byName.get(name);
    if (!user) return void response.writeHead(404).end();
    if (!step) {
      response.setHeader('set-cookie', sessions.start(user, 'password', name));
      return sendHtml(response, componentPage(name));
    }
    if (session?.user !== user) return redirect(response, `/components/${name}`);
    if (step === 'welcome') {
      return session.stage === 'in'
        ? sendHtml(response, welcomePage(name))
        : redirect(response, `/components/${name}`);
    }
    const verdict = submit((await readForm(request)).get('code') ?? '');
    if (verdict.ok) {
      if (wantsJson(request)) return sendJson(response, { ok: true, next: welcomeOf(name) });
      return redirect(response, welcomeOf(name));
    }
    if (wantsJson(request)) return sendJson(response, verdict, 422);
    sendHtml(response, refusedPage(verdict.error), 422);
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error) => {
      console.error(`${request.method} ${request.url}: ${error.message}`);
      if (!response.headersSent) response.writeHead(400);
      response.end();
    });
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(null)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  const origin = `http://127.0.0.1:${port}`;

  return {
    url: origin,
    uri: otpauthUri('demo', enrolment),
    counts: (name) => users.counts()[name] ?? { accepted: 0, refused: 0, replays: 0, limited: 0 },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
