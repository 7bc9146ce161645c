import { toBase32 } from '../base32.mjs';
import { newEnrolment, otpauthUri, settingsFrom } from '../enrolment.mjs';
import { errorLine, esc } from '../html.mjs';
import { redirect, sendHtml } from '../http.mjs';
import { layout } from '../layout.mjs';
import { qrHtml } from '../qr.mjs';
import { checkCode } from '../second-step.mjs';
import { codeField } from '../variants/parts.mjs';

/**
 * @typedef {import('../router.mjs').SignedVisit} SignedVisit
 * @typedef {import('../enrolment.mjs').Enrolment} Enrolment
 */

const BACK = '<a id="account-link" href="/account">Back to your account</a>';

/** Where two-step verification is turned on and off. @param {SignedVisit} visit */
export function showSecurity({ response, session, url }) {
  const { user } = session;
  const error = session.flash;
  session.flash = '';
  if (user.enrolment) {
    return sendHtml(response, layout({ title: 'Security', body: onBody(error), footer: BACK }));
  }
  // The secret stays the same until it is confirmed: a page loaded again must still fit what was scanned.
  const secret = user.pending?.secret ?? newEnrolment().secret;
  user.pending = { secret, settings: settingsFrom(url.searchParams) };
  const body = offBody(error, user.name, user.pending, url);
  sendHtml(response, layout({ title: 'Security', body, footer: BACK }));
}

/** Turns it on when the code shows that the secret arrived. @param {SignedVisit} visit */
export function confirm({ response, session, site, form, url }) {
  const { user } = session;
  if (user.pending && !user.enrolment) {
    const verdict = checkCode(user, user.pending, form.get('code') ?? '', site.now());
    if (verdict.ok) {
      user.enrolment = user.pending;
      user.pending = null;
    } else {
      session.flash = verdict.error;
    }
  }
  redirect(response, `/security${url.search}`);
}

/** Turns it off and forgets the secret. @param {SignedVisit} visit */
export function turnOff({ response, session }) {
  const { user } = session;
  user.enrolment = null;
  user.pending = null;
  user.lastStep = -1;
  redirect(response, '/security');
}

/** @param {string} error @param {string} userName @param {Enrolment} pending @param {URL} url */
function offBody(error, userName, pending, url) {
  const { algorithm, digits, period } = pending.settings;
  const key = toBase32(pending.secret).replace(/(.{4})(?=.)/g, '$1 ');
  return `<h1>Turn on two-step verification</h1>
<p class="lead">Scan this with your authenticator app.</p>
${errorLine(error)}
${qrHtml(otpauthUri(userName, pending), url.searchParams.get('qr'))}
<h2>Can’t scan?</h2>
<p>Enter this key in the app instead:
<code id="secret" class="key">${key}</code></p>
<p id="settings" class="hint">Time-based, ${algorithm}, ${digits} digits, a new code every ${period} s.</p>
<form id="code-form" method="post" action="/security/confirm${esc(url.search)}">
${codeField({ digits }, 'Code from the app')}
<button id="confirm" type="submit">Turn on</button>
</form>`;
}

/** @param {string} error */
function onBody(error) {
  return `<h1>Security</h1>
<p id="two-step-on" class="done">Two-step verification is on</p>
${errorLine(error)}
<form id="off-form" method="post" action="/security/off">
<button id="turn-off" class="quiet" type="submit">Turn off two-step verification</button>
</form>`;
}
