import { parse } from 'tldts';
import { parseSite, type Site } from '../core/account.ts';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * The site of an address: its registrable domain by the public suffix list with the private section, or host and port
 * for IP addresses, localhost and single-label hosts, where every port may be another service.
 *
 * Null for what codes cannot belong to: other schemes, plain HTTP beyond loopback, a public suffix itself.
 */
export function siteOf(address: string): Site | null {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return null;
  }
  const host = url.hostname.replace(/\.$/, '');
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && LOOPBACK.has(host))) return null;
  if (url.username || url.password) return null;
  const { domain, isIp } = parse(host, { allowPrivateDomains: true });
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  if (isIp || LOOPBACK.has(host) || !host.includes('.')) return parseSite(`${host}:${port}`);
  return domain ? parseSite(domain) : null;
}

/** The address that a person means by a domain, a host with a port, or a whole address. */
function addressFromText(text: string): string | null {
  const typed = text.trim().toLowerCase();
  if (!typed || /\s/.test(typed)) return null;
  if (typed.includes('://')) return typed;
  // A name without dot or port is a slip ("github") far more often than a machine of one's own.
  if (!/[.:]/.test(typed)) return null;
  const loopback = /^(localhost|127\.0\.0\.1|\[::1\])(:|\/|$)/.test(typed);
  return `${loopback ? 'http' : 'https'}://${typed}`;
}

/** The site that a person typed. */
export function siteFromText(text: string): Site | null {
  const address = addressFromText(text);
  return address ? siteOf(address) : null;
}

/** The host that a person typed, in ASCII and without its port; null where `siteFromText` is. */
export function hostFromText(text: string): string | null {
  const address = addressFromText(text);
  return address && siteOf(address) ? new URL(address).hostname : null;
}

/** The sites that a person typed, each once; null when one of them is none. */
export function sitesFromTexts(texts: string[]): Site[] | null {
  const sites = new Set<Site>();
  for (const text of texts) {
    const site = siteFromText(text);
    if (!site) return null;
    sites.add(site);
  }
  return [...sites];
}
