import { readForm, redirect, sendHtml } from './http.mjs';
import { layout } from './layout.mjs';
import { showAccount } from './pages/account.mjs';
import { order, showChallenge, showDesigns, showFrame, verify } from './pages/challenge.mjs';
import { collect, showForeignFrame } from './pages/frame.mjs';
import { login, logout, showLogin } from './pages/login.mjs';
import { register, showRegister } from './pages/register.mjs';
import { confirm, showSecurity, turnOff } from './pages/security.mjs';

/**
 * @typedef {import('./http.mjs').Request} Request
 * @typedef {import('./http.mjs').Response} Response
 * @typedef {import('./sessions.mjs').Session} Session
 *
 * @typedef {object} Site
 * @property {import('./users.mjs').Users} users
 * @property {import('./sessions.mjs').Sessions} sessions
 * @property {() => number} now
 * @property {string} url
 * @property {string} crossUrl
 * @property {import('./index.mjs').Received[]} crossReceived what the other site was told
 *
 * @typedef {object} Visit one request
 * @property {Request} request
 * @property {Response} response
 * @property {URL} url
 * @property {URLSearchParams} form
 * @property {Site} site
 *
 * @typedef {Visit & { session: Session }} SessionVisit the password was given
 * @typedef {SessionVisit} SignedVisit and the code, too
 */

const home = (/** @type {Visit} */ { response }) => redirect(response, '/account');

/** @type {Record<string, (visit: Visit) => void>} */
const forAnyone = {
  'GET /': home,
  'GET /login': showLogin,
  'POST /login': login,
  'GET /logout': logout,
  'GET /register': showRegister,
  'POST /register': register,
  'GET /frame': showForeignFrame,
};

/** @type {Record<string, (visit: SessionVisit) => void>} */
const afterPassword = {
  'GET /challenge': showChallenge,
  'GET /challenge/frame': showFrame,
  'POST /verify': verify,
  'GET /designs': showDesigns,
  'POST /order': order,
};

/** @type {Record<string, (visit: SignedVisit) => void>} */
const signedIn = {
  'GET /account': showAccount,
  'GET /security': showSecurity,
  'POST /security/confirm': confirm,
  'POST /security/off': turnOff,
};

/** @type {Record<string, (visit: Visit) => void>} */
const ofOtherSite = { 'GET /frame': showForeignFrame, 'POST /collect': collect };

/**
 * Answers a request to the site.
 * @param {Site} site
 * @param {Request} request
 * @param {Response} response
 */
export async function answer(site, request, response) {
  const visit = await visitOf(site, request, response);
  const route = `${request.method} ${visit.url.pathname}`;
  if (forAnyone[route]) return forAnyone[route](visit);
  const inner = afterPassword[route];
  const innermost = signedIn[route];
  if (!inner && !innermost) return notFound(response);
  const session = site.sessions.of(request.headers.cookie);
  if (!session) return redirect(response, '/login');
  if (inner) return inner({ ...visit, session });
  if (session.stage !== 'in') return redirect(response, '/challenge');
  innermost?.({ ...visit, session });
}

/**
 * Answers a request to the other site, the one that must not get codes.
 * @param {Site} site
 * @param {Request} request
 * @param {Response} response
 */
export async function answerAsOther(site, request, response) {
  const visit = await visitOf(site, request, response);
  const handle = ofOtherSite[`${request.method} ${visit.url.pathname}`];
  return handle ? handle(visit) : notFound(response);
}

/** @param {Site} site @param {Request} request @param {Response} response @returns {Promise<Visit>} */
async function visitOf(site, request, response) {
  const form = request.method === 'POST' ? await readForm(request) : new URLSearchParams();
  return { request, response, url: new URL(request.url ?? '/', site.url), form, site };
}

/** @param {Response} response */
function notFound(response) {
  const body = '<h1>Not here</h1><p>There is no such page. <a href="/login">Sign in</a></p>';
  sendHtml(response, layout({ title: 'Not here', body }), 404);
}
