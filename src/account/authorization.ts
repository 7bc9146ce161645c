/** The authorization code flow with PKCE: what goes to the sign-in window and what comes back from it. */
import { base64url } from 'jose';
import { AppError } from '../core/app-error.ts';
import type { AccountConfig } from './config.ts';
import { failureOf, type Http, jsonOf } from './http.ts';
import { type Provider, TENANT_MARK } from './provider.ts';

/** `link` lets the user choose which account; `verify` has the password of it typed anew. */
export type Purpose = 'link' | 'verify';

/** The secrets of one sign-in. They live as long as its call. */
export interface Attempt {
  state: string;
  nonce: string;
  /** RFC 7636 §4.1. */
  verifier: string;
}

const random = () => base64url.encode(crypto.getRandomValues(new Uint8Array(32)));

export function newAttempt(): Attempt {
  return { state: random(), nonce: random(), verifier: random() };
}

const MICROSOFT_SCOPES = ['Files.ReadWrite.AppFolder'];

/** The address of the sign-in window (OpenID Connect Core 1.0 §3.1.2.1, RFC 7636 §4.3). */
export async function authorizationUrl(
  provider: Provider,
  config: AccountConfig,
  redirectUri: string,
  purpose: Purpose,
  { state, nonce, verifier }: Attempt,
): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  const scopes = config.kind === 'microsoft' ? MICROSOFT_SCOPES : config.scopes;
  const parameters = {
    response_type: 'code',
    response_mode: 'query',
    client_id: config.clientId,
    redirect_uri: redirectUri,
    scope: ['openid', ...scopes].join(' '),
    state,
    nonce,
    code_challenge: base64url.encode(new Uint8Array(hash)),
    code_challenge_method: 'S256',
    // `prompt=login` alone is a wish that whoever sits at the window can take out of its address; `max_age` is answered.
    ...(purpose === 'link' ? { prompt: 'select_account' } : { prompt: 'login', max_age: '0' }),
  };
  const url = new URL(provider.authorizationEndpoint);
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url.href;
}

/** Errors of the window that are a person's no (RFC 6749 §4.1.2.1, OpenID Connect Core 1.0 §3.1.2.6). */
const SAID_NO = new Set([
  'access_denied',
  'interaction_required',
  'login_required',
  'consent_required',
  'account_selection_required',
]);
const DOWN = new Set(['server_error', 'temporarily_unavailable']);

/** The code that the window came back with. Throws `AppError`. */
export function codeOf(
  returned: string,
  redirectUri: string,
  provider: Provider,
  { state }: Attempt,
): string {
  const url = URL.canParse(returned) ? new URL(returned) : null;
  const expected = new URL(redirectUri);
  if (!url || url.origin !== expected.origin || url.pathname !== expected.pathname)
    throw new AppError('account-untrusted');
  const only = (name: string) => {
    const values = url.searchParams.getAll(name);
    if (values.length > 1) throw new AppError('account-untrusted');
    return values[0] ?? null;
  };
  // Before anything that it says is believed, its errors too.
  if (only('state') !== state) throw new AppError('account-untrusted');
  const issuer = only('iss');
  // RFC 9207: an answer of another provider than the one that was asked.
  if (issuer !== null && issuer !== provider.issuer && !provider.issuer.includes(TENANT_MARK))
    throw new AppError('account-untrusted');
  const error = only('error');
  if (error !== null) {
    if (SAID_NO.has(error)) throw new AppError('account-cancelled');
    throw new AppError(DOWN.has(error) ? 'account-down' : 'account-untrusted');
  }
  const code = only('code');
  if (!code) throw new AppError('account-malformed');
  return code;
}

/** What the code is exchanged for. A refresh token, should one come, is dropped here. */
export interface Tokens {
  idToken: string;
  accessToken: string;
}

/** RFC 6750 §2.1: what may stand in a header after `Bearer`. */
const BEARER = /^[A-Za-z0-9._~+/-]+=*$/;

/** Exchanges the code at the token endpoint (RFC 6749 §4.1.3). Throws `AppError`. */
export async function exchange(
  provider: Provider,
  config: AccountConfig,
  redirectUri: string,
  code: string,
  { verifier }: Attempt,
  http: Http,
): Promise<Tokens> {
  const body = new URLSearchParams({
    grant_type: 'authorization_code',
    client_id: config.clientId,
    redirect_uri: redirectUri,
    code,
    code_verifier: verifier,
  });
  const answer = await http(provider.tokenEndpoint, { method: 'POST', body });
  if (answer.status === 400) throw new AppError('account-untrusted');
  if (answer.status !== 200) throw failureOf(answer);
  const { id_token, access_token, token_type } = jsonOf(answer);
  if (typeof id_token !== 'string' || typeof access_token !== 'string' || !BEARER.test(access_token))
    throw new AppError('account-malformed');
  if (typeof token_type !== 'string' || token_type.toLowerCase() !== 'bearer')
    throw new AppError('account-malformed');
  return { idToken: id_token, accessToken: access_token };
}
