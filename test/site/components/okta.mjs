import { sendJson } from '../http.mjs';

/** What Okta's server says to its widget: an answer in the ION format of its identity engine, with what to do next. */

const STATE = {
  name: 'stateHandle',
  required: true,
  value: 'waits-for-code',
  visible: false,
  mutable: false,
};
const TYPE = 'application/ion+json; okta-version=1.0.0';
const AUTHENTICATOR = {
  displayName: 'Google Authenticator',
  key: 'google_otp',
  type: 'app',
  id: 'demo-authenticator',
  methods: [{ type: 'otp' }],
};

/** @param {string} origin @param {string} error */
function challenge(origin, error) {
  const passcode = {
    name: 'passcode',
    label: 'Enter code',
    required: true,
    visible: true,
    ...(error && { messages: messages(error) }),
  };
  return {
    version: '1.0.0',
    stateHandle: STATE.value,
    expiresAt: '2999-01-01T00:00:00.000Z',
    intent: 'LOGIN',
    remediation: {
      type: 'array',
      value: [
        {
          rel: ['create-form'],
          name: 'challenge-authenticator',
          relatesTo: ['$.currentAuthenticator'],
          href: `${origin}/idp/idx/challenge/answer`,
          method: 'POST',
          produces: TYPE,
          accepts: 'application/json; okta-version=1.0.0',
          value: [
            { name: 'credentials', type: 'object', required: true, form: { value: [passcode] } },
            STATE,
          ],
        },
      ],
    },
    currentAuthenticator: { type: 'object', value: AUTHENTICATOR },
    authenticators: { type: 'array', value: [AUTHENTICATOR] },
    authenticatorEnrollments: { type: 'array', value: [AUTHENTICATOR] },
    user: { type: 'object', value: { id: 'demo', identifier: 'demo@example.com' } },
    app: { type: 'object', value: { name: 'demo', label: 'Demo', id: 'demo' } },
  };
}

/** @param {string} text */
const messages = (text) => ({ type: 'array', value: [{ message: text, class: 'ERROR' }] });

/** @param {import('../http.mjs').Response} response @param {string} origin */
export function sendChallenge(response, origin, error = '') {
  sendJson(response, challenge(origin, error), error ? 400 : 200);
}

/** @param {import('../http.mjs').Response} response @param {string} href where the widget leads the browser */
export function sendSuccess(response, href) {
  sendJson(response, {
    version: '1.0.0',
    stateHandle: STATE.value,
    intent: 'LOGIN',
    success: { name: 'success-redirect', href },
  });
}

/** The code in what the widget posted. @param {import('../http.mjs').Request} request */
export async function postedPasscode(request) {
  const { credentials } = JSON.parse(Buffer.concat(await request.toArray()).toString('utf8'));
  return String(credentials?.passcode ?? '');
}
