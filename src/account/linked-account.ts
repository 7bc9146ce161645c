/**
 * The linked account: a sign-in that proves who it is, and a small folder of it. Nothing of a sign-in is kept: the access
 * token lives in the folder that it opened, and goes with the call that holds it.
 */
import { AppError } from '../core/app-error.ts';
import { authorizationUrl, codeOf, exchange, newAttempt, type Purpose } from './authorization.ts';
import type { AccountConfig } from './config.ts';
import type { Folder } from './folder.ts';
import { graphFolder } from './graph-folder.ts';
import { type Http, makeHttp } from './http.ts';
import { assertFresh, type Identity, identityOf } from './id-token.ts';
import { discover } from './provider.ts';
import { webDavFolder } from './webdav-folder.ts';

/** The browser's sign-in window: `identity.launchWebAuthFlow`. */
export interface SignInWindow {
  /** The address that the provider comes back to: `identity.getRedirectURL()`. */
  redirectUri: string;
  /** Opens `url`; the whole address that came back. Rejects where the user closed it. */
  open(url: string): Promise<string>;
}

export interface SignedIn {
  identity: Identity;
  folder: Folder;
}

/** Which account was linked. */
export type Subject = Pick<Identity, 'issuer' | 'subject'>;

/** Both methods throw `AppError` with one of the account's codes, and have changed nothing then. */
export interface LinkedAccount {
  /** Lets the user choose an account. */
  link(): Promise<SignedIn>;
  /** Has the password of `linked` typed anew. Another account is `account-other`, an older sign-in `account-stale`. */
  verify(linked: Subject): Promise<SignedIn>;
}

export interface Surroundings {
  window: SignInWindow;
  http?: Http;
  /** ms since 1970. */
  now?: () => number;
}

/** The linked account of this build. Throws `account-off` where it has none. */
export function linkedAccount(config: AccountConfig | null, surroundings: Surroundings): LinkedAccount {
  if (!config) throw new AppError('account-off');
  const { window, http = makeHttp(), now = Date.now } = surroundings;

  const signIn = async (purpose: Purpose, linked: Subject | null): Promise<SignedIn> => {
    const { redirectUri } = window;
    const provider = await discover(config, http);
    const attempt = newAttempt();
    const url = await authorizationUrl(provider, config, redirectUri, purpose, attempt);
    const openedAt = now();
    const code = codeOf(await openWindow(window, url), redirectUri, provider, attempt);
    const { idToken, accessToken } = await exchange(provider, config, redirectUri, code, attempt, http);
    const { issuedAt, ...identity } = await identityOf(idToken, provider, config, attempt.nonce, now(), http);
    if (linked && (identity.issuer !== linked.issuer || identity.subject !== linked.subject))
      throw new AppError('account-other');
    if (purpose === 'verify') assertFresh({ ...identity, issuedAt }, now() - openedAt, config);
    return { identity, folder: folderOf(config, accessToken, http) };
  };

  return { link: () => signIn('link', null), verify: (linked) => signIn('verify', linked) };
}

/** Browsers reject with sentences of their own where the window was closed. */
async function openWindow(window: SignInWindow, url: string): Promise<string> {
  try {
    return await window.open(url);
  } catch (cause) {
    throw cause instanceof AppError ? cause : new AppError('account-cancelled');
  }
}

function folderOf(config: AccountConfig, accessToken: string, http: Http): Folder {
  return config.kind === 'microsoft'
    ? graphFolder(config, accessToken, http)
    : webDavFolder(config, accessToken, http);
}
