import type { MessageLink } from './message-links.ts';
import type { Name } from './message-names.ts';
import { phraseFinder } from './message-phrases.ts';
import { ASKS, HELP, NO_ACTION, NOT_NEEDED, PLEASE } from './message-rules-ask.ts';
import { SELLING } from './message-rules-other.ts';

/** A notice is short; what is longer says more than that there is help. */
const MAX_NOTICE = 1_200;
const HELP_REACH = 45;
const NO_ACTION_REACH = 12;

const findHelp = phraseFinder(HELP);
const findNoAction = phraseFinder(NO_ACTION);
const findNotNeeded = phraseFinder([...NO_ACTION, ...NOT_NEEDED]);
const findAsks = phraseFinder(ASKS);
const findPlease = phraseFinder(PLEASE);
const findSelling = phraseFinder(SELLING);

/** A link that says so itself. */
const HELP_ADDRESS =
  /(?:^|[/.-])(?:help|support|faq|hulp|hilfe|aide|ayuda|ajuda|aiuto|pomoc|yardim)(?:$|[/.?-])/i;
/** The link itself, where only its name was copied. */
const LINK_NAMED = /help[ -]?(?:koppeling|link)|hulplink|hilfelink/;
const CLAUSE_START = /(?:^|[.!?,:;\n–—(>•。！？])\s*(?:\d[.)]\s*)?$/u;
const MONEY = /[$€£¥₹₺₽₴₩₫฿₪₦₱]/;

/**
 * Where the link to help is in a message without a code that asks nothing of its reader: its host, or '' where only the words
 * "help link" are left of it. Null for every other message. `plain` has the addresses blanked, `text` has them.
 */
export function helpLinkOf(
  text: string,
  plain: string,
  links: readonly MessageLink[],
  names: readonly Name[],
): string | null {
  if (text.length > MAX_NOTICE) return null;
  const sells = names.some(({ rule }) => rule === 'promotion' || rule === 'delivery');
  if (sells || MONEY.test(text) || findSelling(plain).length > 0 || asks(plain)) return null;
  const link = links.find((candidate) => isHelp(text, plain, candidate));
  if (link) return link.host ?? '';
  if (LINK_NAMED.test(plain)) return links[0]?.host ?? '';
  return findNoAction(plain).length > 0 ? (links[0]?.host ?? null) : null;
}

function isHelp(text: string, plain: string, { start, end }: MessageLink): boolean {
  if (HELP_ADDRESS.test(text.slice(start, end).replace(/^https?:\/\//i, ''))) return true;
  return findHelp(plain.slice(Math.max(0, start - HELP_REACH), start)).length > 0;
}

function asks(plain: string): boolean {
  const please = findPlease(plain);
  const notNeeded = findNotNeeded(plain);
  return findAsks(plain).some(({ id, start, end: askEnd }) => {
    // "You don't have to reply."
    if (notNeeded.some((none) => none.start <= start && askEnd <= none.end + NO_ACTION_REACH)) return false;
    if (id === 'asks-anywhere') return true;
    const isAsked = please.some(({ end }) => end <= start && start - end <= 2);
    return isAsked || CLAUSE_START.test(plain.slice(Math.max(0, start - 12), start));
  });
}
