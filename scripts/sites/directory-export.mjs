/** An export of the 2FA Directory: `{ source, license, commit, entries: [{ name, domains, methods, documentation?, recovery? }] }`. */
import { METHODS } from './compact.mjs';

const MAX_ENTRIES = 20_000;
const MAX_DOMAINS = 200;
const MAX_NAME = 100;
const MAX_LINK = 500;

/**
 * The services of an export, and what was left out of it: entries without a name or a domain, methods that we do not know,
 * addresses that are not https. Throws an Error for what is no export.
 *
 * @param {unknown} value decoded JSON
 */
export function parseDirectoryExport(value) {
  const { source, commit, entries } = Object(value);
  if (!Array.isArray(entries) || entries.length === 0 || entries.length > MAX_ENTRIES) {
    throw new Error('This is no export of the 2FA Directory: it has no list of entries.');
  }
  if (typeof source !== 'string' || !/^[\w.-]{1,100}\/[\w.-]{1,100}$/.test(source)) {
    throw new Error('The export does not say of which repository it is.');
  }
  if (typeof commit !== 'string' || !/^[0-9a-f]{7,40}$/.test(commit)) {
    throw new Error('The export does not say of which commit it is.');
  }
  const leftOut = { entries: 0, domains: 0, methods: 0, links: 0 };
  const services = [];
  for (const entry of entries) {
    const service = parseEntry(entry, leftOut);
    if (service) services.push(service);
    else leftOut.entries++;
  }
  return { source: sourceLine(source, commit), services, leftOut };
}

/** @param {string} repository @param {string} commit */
export function sourceLine(repository, commit) {
  return `2FA Directory (${repository} at ${commit.slice(0, 7)}), MIT licence, © 2FA Directory contributors`;
}

function parseEntry(entry, leftOut) {
  const { name, domains, methods, documentation, recovery } = Object(entry);
  if (typeof name !== 'string' || name.length > MAX_NAME || !isName(name)) return null;
  if (!Array.isArray(domains) || domains.length > MAX_DOMAINS) return null;
  const known = kept(domains, isDomain, leftOut, 'domains');
  if (known.length === 0) return null;
  const offered = Array.isArray(methods)
    ? kept(methods, (method) => Object.hasOwn(METHODS, method), leftOut, 'methods')
    : null;
  const link = (text) => (text === undefined ? '' : (kept([text], isLink, leftOut, 'links')[0] ?? ''));
  return {
    name: name.trim(),
    domains: known,
    // Nothing but methods that we do not know is not the same as none.
    methods: offered?.length === 0 && methods.length > 0 ? null : offered,
    documentation: link(documentation),
    recovery: link(recovery),
  };
}

function kept(list, fits, leftOut, kind) {
  const good = list.filter((text) => typeof text === 'string' && fits(text));
  leftOut[kind] += list.length - good.length;
  return [...new Set(good)];
}

/** Has something to read in it, and nothing that does not show. @param {string} text */
function isName(text) {
  return /[\p{L}\p{N}]/u.test(text) && !/[\p{Cc}\p{Cf}\p{Cs}]/u.test(text);
}

/** @param {string} text */
export function isDomain(text) {
  const labels = text.split('.');
  return (
    text.length <= 253 &&
    labels.length >= 2 &&
    labels.every((label) => /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(label)) &&
    /[a-z]/.test(labels.at(-1))
  );
}

/** @param {string} text */
export function isLink(text) {
  if (text.length > MAX_LINK || !text.startsWith('https://') || /[\s\p{Cc}\\]/u.test(text)) return false;
  if (!URL.canParse(text)) return false;
  const { hostname, username, password, port } = new URL(text);
  return isDomain(hostname) && username === '' && password === '' && port === '';
}
