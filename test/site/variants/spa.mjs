import { errorLine, esc } from '../html.mjs';
import { codeField, intro, sendCodeScript, verifyForm } from './parts.mjs';

/**
 * Page script: when the design in the password form is `spa`, `#login-form` is sent with fetch() and the
 * content of the card is replaced by the code step, at the same address.
 */
export const spaScript = `${sendCodeScript}
  document.getElementById('login-form').addEventListener('submit', async (event) => {
    const form = event.currentTarget;
    if (form.elements.namedItem('variant').value !== 'spa') return;
    event.preventDefault();
    const reply = await fetch('/login', {
      method: 'POST',
      headers: { accept: 'application/json' },
      body: new URLSearchParams(new FormData(form)),
    });
    const result = await reply.json();
    if (result.html) {
      document.querySelector('main').innerHTML = result.html;
      const codeForm = document.getElementById('code-form');
      codeForm.addEventListener('submit', (event) => {
        event.preventDefault();
        sendCode(codeForm.elements.namedItem('code').value);
      });
      document.getElementById('code').focus();
      return;
    }
    if (result.ok) return location.assign(result.next);
    const line = document.getElementById('error');
    line.textContent = result.error;
    line.hidden = false;
  });`;

/**
 * The code step as it is put in the place of the password form.
 * @param {import('./parts.mjs').Context} context
 */
export function spaCodeStep(context) {
  return intro(context) + verifyForm(codeField(context));
}

/** A single-page sign-in: the code step comes without a new page. @type {import('./parts.mjs').Variant} */
export const spa = {
  id: 'spa',
  title: 'Single-page sign-in',
  html: ({ user, error }) => `<h1>Confirm it is you</h1>
<p class="lead">Give your password once more to go on.</p>
${errorLine(error)}
<form id="login-form" method="post" action="/login">
<input type="hidden" name="variant" value="spa">
<label for="user">Name</label>
<input id="user" name="user" type="text" autocomplete="username" value="${esc(user)}" required>
<label for="password">Password</label>
<input id="password" name="password" type="password" autocomplete="current-password" required>
<button id="sign-in" type="submit">Continue</button>
</form>
<script>${spaScript}</script>`,
};
