import { esc } from '../html.mjs';
import { sendHtml } from '../http.mjs';
import { layout } from '../layout.mjs';
import { variantOf } from '../variants/index.mjs';

/**
 * @typedef {import('../router.mjs').SignedVisit} SignedVisit
 * @typedef {import('../sessions.mjs').Session} Session
 */

/** Where signing in leads: who is in, and how the code came. @param {SignedVisit} visit */
export function showAccount({ response, session }) {
  const { user } = session;
  const state = user.enrolment ? 'on' : 'off';
  sendHtml(
    response,
    layout({
      title: 'Account',
      body: `<h1>Your account</h1>
<p id="signed-in" class="done">Signed in as ${esc(user.name)}</p>
${howLine(session)}
<p>Two-step verification is <b id="two-step">${state}</b>.</p>
<p class="actions"><a id="security-link" href="/security">Security</a>
<a id="sign-out" href="/logout">Sign out</a></p>`,
    }),
  );
}

/** @param {Session} session */
function howLine({ how, user }) {
  if (!how) {
    const why = user.enrolment ? 'in this session' : 'to sign in';
    return `<p id="how" class="hint" data-variant="" data-sent="">No code was asked for ${why}.</p>`;
  }
  const clock = how.drift === 0 ? 'in step with' : how.drift < 0 ? 'one step behind' : 'one step ahead of';
  const title = esc(variantOf(how.variant).title);
  const sender = how.sent === 'form' ? 'the form' : 'a script';
  return `<p id="how" class="hint" data-variant="${how.variant}" data-sent="${how.sent}"
  data-drift="${how.drift}">The code came by the design “${title}”, sent by ${sender},
${clock} the site’s clock.</p>`;
}
