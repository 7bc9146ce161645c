import { esc } from '../html.mjs';
import { redirect, sendHtml, sendJson, wantsJson } from '../http.mjs';
import { frameLayout, layout } from '../layout.mjs';
import { checkCode } from '../second-step.mjs';
import { variantOf, variants } from '../variants/index.mjs';
import { sameIframeContent } from '../variants/same-iframe.mjs';

/**
 * @typedef {import('../router.mjs').SessionVisit} SessionVisit
 * @typedef {import('../router.mjs').Site} Site
 * @typedef {import('../users.mjs').User} User
 */

/**
 * What the designs of the code step are told.
 * @param {Site} site
 * @param {User} user
 * @param {string} error
 * @returns {import('../variants/parts.mjs').Context}
 */
export function contextOf({ url, crossUrl }, user, error) {
  return { user: user.name, error, digits: user.enrolment?.settings.digits ?? 6, url, crossUrl };
}

/** The code step, in the design of the address or else of the session. @param {SessionVisit} visit */
export function showChallenge({ response, session, site, url }) {
  if (!session.user.enrolment) return redirect(response, '/security');
  const variant = variantOf(url.searchParams.get('variant') ?? session.variant);
  session.variant = variant.id;
  const body = variant.html(contextOf(site, session.user, session.flash));
  session.flash = '';
  // Neutral title and footer: what tells the field is up to the design alone.
  sendHtml(
    response,
    layout({
      title: 'Sign in',
      body,
      footer:
        '<a id="designs-link" href="/designs">Other designs</a> <a id="sign-out" href="/logout">Sign out</a>',
    }),
  );
}

/** The frame inside the design `same-iframe`. @param {SessionVisit} visit */
export function showFrame({ response, session, site }) {
  const body = sameIframeContent(contextOf(site, session.user, ''));
  sendHtml(response, frameLayout({ title: 'Sign in', body }));
}

/** Takes the code, from a form or from a script. @param {SessionVisit} visit */
export function verify({ request, response, session, site, form }) {
  const { user, variant } = session;
  if (!user.enrolment) return redirect(response, '/security');
  const verdict = checkCode(user, user.enrolment, form.get('code') ?? '', site.now());
  const json = wantsJson(request);
  if (verdict.ok) {
    session.stage = 'in';
    session.how = { variant, sent: json ? 'fetch' : 'form', drift: verdict.drift };
    return json ? sendJson(response, { ok: true, next: '/account' }) : redirect(response, '/account');
  }
  if (json) return sendJson(response, verdict, 422);
  session.flash = verdict.error;
  redirect(response, `/challenge?variant=${variant}`);
}

/** Every design of the code step, to choose another. @param {SessionVisit} visit */
export function showDesigns({ response }) {
  const items = variants.map(
    ({ id, title }) => `<li><a data-variant="${id}" href="/challenge?variant=${id}">${esc(title)}</a></li>`,
  );
  const body = `<h1>Designs</h1><p class="lead">Ways a site may ask.</p><ul>${items.join('')}</ul>`;
  sendHtml(response, layout({ title: 'Designs', body }));
}

/** Takes what the checkout of `not-codes` sends, and keeps nothing of it. @param {SessionVisit} visit */
export function order({ response }) {
  const body = '<h1>Checkout</h1><p id="ordered" class="done">Your order is in.</p>';
  const footer = '<a id="designs-link" href="/designs">Other designs</a>';
  sendHtml(response, layout({ title: 'Checkout', body, footer }));
}
