import { errorLine, esc } from '../html.mjs';

/**
 * @typedef {import('./index.mjs').Context} Context
 * @typedef {import('./index.mjs').Variant} Variant
 */

/**
 * The usual head of the code step, and the line for an error.
 * @param {Context} context
 * @param {string} [lead] a sentence under the heading
 */
export function intro(context, lead = `Enter the ${context.digits}-digit code from your authenticator app.`) {
  return `<h1>Two-step verification</h1>
<p class="lead">${esc(lead)}</p>
${errorLine(context.error)}`;
}

/**
 * The usual field with its label.
 * @param {{ digits: number }} context
 * @param {string} [label]
 */
export function codeField({ digits }, label = 'Verification code') {
  return `<label for="code">${esc(label)}</label>
<input id="code" name="code" type="text" inputmode="numeric" autocomplete="one-time-code"
  maxlength="${digits}" required>`;
}

/**
 * A form that posts the code the plain way.
 * @param {string} fields HTML
 * @param {{ target?: '_top', disabled?: boolean, button?: boolean }} [options]
 */
export function verifyForm(fields, { target, disabled = false, button = true } = {}) {
  const submit = `<button id="verify" type="submit"${disabled ? ' disabled' : ''}>Verify</button>`;
  return `<form id="code-form" method="post" action="/verify"${target ? ` target="${target}"` : ''}>
${fields}
${button ? submit : ''}
</form>`;
}

/**
 * Page script: `sendCode(code)` sends a code with fetch() and then goes on, or shows what is wrong.
 */
export const sendCodeScript = `
  async function sendCode(code) {
    const reply = await fetch('/verify', {
      method: 'POST',
      headers: { accept: 'application/json' },
      body: new URLSearchParams({ code }),
    });
    const result = await reply.json();
    if (result.ok) return location.assign(result.next);
    const line = document.getElementById('error');
    line.textContent = result.error;
    line.hidden = false;
  }`;
