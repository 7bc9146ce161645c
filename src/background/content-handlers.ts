import { AppError } from '../core/app-error.ts';
import type { DocumentToken } from '../messages/protocol.ts';
import type { ContentHandlers } from '../messages/serve.ts';
import { acceptOffer, offerTo } from './offers.ts';

/** A content script's token is a UUID; the page may send anything. */
function parseDocument(data: unknown): DocumentToken {
  const { document } = (typeof data === 'object' && data !== null ? data : {}) as { document?: unknown };
  if (typeof document !== 'string' || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(document)) {
    throw new AppError('bad-message');
  }
  return document as DocumentToken;
}

function parseSeen(data: unknown): boolean {
  const { seen } = data as { seen?: unknown };
  if (typeof seen !== 'boolean') throw new AppError('bad-message');
  return seen;
}

/** FromContent → calls, after the data was parsed. */
export const contentHandlers: ContentHandlers = {
  offer: (data, sender) => {
    parseDocument(data);
    return offerTo(sender, Date.now());
  },
  accept: (data, sender) =>
    acceptOffer(sender, { document: parseDocument(data), seen: parseSeen(data) }, Date.now()),
};
