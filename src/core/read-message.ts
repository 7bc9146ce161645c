import { type BoundCode, parseBoundCode } from './bound-code.ts';
import { findCode } from './find-code.ts';
import { helpLinkOf } from './help-link.ts';
import { issuerOf } from './message-issuer.ts';
import { linksOf, mailAddressesOf } from './message-links.ts';
import { namesOf } from './message-names.ts';
import { blanked, MAX_MESSAGE, messageText } from './message-text.ts';
import {
  asksForCode,
  type KnownSites,
  lookalikeLinks,
  type MessageWarning,
  otherDomain,
} from './message-warnings.ts';

/**
 * What a message is that a site sent: it carries a security code; or a link to help and asks nothing; or neither. `issuer` is
 * who sent it as far as the words say, which anyone can write; `bound` is what its last line binds the code to.
 */
export type Message =
  | {
      kind: 'code';
      /** As it is typed into a field. */
      code: string;
      issuer: string | null;
      bound: BoundCode | null;
      warnings: MessageWarning[];
    }
  | { kind: 'help-link'; issuer: string | null; warnings: MessageWarning[] }
  | { kind: 'neither'; issuer: null; warnings: MessageWarning[] };

/** What is known besides the text. */
export interface MessageContext {
  /** Without it no look-alikes are found. */
  sites?: KnownSites;
  /** The document that waits for a code, and the frames around it, as `isFor` takes them. */
  origins?: readonly string[];
}

/** A filler that is no letter, digit, space, or end of a sentence. */
const BLANK = '\uffff';

/**
 * Reads a message. Takes any text, of which the first `MAX_MESSAGE` units and the last line count, in bounded time. Nothing of
 * it is kept.
 */
export function readMessage(raw: string, { sites, origins }: MessageContext = {}): Message {
  const bound = parseBoundCode(raw);
  const { text: whole, plain: wholePlain } = messageText(bound ? withoutLastLine(raw) : raw);
  const links = linksOf(whole);
  const addresses = links.filter(({ start, end }) => isAddress(whole.slice(start, end)));
  const spans = [...mailAddressesOf(whole), ...addresses];
  const text = blanked(whole, spans, BLANK);
  const plain = blanked(wholePlain, spans, BLANK);
  const names = namesOf(plain);
  const found = findCode(text, plain, names);
  const codes = names.filter(({ kind }) => kind === 'code' || kind === 'maybe');
  const warnings: MessageWarning[] = [];
  if (asksForCode(plain, found ? [...codes, found.candidate] : codes)) warnings.push({ code: 'sent-back' });
  if (sites) warnings.push(...lookalikeLinks(text, addresses, sites));
  if (sites && origins) warnings.push(...otherDomain(bound, origins, sites.split));

  const issuer = issuerOf(text.replaceAll(BLANK, ' '), names);
  const code = bound?.code ?? found?.candidate.code;
  if (code !== undefined) return { kind: 'code', code, issuer, bound, warnings };
  if (warnings.every((warning) => warning.code !== 'sent-back')) {
    const help = helpLinkOf(whole, plain, links, names);
    if (help !== null) return { kind: 'help-link', issuer, warnings };
  }
  return { kind: 'neither', issuer: null, warnings };
}

/** A bare domain is also a name, "Thuisbezorgd.nl", or two sentences without a space between. */
function isAddress(address: string): boolean {
  return /[/?]|^www\./i.test(address);
}

function withoutLastLine(raw: string): string {
  const whole = raw.slice(0, MAX_MESSAGE * 50).trimEnd();
  return whole.slice(0, Math.max(whole.lastIndexOf('\n'), whole.lastIndexOf('\r')) + 1);
}
