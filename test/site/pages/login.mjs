import { errorLine, esc } from '../html.mjs';
import { redirect, sendHtml, sendJson, wantsJson } from '../http.mjs';
import { layout } from '../layout.mjs';
import { DEMO_PASSWORD, DEMO_USER } from '../users.mjs';
import { variantOf, variants } from '../variants/index.mjs';
import { spaCodeStep, spaScript } from '../variants/spa.mjs';
import { contextOf } from './challenge.mjs';

/** @typedef {import('../router.mjs').Visit} Visit */

/** The password page. @param {Visit} visit */
export function showLogin({ response, url }) {
  sendHtml(response, page('', '', variantOf(url.searchParams.get('variant')).id));
}

/**
 * Checks the password and goes on: to the code step, or in when two-step verification is off.
 * @param {Visit} visit
 */
export function login({ request, response, site, form }) {
  const name = form.get('user') ?? '';
  const variant = variantOf(form.get('variant')).id;
  const user = site.users.check(name, form.get('password') ?? '');
  if (!user) {
    const error = 'That name and password do not match.';
    if (wantsJson(request)) return sendJson(response, { ok: false, error }, 403);
    return sendHtml(response, page(error, name, variant), 403);
  }
  const stage = user.enrolment ? 'password' : 'in';
  response.setHeader('set-cookie', site.sessions.start(user, stage, variant));
  const next = stage === 'in' ? '/account' : `/challenge?variant=${variant}`;
  if (!wantsJson(request)) return redirect(response, next);
  if (stage === 'in') return sendJson(response, { ok: true, next });
  sendJson(response, { ok: true, html: spaCodeStep(contextOf(site, user, '')) });
}

/** @param {Visit} visit */
export function logout({ request, response, site }) {
  response.setHeader('set-cookie', site.sessions.end(request.headers.cookie));
  redirect(response, '/login');
}

/** @param {string} error @param {string} name @param {string} chosen */
function page(error, name, chosen) {
  const options = variants.map(
    ({ id, title }) => `<option value="${id}"${id === chosen ? ' selected' : ''}>${esc(title)}</option>`,
  );
  return layout({
    title: 'Sign in',
    body: `<h1>Sign in</h1>
<p id="hint" class="hint">A site to try things on: the name is <b>${DEMO_USER}</b>, the password
<b>${DEMO_PASSWORD}</b>.</p>
${errorLine(error)}
<form id="login-form" method="post" action="/login">
<label for="user">Name</label>
<input id="user" name="user" type="text" autocomplete="username" value="${esc(name)}" required>
<label for="password">Password</label>
<input id="password" name="password" type="password" autocomplete="current-password" required>
<label for="variant">Design of the next step</label>
<select id="variant" name="variant">${options.join('')}</select>
<button id="sign-in" type="submit">Continue</button>
</form>
<script>${spaScript}</script>`,
    footer: '<a id="register-link" href="/register">New here? Register</a>',
  });
}
