/**
 * An OpenID provider of our own with every hostile variant to order, in two shapes: Microsoft's, whose issuer names the
 * tenant (`/consumers/v2.0`, `/common/v2.0`; learn.microsoft.com, "OpenID Connect on the Microsoft identity platform"), and
 * the plain one (`/openid`).
 */
import { createHash, randomBytes } from 'node:crypto';
import { exportJWK, exportSPKI, generateKeyPair, importJWK, SignJWT, UnsecuredJWT } from 'jose';
import { allowAll, bodyOf, listen, sendJson, serveSwitches } from './loopback.mjs';
import { signInOf, signInPage } from './sign-in-page.mjs';

export const SIGNER_CLIENT = 'a7d3b0c2-5b1f-4d3e-9a53-6f6f2f3c7e10';
export const PERSONAL_TENANT = '9188040d-6c67-4c5b-b112-36a304b66dad';
export const COMPANY_TENANT = '3f2c1b7a-0d4e-4a52-8d11-7e0f5a9b6c44';
const HOUR_SECONDS = 3600;

/** @typedef {'nonce' | 'no-nonce' | 'state' | 'no-state' | 'audience' | 'many-audiences' | 'issuer' | 'subject'
 *   | 'signature' | 'other-key' | 'none' | 'shared-secret' | 'unlisted-algorithm' | 'expired' | 'future' | 'stale' | 'no-auth-time' | 'key-of-other-tenant'
 *   | 'company-tenant' | 'no-tenant' | 'other-issuer-parameter' | 'elsewhere' | 'two-codes' | 'window-error' | 'other-token-host'
 *   | 'other-metadata' | 'no-id-token' | 'no-subject' | 'keys-are-huge' | 'refresh-token'} Variant */

/** A claim, or the lack of one. @param {Record<string, unknown>} claims @param {Variant | null} variant */
function spoil(claims, variant) {
  const now = Math.floor(Date.now() / 1000);
  switch (variant) {
    case 'nonce':
      return { ...claims, nonce: randomBytes(16).toString('hex') };
    case 'no-nonce':
      return { ...claims, nonce: undefined };
    case 'audience':
      return { ...claims, aud: 'another-client' };
    case 'many-audiences':
      return { ...claims, aud: [claims.aud, 'another-client'], azp: 'another-client' };
    case 'issuer':
    // Metadata and token agree, and neither is the authority's.
    case 'other-metadata':
      return { ...claims, iss: 'https://login.example.test/v2.0' };
    case 'subject':
      return { ...claims, sub: `${claims.sub}-2` };
    case 'no-subject':
      return { ...claims, sub: undefined };
    case 'expired':
      return { ...claims, iat: now - 2 * HOUR_SECONDS, exp: now - HOUR_SECONDS };
    case 'future':
      return { ...claims, iat: now + HOUR_SECONDS, exp: now + 2 * HOUR_SECONDS };
    case 'stale':
      return { ...claims, auth_time: now - HOUR_SECONDS };
    case 'no-auth-time':
      return { ...claims, auth_time: undefined };
    case 'no-tenant':
      return { ...claims, tid: undefined };
    default:
      return claims;
  }
}

/** @param {{ redirects: string[], port?: number }} options */
export async function startSigner({ redirects, port = 0 }) {
  /** @type {{ variant: Variant | null, auto: string, clockSkewSeconds: number }} */
  const switches = { variant: null, auto: '', clockSkewSeconds: 0 };
  const main = await generateKeyPair('RS256', { extractable: true });
  const other = await generateKeyPair('RS256', { extractable: true });
  const publicKey = { ...(await exportJWK(main.publicKey)), kid: 'main', use: 'sig' };
  const algorithm = () => (switches.variant === 'unlisted-algorithm' ? 'RS512' : 'RS256');
  /** @type {Map<string, { challenge: string, nonce: string, redirect: string, login: string, shape: string, authTime: number }>} */
  const codes = new Map();
  /** @type {Map<string, string>} */
  const tokens = new Map();
  /** The windows that were opened, as their parameters. @type {URLSearchParams[]} */
  const windows = [];

  /** @param {string} shape @param {string} tenant */
  const issuerFor = (shape, tenant) => (shape === 'openid' ? `${origin}/openid` : `${origin}/${tenant}/v2.0`);

  /** @param {string} shape */
  const metadata = (shape) => {
    const at = shape === 'openid' ? `${origin}/openid` : `${origin}/${shape}`;
    const tokenHost = switches.variant === 'other-token-host' ? 'http://127.0.0.1:9' : at;
    return {
      issuer:
        switches.variant === 'other-metadata'
          ? 'https://login.example.test/v2.0'
          : issuerFor(shape, '{tenantid}'),
      authorization_endpoint: `${at}/oauth2/v2.0/authorize`,
      token_endpoint: `${tokenHost}/oauth2/v2.0/token`,
      jwks_uri: `${at}/discovery/v2.0/keys`,
      response_types_supported: ['code'],
      id_token_signing_alg_values_supported: ['RS256'],
    };
  };

  /** @param {Record<string, unknown>} claims */
  const sign = async (claims) => {
    const { variant } = switches;
    const header = { alg: algorithm(), kid: 'main', typ: 'JWT' };
    if (variant === 'none') return new UnsecuredJWT(claims).encode();
    if (variant === 'shared-secret') {
      // The public key taken for a secret, as verifiers without a list of algorithms do.
      const secret = new TextEncoder().encode(await exportSPKI(main.publicKey));
      return new SignJWT(claims).setProtectedHeader({ ...header, alg: 'HS256' }).sign(secret);
    }
    const { privateKey } = variant === 'other-key' ? other : main;
    // A CryptoKey is bound to one hash; the same key for another algorithm goes by its JWK.
    const key = await importJWK(await exportJWK(privateKey), header.alg);
    const token = await new SignJWT(claims).setProtectedHeader(header).sign(key);
    if (variant !== 'signature') return token;
    const [head, body, signature = ''] = token.split('.');
    const flipped = signature.startsWith('A') ? `B${signature.slice(1)}` : `A${signature.slice(1)}`;
    return [head, body, flipped].join('.');
  };

  /** @param {URLSearchParams} asked @param {string} shape @param {string} login null where the user said no */
  const comeBack = (asked, shape, login) => {
    const { variant } = switches;
    const redirect = asked.get('redirect_uri') ?? '';
    const back = new URL(variant === 'elsewhere' ? 'https://elsewhere.example/' : redirect);
    if (variant !== 'no-state')
      back.searchParams.set(
        'state',
        variant === 'state' ? randomBytes(8).toString('hex') : (asked.get('state') ?? ''),
      );
    if (variant === 'other-issuer-parameter') back.searchParams.set('iss', 'https://login.example.test/v2.0');
    if (!login) back.searchParams.set('error', 'access_denied');
    else if (variant === 'window-error') back.searchParams.set('error', 'invalid_scope');
    else {
      const code = randomBytes(16).toString('hex');
      const now = Math.floor(Date.now() / 1000);
      // Whoever only chooses an account was signed in before.
      const authTime = asked.get('prompt') === 'login' ? now : now - HOUR_SECONDS;
      const challenge = asked.get('code_challenge') ?? '';
      codes.set(code, { challenge, nonce: asked.get('nonce') ?? '', redirect, login, shape, authTime });
      back.searchParams.set('code', code);
      if (variant === 'two-codes') back.searchParams.append('code', 'another');
    }
    return back.href;
  };

  /** @param {URLSearchParams} form */
  const exchange = async (form) => {
    const code = codes.get(form.get('code') ?? '');
    codes.delete(form.get('code') ?? '');
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    if (!code || challenge !== code.challenge || form.get('redirect_uri') !== code.redirect) return null;
    const now = Math.floor(Date.now() / 1000) + switches.clockSkewSeconds;
    const company = code.shape === 'common' || switches.variant === 'company-tenant';
    const tenant = company ? COMPANY_TENANT : PERSONAL_TENANT;
    const claims = {
      iss: issuerFor(code.shape, tenant),
      sub: `pairwise-${code.login}`,
      aud: SIGNER_CLIENT,
      iat: now,
      exp: now + HOUR_SECONDS,
      auth_time: code.authTime + switches.clockSkewSeconds,
      nonce: code.nonce,
      tid: code.shape === 'openid' ? undefined : tenant,
      preferred_username: `${code.login}@example.test`,
    };
    const accessToken = randomBytes(24).toString('base64url');
    tokens.set(accessToken, code.login);
    return {
      token_type: 'Bearer',
      expires_in: HOUR_SECONDS,
      access_token: accessToken,
      ...(switches.variant !== 'no-id-token' && { id_token: await sign(spoil(claims, switches.variant)) }),
      ...(switches.variant === 'refresh-token' && { refresh_token: randomBytes(16).toString('hex') }),
    };
  };

  const listening = await listen(
    {
      async handle(request, response) {
        allowAll(response);
        const url = new URL(request.url ?? '', origin);
        if (request.method === 'OPTIONS') return sendJson(response, 204, null);
        if (url.pathname === '/-/switches') return serveSwitches(request, response, switches);
        const shape = url.pathname.split('/')[1] ?? '';
        const rest = url.pathname.slice(shape.length + 1);
        if (rest === `${shape === 'openid' ? '' : '/v2.0'}/.well-known/openid-configuration`)
          return sendJson(response, 200, metadata(shape));
        if (rest === '/discovery/v2.0/keys') {
          const tenant = switches.variant === 'key-of-other-tenant' ? COMPANY_TENANT : '{tenantid}';
          const key = {
            ...publicKey,
            alg: algorithm(),
            ...(shape !== 'openid' && { issuer: issuerFor(shape, tenant) }),
          };
          return sendJson(response, 200, {
            keys: [key],
            padding: switches.variant === 'keys-are-huge' ? 'x'.repeat(200_000) : '',
          });
        }
        if (rest === '/oauth2/v2.0/authorize') {
          const { searchParams: asked } = url;
          const well =
            asked.get('client_id') === SIGNER_CLIENT &&
            asked.get('code_challenge_method') === 'S256' &&
            redirects.includes(asked.get('redirect_uri') ?? '');
          if (!well) return sendJson(response, 400, { error: 'invalid_request' });
          const auto = asked.get('auto') || switches.auto;
          if (request.method === 'POST' || auto) {
            if (!auto || request.method !== 'POST') windows.push(asked);
            const { login, refused } = auto
              ? { login: auto, refused: false }
              : signInOf(await bodyOf(request));
            response.writeHead(302, { location: comeBack(asked, shape, refused ? '' : login) });
            return response.end();
          }
          response.writeHead(200, { 'content-type': 'text/html' });
          return response.end(signInPage(url.href.replaceAll('&', '&amp;'), 'Sign in'));
        }
        if (rest === '/oauth2/v2.0/token' && request.method === 'POST') {
          const answer = await exchange(new URLSearchParams((await bodyOf(request)).toString('utf8')));
          return answer
            ? sendJson(response, 200, answer)
            : sendJson(response, 400, { error: 'invalid_grant' });
        }
        sendJson(response, 404, { error: 'not_found' });
      },
    },
    port,
  );
  const { origin } = listening;
  return {
    origin,
    /** @param {'consumers' | 'common' | 'openid'} shape */
    authority: (shape) => (shape === 'openid' ? `${origin}/openid` : `${origin}/${shape}/v2.0`),
    clientId: SIGNER_CLIENT,
    switches,
    windows,
    /** @param {string} token */
    accountOf: (token) => tokens.get(token) ?? null,
    close: listening.close,
  };
}
