import { errorLine, esc } from '../html.mjs';
import { redirect, sendHtml } from '../http.mjs';
import { layout } from '../layout.mjs';
import { DEMO_PASSWORD } from '../users.mjs';

/** @typedef {import('../router.mjs').Visit} Visit */

/** The page for new people. @param {Visit} visit */
export function showRegister({ response }) {
  sendHtml(response, page('', ''));
}

/**
 * Makes a user of the name and password given, and signs them in. Without a password it is the demo's.
 * @param {Visit} visit
 */
export function register({ response, site, form }) {
  const name = form.get('user') ?? '';
  try {
    const user = site.users.add(name, form.get('password') ?? DEMO_PASSWORD);
    response.setHeader('set-cookie', site.sessions.start(user, 'in', 'one'));
    redirect(response, '/account');
  } catch (error) {
    sendHtml(response, page(/** @type {Error} */ (error).message, name), 422);
  }
}

/** @param {string} error @param {string} name */
function page(error, name) {
  return layout({
    title: 'Register',
    body: `<h1>Register</h1>
<p class="hint">Everything here is forgotten when the site stops.</p>
${errorLine(error)}
<form id="register-form" method="post" action="/register">
<label for="user">Name</label>
<input id="user" name="user" type="text" autocomplete="username" value="${esc(name)}" required>
<label for="password">Password</label>
<input id="password" name="password" type="password" autocomplete="new-password" required>
<button id="register" type="submit">Register</button>
</form>`,
    footer: '<a id="login-link" href="/login">Sign in instead</a>',
  });
}
