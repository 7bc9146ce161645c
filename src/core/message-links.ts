import type { Span } from './message-text.ts';

/** An address in a message. */
export interface MessageLink extends Span {
  /** In lower-case ASCII; null where the address is none. */
  host: string | null;
}

const MAX_LINKS = 50;
const MAX_HOST = 253;

/** Where the text of an address ends: white space, quotes, and punctuation that stands after it in a sentence. */
const REST = '[^\\s<>"“”«»，。、；！？（）【】「」]{0,2000}';
const ADDRESS = new RegExp(
  `https?://${REST}|(?<![\\p{L}\\p{N}@.\\-])(?:[\\p{Script=Latin}\\p{N}\\-]{1,63}\\.){1,6}[a-z]{2,24}(?![\\p{L}\\p{N}@])(?:[/?]${REST})?`,
  'giu',
);
const MAIL =
  /(?<![\p{L}\p{N}])[\p{L}\p{N}._%+*-]{1,64}@[\p{L}\p{N}*-]{1,63}(?:\.[\p{L}\p{N}*-]{1,63}){1,6}/gu;
const AFTER = /[.,;:!?'’)\]}>]+$/;

/** The host of an address without its name in front, as `user@`, or a port; null where it is none. */
function hostOf(address: string): string | null {
  const whole = /^https?:/i.test(address) ? address : `https://${address}`;
  if (!URL.canParse(whole)) return null;
  const { hostname } = new URL(whole);
  return hostname.length <= MAX_HOST && hostname.includes('.') ? hostname.replace(/\.$/, '') : null;
}

/** The addresses of a text, the first fifty. A bare domain counts, such as `v.example.com/123456`. */
export function linksOf(text: string): MessageLink[] {
  const links: MessageLink[] = [];
  for (const { index: start, 0: match } of text.matchAll(ADDRESS)) {
    const address = match.replace(AFTER, '');
    links.push({ start, end: start + address.length, host: hostOf(address) });
    if (links.length >= MAX_LINKS) break;
  }
  return links;
}

/** Where e-mail addresses stand, masked ones (`jo**@example.com`) among them. */
export function mailAddressesOf(text: string): Span[] {
  return Array.from(text.matchAll(MAIL), ({ index, 0: match }) => ({
    start: index,
    end: index + match.length,
  }));
}
