import { type BoundCode, isFor, type SplitHost } from './bound-code.ts';
import { type Guard, guardFor } from './guard.ts';
import { domainOf } from './host-parts.ts';
import { lookalikeOf } from './lookalike.ts';
import type { MessageLink } from './message-links.ts';
import { phraseFinder } from './message-phrases.ts';
import { NEGATED, REPLY_WITH } from './message-rules-ask.ts';
import type { Span } from './message-text.ts';
import { isUsualWord } from './name-inside.ts';
import { type SiteTable, serviceOf } from './site-table.ts';

/** What looks like a trick in a message. Hosts in lower-case ASCII. */
export type MessageWarning =
  /** Someone wants the code: sent back, forwarded, read out. */
  | { code: 'sent-back' }
  /** A link to a host that resembles the domain of a service that the message names. */
  | { code: 'lookalike-link'; host: string; resembles: string }
  /** The code is bound to another site than that of the page at hand. */
  | { code: 'other-domain'; domain: string };

/** What is known of services, prepared once for many messages. */
export interface KnownSites {
  table: SiteTable;
  guard: Guard;
  split: SplitHost;
}

const NEGATED_BEFORE = 45;
const NEGATED_AFTER = 25;

const findReplies = phraseFinder(REPLY_WITH);
const findNegations = phraseFinder(NEGATED);

/** The table with its domains made ready to be compared; takes milliseconds. */
export function knownSites(table: SiteTable, split: SplitHost): KnownSites {
  const hosts = table.services.flatMap((service) => service.domains).map(split);
  const known = hosts.filter((parts) => parts !== null);
  return { table, guard: guardFor(known), split };
}

/** Does a sentence that speaks of a code ask to hand it over? `codes`: where codes are named or stand. */
export function asksForCode(plain: string, codes: readonly Span[]): boolean {
  const negations = findNegations(plain);
  return findReplies(plain).some((ask) => {
    const { start, end } = sentenceAround(plain, ask);
    if (!codes.some((code) => code.start >= start && code.end <= end)) return false;
    const from = Math.max(start, ask.start - NEGATED_BEFORE, plain.lastIndexOf(',', ask.start) + 1);
    const comma = plain.indexOf(',', ask.end);
    const to = Math.min(end, ask.end + NEGATED_AFTER, comma === -1 ? plain.length : comma);
    return !negations.some((negation) => negation.start >= from && negation.end <= to);
  });
}

/** The sentence that a span stands in. */
export function sentenceAround(plain: string, { start, end }: Span): Span {
  const before = /[^.!?。！？।\n]*$/.exec(plain.slice(Math.max(0, start - 500), start))?.[0].length ?? 0;
  const after =
    /^[^!?。！？।\n]*?(?:[!?。！？।\n]|\.\s|$)/.exec(plain.slice(end, end + 500))?.[0].length ?? 0;
  return { start: start - before, end: end + after };
}

/** The links to hosts that resemble a service's domain, where the message names that service. */
export function lookalikeLinks(
  text: string,
  links: readonly MessageLink[],
  sites: KnownSites,
): MessageWarning[] {
  const warnings: MessageWarning[] = [];
  const hosts = new Set(links.map(({ host }) => host).filter((host) => host !== null));
  for (const host of hosts) {
    const parts = sites.split(host);
    const resembles = parts && lookalikeOf(sites.guard, parts)?.resembles;
    if (resembles && isNamed(text, resembles, sites))
      warnings.push({ code: 'lookalike-link', host, resembles });
  }
  return warnings;
}

/** Does the text have a name of the service at this domain, written as a name, with a capital? */
function isNamed(text: string, domain: string, { table, split }: KnownSites): boolean {
  const service = serviceOf(table, domain);
  const labels = [domain, ...(service?.domains ?? [])].map((known) => split(known)?.label ?? '');
  const names = [...labels.filter((label) => !isUsualWord(label)), service?.name ?? ''].map(bareWords);
  const words = ` ${bareWords(text)} `;
  const small = words.toLowerCase();
  return names.some((name) => {
    const at = name.length > 1 ? small.indexOf(` ${name.toLowerCase()} `) : -1;
    return at !== -1 && /[\p{Lu}\p{Lo}\d]/u.test(words.slice(at, at + name.length + 1));
  });
}

function bareWords(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

/** A warning where a bound code is not for the document with these origins (see `isFor`). */
export function otherDomain(
  bound: BoundCode | null,
  origins: readonly string[],
  split: SplitHost,
): MessageWarning[] {
  if (!bound || isFor(bound, origins, split)) return [];
  const parts = split(bound.host);
  return [{ code: 'other-domain', domain: parts ? domainOf(parts) : bound.host }];
}
