/** A real OpenID provider (`oidc-provider`): everything that a good one does, and a stale sign-in to order. */
import { randomBytes } from 'node:crypto';
import { exportJWK, generateKeyPair } from 'jose';
import Provider, { interactionPolicy } from 'oidc-provider';
import { bodyOf, listen, serveSwitches } from './loopback.mjs';
import { signInOf, signInPage } from './sign-in-page.mjs';

export const OPENID_CLIENT = 'tweestap-openid';
export const FOLDER_SCOPE = 'folder';
const HOUR_SECONDS = 3600;

function policy() {
  const base = interactionPolicy.base();
  base.add(new interactionPolicy.Prompt({ name: 'select_account', requestable: true }), 0);
  return base;
}

async function signingKeys() {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  return { keys: [{ ...(await exportJWK(privateKey)), kid: 'main', alg: 'RS256', use: 'sig' }] };
}

/** @param {{ redirects: string[], port?: number }} options */
export async function startOpenId({ redirects, port = 0 }) {
  /** `stale`: whoever signs in did so an hour ago. `auto`: the name that signs in without the page. */
  const switches = { stale: false, auto: '' };
  /** @type {{ handle(request: import('./loopback.mjs').Request, response: import('./loopback.mjs').Response): unknown }} */
  const served = { handle: () => undefined };
  const listening = await listen(served, port);
  const issuer = listening.origin;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: OPENID_CLIENT,
        redirect_uris: redirects,
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    jwks: await signingKeys(),
    cookies: { keys: [randomBytes(16).toString('hex')] },
    scopes: ['openid', FOLDER_SCOPE],
    claims: { openid: ['sub', 'preferred_username'] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    clientBasedCORS: () => true,
    extraParams: ['auto'],
    findAccount: (_, id) => ({
      accountId: id,
      claims: () => ({ sub: id, preferred_username: `${id}@example.test` }),
    }),
    // Consent was given when the client was registered, as an administrator does.
    loadExistingGrant: async (context) => {
      const grant = new context.oidc.provider.Grant({
        clientId: context.oidc.client.clientId,
        accountId: context.oidc.session.accountId,
      });
      grant.addOIDCScope(`openid ${FOLDER_SCOPE}`);
      await grant.save();
      return grant;
    },
    interactions: { url: (_, interaction) => `/interaction/${interaction.uid}`, policy: policy() },
    features: { devInteractions: { enabled: false } },
  });
  const callback = provider.callback();

  served.handle = async (request, response) => {
    const { url = '' } = request;
    if (url === '/-/switches') return serveSwitches(request, response, switches);
    if (!url.startsWith('/interaction/')) return callback(request, response);
    const { params } = await provider.interactionDetails(request, response);
    /** @param {string} login */
    const finish = (login) => {
      const ts = Math.floor(Date.now() / 1000) - (switches.stale ? HOUR_SECONDS : 0);
      return provider.interactionFinished(request, response, {
        login: { accountId: login, ts },
        select_account: {},
      });
    };
    const auto = String(params.auto ?? '') || switches.auto;
    if (request.method === 'POST') {
      const { login, refused } = signInOf(await bodyOf(request));
      if (!refused) return finish(login);
      return provider.interactionFinished(request, response, { error: 'access_denied' });
    }
    if (auto) return finish(auto);
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end(signInPage(url, 'Sign in to the company'));
  };

  return {
    authority: issuer,
    clientId: OPENID_CLIENT,
    switches,
    /** Whose token that is, where it is good for the folder. @param {string} token */
    accountOf: async (token) => {
      const found = await provider.AccessToken.find(token);
      return found?.scope?.split(' ').includes(FOLDER_SCOPE) ? (found.accountId ?? null) : null;
    },
    close: listening.close,
  };
}
