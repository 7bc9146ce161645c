import { createLocalJWKSet, decodeJwt, type JWTPayload, jwtVerify } from 'jose';
import { AppError } from '../core/app-error.ts';
import { cleanText } from '../core/clean-text.ts';
import type { AccountConfig } from './config.ts';
import type { Http } from './http.ts';
import { issuerOf, type Provider, signingKeys } from './provider.ts';

/** Who signed in. `issuer` and `subject` together name the account; neither is a name that people know. */
export interface Identity {
  issuer: string;
  subject: string;
  /** What the provider shows for the account, one clean line; null where it gives none. */
  label: string | null;
  /** When the password was last typed, ms since 1970 by the provider's clock; null where it does not say. */
  authTime: number | null;
}

/** Signatures with a public key, as providers use them. `none` and shared secrets are not among them. */
const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'ES384', 'EdDSA'];
/** How far this computer's clock may be off for `exp`, `nbf` and `iat`. */
export const CLOCK_TOLERANCE_SECONDS = 300;
/** How much older than the window a sign-in may be. Its clock is the provider's alone, so that ours does not matter. */
export const AUTH_TIME_TOLERANCE_SECONDS = 30;

const isSeconds = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) > 0;

/** The claims, before anything vouches for them: for the choice of an issuer to compare with, and no more. */
function unverified(idToken: string): JWTPayload {
  try {
    return decodeJwt(idToken);
  } catch {
    throw new AppError('account-malformed');
  }
}

async function verifiedClaims(
  idToken: string,
  provider: Provider,
  config: AccountConfig,
  now: number,
  http: Http,
): Promise<JWTPayload & { iat: number }> {
  const issuer = issuerOf(provider, unverified(idToken).tid, config);
  if (!issuer) throw new AppError('account-untrusted');
  const keys = await signingKeys(provider, issuer, http);
  try {
    const { payload } = await jwtVerify(idToken, createLocalJWKSet(keys), {
      algorithms: ALGORITHMS,
      issuer,
      audience: config.clientId,
      requiredClaims: ['exp', 'iat', 'sub', 'nonce'],
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
      // A token of this moment: the code was exchanged for it a second ago.
      maxTokenAge: CLOCK_TOLERANCE_SECONDS,
      currentDate: new Date(now),
    });
    return payload as JWTPayload & { iat: number };
  } catch {
    // jose's errors carry the claims; none of them leaves here.
    throw new AppError('account-untrusted');
  }
}

/**
 * Validates an ID token as OpenID Connect Core 1.0 §3.1.3.7 asks: issuer, audience, signature, times, nonce.
 *
 * Throws `AppError`: `account-untrusted` where any of it fails.
 */
export async function identityOf(
  idToken: string,
  provider: Provider,
  config: AccountConfig,
  nonce: string,
  now: number,
  http: Http,
): Promise<Identity & { issuedAt: number }> {
  const claims = await verifiedClaims(idToken, provider, config, now, http);
  const { iss, sub, aud, azp, iat, auth_time, nonce: returned } = claims;
  if (returned !== nonce || !iss || !sub || sub.length > 255) throw new AppError('account-untrusted');
  // A token for several clients has to be one that was made for this one.
  if ((Array.isArray(aud) && aud.length > 1) || azp !== undefined) {
    if (azp !== config.clientId) throw new AppError('account-untrusted');
  }
  if (auth_time !== undefined && !isSeconds(auth_time)) throw new AppError('account-malformed');
  const label = [claims.preferred_username, claims.email, claims.name].find(
    (value) => typeof value === 'string',
  );
  return {
    issuer: iss,
    subject: sub,
    label: typeof label === 'string' ? cleanText(label) || null : null,
    authTime: isSeconds(auth_time) ? auth_time * 1000 : null,
    issuedAt: iat * 1000,
  };
}

/**
 * Whether the password was typed in this window, which stood open for `elapsed` ms. Microsoft gives `auth_time` only
 * where the registration asks for it; anyone else must (OpenID Connect Core 1.0 §2: required where `max_age` was asked for).
 *
 * Throws `AppError('account-stale')`.
 */
export function assertFresh(
  { authTime, issuedAt }: { authTime: number | null; issuedAt: number },
  elapsed: number,
  config: AccountConfig,
): void {
  if (authTime === null) {
    if (config.kind === 'microsoft') return;
    throw new AppError('account-stale');
  }
  if (issuedAt - authTime > elapsed + AUTH_TIME_TOLERANCE_SECONDS * 1000) throw new AppError('account-stale');
}
