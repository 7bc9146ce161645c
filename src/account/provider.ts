import type { JSONWebKeySet } from 'jose';
import { AppError } from '../core/app-error.ts';
import type { AccountConfig } from './config.ts';
import { failureOf, type Http, jsonOf } from './http.ts';

/** What an OpenID provider says of itself (OpenID Connect Discovery 1.0 §3), as far as it is used. */
export interface Provider {
  /** May have `{tenantid}` in it where the authority is Microsoft's for several tenants. */
  issuer: string;
  authorizationEndpoint: string;
  tokenEndpoint: string;
  keys: string;
}

/** The tenant of personal Microsoft accounts (learn.microsoft.com, ID token claims reference, `iss`). */
const PERSONAL_TENANT = '9188040d-6c67-4c5b-b112-36a304b66dad';
export const TENANT_MARK = '{tenantid}';
const TENANT = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The authority's `consumers`, `common`, `organizations`, tenant or domain: the first part of its path. */
function tenantOf(authority: string): string {
  return new URL(authority).pathname.split('/')[1] ?? '';
}

/**
 * An issuer is the authority itself (OpenID Connect Discovery 1.0 §4.3), but for Microsoft: its metadata names the tenant by its
 * number, or by `{tenantid}` where the tenant is known from the token only.
 */
function isIssuer(issuer: string, config: AccountConfig): boolean {
  if (config.kind !== 'microsoft') return issuer === config.authority || issuer === `${config.authority}/`;
  const { origin } = new URL(config.authority);
  const tenant = issuer.startsWith(`${origin}/`)
    ? issuer.slice(origin.length + 1).replace(/\/v2\.0$/, '')
    : '';
  if (issuer !== `${origin}/${tenant}/v2.0`) return false;
  const asked = tenantOf(config.authority);
  if (TENANT.test(asked)) return tenant === asked;
  if (asked === 'consumers') return tenant === PERSONAL_TENANT || tenant === TENANT_MARK;
  return TENANT.test(tenant) || tenant === TENANT_MARK;
}

/** The issuer that a token of tenant `tid` must name; null where that tenant is not one that may sign in. */
export function issuerOf({ issuer }: Provider, tid: unknown, config: AccountConfig): string | null {
  if (config.kind !== 'microsoft' || !issuer.includes(TENANT_MARK)) return issuer;
  if (typeof tid !== 'string' || !TENANT.test(tid)) return null;
  if (tenantOf(config.authority) === 'consumers' && tid !== PERSONAL_TENANT) return null;
  return issuer.replace(TENANT_MARK, tid);
}

/** Asks the provider for its addresses. Throws `AppError`: `account-untrusted` where they are not its own. */
export async function discover(config: AccountConfig, http: Http): Promise<Provider> {
  const answer = await http(`${config.authority}/.well-known/openid-configuration`);
  if (answer.status !== 200) throw failureOf(answer);
  const { issuer, authorization_endpoint, token_endpoint, jwks_uri } = jsonOf(answer);
  const { origin } = new URL(config.authority);
  const own = (value: unknown): string => {
    if (typeof value !== 'string' || !URL.canParse(value)) throw new AppError('account-malformed');
    if (new URL(value).origin !== origin) throw new AppError('account-untrusted');
    return value;
  };
  if (typeof issuer !== 'string') throw new AppError('account-malformed');
  if (!isIssuer(issuer, config)) throw new AppError('account-untrusted');
  return {
    issuer,
    authorizationEndpoint: own(authorization_endpoint),
    tokenEndpoint: own(token_endpoint),
    keys: own(jwks_uri),
  };
}

/**
 * The keys that may sign for `issuer`. Microsoft publishes keys of several tenants in one set, each with its issuer, which its
 * own validators compare too (Microsoft.IdentityModel.Validators, `EnableAadSigningKeyIssuerValidation`).
 */
export async function signingKeys(provider: Provider, issuer: string, http: Http): Promise<JSONWebKeySet> {
  const answer = await http(provider.keys);
  if (answer.status !== 200) throw failureOf(answer);
  const { keys } = jsonOf(answer);
  if (!Array.isArray(keys)) throw new AppError('account-malformed');
  const tenant = /^https?:\/\/[^/]+\/([^/]+)\//.exec(issuer)?.[1] ?? '';
  const mayUse = (key: unknown) => {
    const named = (key as { issuer?: unknown } | null)?.issuer;
    return (
      named === undefined || (typeof named === 'string' && named.replace(TENANT_MARK, tenant) === issuer)
    );
  };
  return { keys: keys.filter(mayUse) } as JSONWebKeySet;
}
