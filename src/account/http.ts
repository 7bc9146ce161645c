/** One request to a configured host: bounded in time and size, and its failures told apart. */
import { AppError } from '../core/app-error.ts';

export type Bytes = Uint8Array<ArrayBuffer>;

/** The most that is read of any answer. What we expect is a few kilobytes. */
export const MAX_ANSWER_BYTES = 65_536;
/** For a request with its whole answer. */
export const PATIENCE_MS = 20_000;
/** Nobody waits longer than a day for a try. */
const MAX_WAIT_SECONDS = 86_400;

export interface Answer {
  status: number;
  headers: Headers;
  body: Bytes;
}

export interface Asked {
  method?: 'GET' | 'PUT' | 'POST' | 'DELETE' | 'MKCOL';
  headers?: Record<string, string>;
  body?: Bytes | URLSearchParams;
}

export type Http = (url: string, asked?: Asked) => Promise<Answer>;

/** A client that waits `patience` ms for each answer. Its requests carry no cookies, are never cached, and follow nothing. */
export function makeHttp(patience = PATIENCE_MS): Http {
  return async (url, { method = 'GET', headers = {}, body } = {}) => {
    const abort = new AbortController();
    const timer = setTimeout(() => abort.abort('late'), patience);
    try {
      const response = await fetch(url, {
        method,
        headers,
        ...(body && { body }),
        signal: abort.signal,
        credentials: 'omit',
        cache: 'no-store',
        redirect: 'manual',
        referrerPolicy: 'no-referrer',
      });
      return { status: response.status, headers: response.headers, body: await readBody(response) };
    } catch (cause) {
      if (cause instanceof AppError) throw cause;
      // The cause stays here: a browser's message may quote the address, and that a token.
      throw new AppError(abort.signal.reason === 'late' ? 'account-timeout' : 'account-offline');
    } finally {
      clearTimeout(timer);
      // Nothing goes on in the background of what was given up.
      abort.abort();
    }
  };
}

async function readBody(response: Response): Promise<Bytes> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for (const reader = response.body?.getReader(); reader; ) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > MAX_ANSWER_BYTES) throw new AppError('account-too-big');
    parts.push(value);
  }
  const body = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    body.set(part, at);
    at += part.length;
  }
  return body;
}

/** `Retry-After` (RFC 9110 §10.2.3), seconds or a date, as seconds from `now`; null for none that makes sense. */
export function retryAfter(headers: Headers, now: number): number | null {
  const text = headers.get('retry-after')?.trim() ?? '';
  const seconds = /^\d{1,9}$/.test(text) ? Number(text) : Math.ceil((Date.parse(text) - now) / 1000);
  return Number.isFinite(seconds) ? Math.min(Math.max(seconds, 0), MAX_WAIT_SECONDS) : null;
}

/** The failure that any server's status stands for. */
export function failureOf({ status, headers }: Answer): AppError {
  const seconds = retryAfter(headers, Date.now());
  // 509 is Graph's word for too much bandwidth; 503 with a time is a server that asks to be left alone for so long.
  if (status === 429 || status === 509 || (status === 503 && seconds !== null))
    return new AppError('account-throttled', { seconds });
  if (status === 507) return new AppError('account-full');
  if (status >= 500) return new AppError('account-down');
  if (status === 401 || status === 403) return new AppError('account-denied');
  if (status === 404 || status === 410) return new AppError('account-missing');
  if (status === 409 || status === 412 || status === 423) return new AppError('account-conflict');
  return new AppError('account-malformed');
}

/** The JSON object of an answer. Throws `account-malformed` for anything else. */
export function jsonOf({ body }: Answer): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as Record<string, unknown>;
  } catch {
    // Falls through: text that is no JSON is told like JSON that is no object.
  }
  throw new AppError('account-malformed');
}
