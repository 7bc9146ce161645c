import { AppError } from '../core/app-error.ts';
import type { DocumentToken } from '../messages/protocol.ts';
import type { ContentHandlers, OfferHandlers } from '../messages/serve.ts';
import { taughtTo } from './lessons.ts';
import { acceptOffer, offerTo, pressOffer } from './offers.ts';
import { loadMainScript } from './page-scripts.ts';
import { refill } from './refill.ts';

/** A content script's token is a UUID; the page may send anything. */
function parseDocument(data: unknown): DocumentToken {
  const { document } = (typeof data === 'object' && data !== null ? data : {}) as { document?: unknown };
  if (typeof document !== 'string' || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(document)) {
    throw new AppError('bad-message');
  }
  return document as DocumentToken;
}

function isSet(data: unknown, name: 'seen' | 'enrols'): boolean {
  const value = (data as Record<string, unknown>)[name];
  if (typeof value !== 'boolean') throw new AppError('bad-message');
  return value;
}

/** FromContent → calls, after the data was parsed. */
export const contentHandlers: ContentHandlers = {
  load: async (_, sender) => {
    await loadMainScript(sender);
    return null;
  },
  offer: (data, sender) =>
    offerTo(sender, { document: parseDocument(data), enrols: isSet(data, 'enrols') }, Date.now()),
  accept: (data, sender) => acceptOffer(sender, parseDocument(data), Date.now()),
  taught: (_, sender) => taughtTo(sender, Date.now()),
  refill: (data, sender) => refill(sender, parseDocument(data), Date.now()),
};

/** FromOffer → calls, after the data was parsed. */
export const offerHandlers: OfferHandlers = {
  press: (data, sender) =>
    pressOffer(sender, { document: parseDocument(data), seen: isSet(data, 'seen') }, Date.now()),
};
