import type { HostParts } from './host-parts.ts';
import { domainOf } from './host-parts.ts';

/** An origin-bound one-time code: for one site, or for a frame of another site inside it. Hosts in lower-case ASCII. */
export interface BoundCode {
  code: string;
  host: string;
  embedded: string | null;
}

const MAX_LINE = 1_000;
const MAX_CODE = 40;

/**
 * The code that the last line of a message binds to a host: `@example.com #123456`, or with a frame of another host
 * `@example.com #123456 %embedded.example` (WICG, "Origin-bound one-time codes delivered via SMS", Parsing; Apple's
 * domain-bound codes). The frame with a second `@` is the form of the older explainer, which Chrome reads. Null for every
 * other message.
 *
 * Departs from the draft in three ways: white space after the last line does not hide it, since a copied text often has some;
 * a host must be one; and a code without a digit must occur in the text before too, so that a post about `@site #topic` is none.
 */
export function parseBoundCode(message: string): BoundCode | null {
  const whole = message.trimEnd();
  const line = whole.slice(Math.max(whole.lastIndexOf('\n'), whole.lastIndexOf('\r')) + 1);
  if (line.length > MAX_LINE) return null;
  const [, top = '', code = '', frame] = /^@([^\t\f ]+) #([^\t\f ]+)(?: [%@]([^\t\f ]+))?/.exec(line) ?? [];
  const host = hostOf(top);
  if (host === null || code === '' || code.length > MAX_CODE) return null;
  if (!/\d/.test(code) && !whole.slice(0, whole.length - line.length).includes(code)) return null;
  return { code, host, embedded: frame === undefined ? null : hostOf(frame) };
}

function hostOf(token: string): string | null {
  if (!/^[\p{L}\p{N}\p{M}.-]{1,253}$/u.test(token) || !URL.canParse(`https://${token}`)) return null;
  const { hostname } = new URL(`https://${token}`);
  return /^[a-z0-9-]+(?:\.[a-z0-9-]+)*$/.test(hostname) ? hostname : null;
}

/** Splits a host by the public suffix list; null for addresses and single labels. */
export type SplitHost = (host: string) => HostParts | null;

/** HTML's "same site" for two hosts under https: one registrable domain, or where there is none the same host. */
function isSameSite(a: string, b: string, split: SplitHost): boolean {
  const one = split(a);
  const other = split(b);
  if (one && other) return domainOf(one) === domainOf(other);
  return !one && !other && a === b;
}

/**
 * May this code be filled in a document? `origins`: that of the document, then of each frame around it, up to the page.
 * The steps of the draft's "Usage": a code without a frame goes to the page itself only, one with a frame only into a frame of
 * that site, with nothing but the two sites around it.
 */
export function isFor(bound: BoundCode, origins: readonly string[], split: SplitHost): boolean {
  const hosts = origins.map(secureHostOf);
  const isAt = (host: string | null | undefined, site: string) =>
    typeof host === 'string' && isSameSite(host, site, split);
  if (hosts.length === 1) return bound.embedded === null && isAt(hosts[0], bound.host);
  const { embedded } = bound;
  if (embedded === null || !isAt(hosts[0], embedded)) return false;
  const between = hosts.slice(1, -1);
  if (!between.every((host) => isAt(host, embedded) || isAt(host, bound.host))) return false;
  return isAt(hosts.at(-1), bound.host);
}

function secureHostOf(origin: string): string | null {
  if (!URL.canParse(origin)) return null;
  const { protocol, hostname } = new URL(origin);
  return protocol === 'https:' ? hostname : null;
}
