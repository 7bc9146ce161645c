/** The two kinds of linked account, each signed in to at real servers. */
import { makeHttp } from '../../src/account/http.ts';
import { type LinkedAccount, linkedAccount, type SignedIn } from '../../src/account/linked-account.ts';
import { AppError } from '../../src/core/app-error.ts';
import { autoWindow } from '../servers/auto-window.mjs';
import { startServers } from '../servers/index.mjs';

export const REDIRECT = 'https://tweestap.example/';
/** For servers that never answer. All others answer in a few milliseconds. */
export const SHORT_PATIENCE_MS = 400;

export type Servers = Awaited<ReturnType<typeof startServers>>;
export type Kind = 'microsoft' | 'company';
export const KINDS: readonly Kind[] = ['microsoft', 'company'];

export const start = (): Promise<Servers> => startServers([REDIRECT]);

export function accountOf(servers: Servers, kind: Kind, login = 'ann'): LinkedAccount {
  return linkedAccount(servers[kind], { window: autoWindow(REDIRECT, { login }) });
}

/** Signed in, with a folder that gives up soon. */
export function signIn(servers: Servers, kind: Kind, login = 'ann'): Promise<SignedIn> {
  const window = autoWindow(REDIRECT, { login });
  return linkedAccount(servers[kind], { window, http: makeHttp(SHORT_PATIENCE_MS) }).link();
}

/** What the store of that kind can be told to do wrong, and what it holds. */
export function storeOf(servers: Servers, kind: Kind) {
  const { graph, webdav } = servers;
  return kind === 'microsoft'
    ? { ...graph, names: () => graph.names('ann'), deleteFolder: () => void graph.deleteFolder('ann') }
    : { ...webdav, names: () => webdav.names(), deleteFolder: () => webdav.deleteFolder() };
}

/** The code and the seconds of the failure; fails where there is none. */
export async function failure(doing: Promise<unknown>): Promise<{ code: string; seconds: number | null }> {
  const error = await doing.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof AppError) return { code: error.code, seconds: error.seconds };
  throw error instanceof Error ? error : new Error('it went well');
}

export const codeOf = async (doing: Promise<unknown>): Promise<string> => (await failure(doing)).code;
