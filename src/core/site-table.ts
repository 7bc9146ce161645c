import { cleanText } from './clean-text.ts';
import { acronymOf, keysOfIssuer, labelsOfDomains, namesOfService } from './issuer-names.ts';

/** Ways of two-step verification, as the 2FA Directory names them; u2f is any hardware key. */
export type Method = 'totp' | 'sms' | 'email' | 'call' | 'u2f' | 'custom-software' | 'custom-hardware';

export interface Service {
  name: string;
  /** Registrable domains, or hosts below one where only they belong to the service. */
  domains: string[];
  /** Null where it is not known; empty where the service is known to offer none. */
  methods: Method[] | null;
  /** Address of the page that says how it is turned on, https. */
  documentation: string | null;
  /** Address of the page that says how to get back in, https. */
  recovery: string | null;
}

export interface SiteTable {
  /** Where the facts are from, and their licence: to be shown wherever they are. */
  source: string;
  services: Service[];
  byHost: ReadonlyMap<string, Service>;
  /** Hosts above one that is in the table: google.com where only chat.google.com is. */
  byParent: ReadonlyMap<string, Service>;
  byName: ReadonlyMap<string, Service[]>;
  byLabel: ReadonlyMap<string, Service[]>;
  byAcronym: ReadonlyMap<string, Service[]>;
}

const FORMAT = 1;
const MAX_SERVICES = 20_000;
const MAX_DOMAINS = 200;
const MAX_NAME = 100;
const MAX_LINK = 500;
/** More services than this for one issuer are no proposal. */
const MAX_PROPOSED = 8;

/** The letters that stand for methods in the file. */
const METHOD_OF: Record<string, Method> = {
  t: 'totp',
  s: 'sms',
  e: 'email',
  c: 'call',
  u: 'u2f',
  a: 'custom-software',
  h: 'custom-hardware',
};
const NOT_KNOWN = '?';

/**
 * The table in a decoded JSON file as the build writes it, or null when anything in it is not as it should be:
 *
 *   { format: 1, source, services: [[name, "a.example b.example", "ts", documentation, recovery]] }
 *
 * The addresses come without `https://`, '' where there is none.
 */
export function parseSiteTable(value: unknown): SiteTable | null {
  if (typeof value !== 'object' || value === null) return null;
  const { format, source, services } = value as Record<string, unknown>;
  if (format !== FORMAT || typeof source !== 'string' || source.length > MAX_LINK) return null;
  if (!Array.isArray(services) || services.length > MAX_SERVICES) return null;
  const parsed: Service[] = [];
  for (const row of services as unknown[]) {
    const service = parseRow(row);
    if (!service) return null;
    parsed.push(service);
  }
  return { source, services: parsed, ...indexOf(parsed) };
}

function parseRow(row: unknown): Service | null {
  if (!Array.isArray(row) || row.length !== 5 || !row.every((part) => typeof part === 'string')) return null;
  const [text = '', hosts = '', letters = '', documentation = '', recovery = ''] = row as string[];
  const domains = hosts.split(' ');
  const name = cleanText(text);
  if (name === '' || text.length > MAX_NAME) return null;
  if (domains.length > MAX_DOMAINS || !domains.every(isHost)) return null;
  const methods = parseMethods(letters);
  if (methods === undefined || !isAddress(documentation) || !isAddress(recovery)) return null;
  const link = (address: string) => (address === '' ? null : `https://${address}`);
  return { name, domains, methods, documentation: link(documentation), recovery: link(recovery) };
}

/** Undefined for letters that stand for nothing. */
function parseMethods(letters: string): Method[] | null | undefined {
  if (letters === NOT_KNOWN) return null;
  const methods = [...letters].map((letter) => METHOD_OF[letter]);
  return methods.every((method) => method !== undefined) ? methods : undefined;
}

function isHost(text: string): boolean {
  return text.length <= 253 && /^[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63})+$/.test(text);
}

function isAddress(text: string): boolean {
  if (text === '') return true;
  if (text.length > MAX_LINK || /[\s\p{Cc}\\]/u.test(text) || !URL.canParse(`https://${text}`)) return false;
  const { username, password, hostname, port } = new URL(`https://${text}`);
  return username === '' && password === '' && port === '' && isHost(hostname);
}

function indexOf(services: Service[]): Omit<SiteTable, 'source' | 'services'> {
  const byHost = new Map<string, Service>();
  const byParent = new Map<string, Service>();
  const byName = new Map<string, Service[]>();
  const byLabel = new Map<string, Service[]>();
  const byAcronym = new Map<string, Service[]>();
  for (const service of services) {
    for (const domain of service.domains) {
      if (!byHost.has(domain)) byHost.set(domain, service);
      for (const parent of parentsOf(domain)) if (!byParent.has(parent)) byParent.set(parent, service);
    }
    for (const name of namesOfService(service.name)) add(byName, name, service);
    for (const label of labelsOfDomains(service.domains)) add(byLabel, label, service);
    const acronym = acronymOf(service.name);
    if (acronym) add(byAcronym, acronym, service);
  }
  return { byHost, byParent, byName, byLabel, byAcronym };
}

function add(index: Map<string, Service[]>, key: string, service: Service): void {
  const there = index.get(key);
  if (!there) index.set(key, [service]);
  else if (!there.includes(service)) there.push(service);
}

/** The hosts above this one, nearest first, that have a dot. */
function parentsOf(host: string): string[] {
  const labels = host.split('.');
  return labels.slice(1, -1).map((_, i) => labels.slice(i + 1).join('.'));
}

/**
 * The service at a host or a registrable domain: the one of the host itself, else of the nearest host above it, else one that
 * is known below it only. Null where none is known.
 */
export function serviceOf(table: SiteTable, host: string): Service | null {
  for (const candidate of [host, ...parentsOf(host)]) {
    const service = table.byHost.get(candidate);
    if (service) return service;
  }
  return table.byParent.get(host) ?? null;
}

/**
 * The domains that an account of this issuer may belong to, the likeliest first: a proposal that the user confirms. Empty
 * where nothing fits, or too much.
 */
export function domainsOfIssuer(table: SiteTable, issuer: string): string[] {
  const services = servicesOfIssuer(table, issuer);
  if (services.length > MAX_PROPOSED) return [];
  return [...new Set(services.flatMap((service) => service.domains))];
}

function servicesOfIssuer(table: SiteTable, issuer: string): Service[] {
  const { host, keys, acronym } = keysOfIssuer(issuer);
  const atHost = host && serviceOf(table, host);
  if (atHost) return [atHost];
  for (const key of keys) {
    const named = table.byName.get(key) ?? table.byLabel.get(key);
    if (named) return named;
  }
  return (acronym && table.byAcronym.get(acronym)) || [];
}
