/**
 * What the content script and the offer's frame say to each other, over a port that the page does not see. Nothing of
 * it decides a fill: that is between the frame and the background.
 */
import type { DocumentToken, OfferKind } from '../messages/protocol.ts';

/** How often `alive` is said, and how long a silence counts as none. Milliseconds. */
export const BEAT_MS = 50;
export const SILENCE_MS = 200;

export type ToOffer =
  | { type: 'show'; kind: OfferKind; document: DocumentToken }
  /** It stands elsewhere now: its time on screen begins anew. */
  | { type: 'moved' }
  /** The page's thread runs: a page that stops it could move things over us that neither of us is told of. */
  | { type: 'alive' }
  /** The user came from the field by Tab. */
  | { type: 'focus' }
  /** The answer to `pressed`: nothing in the page speaks against a fill. */
  | { type: 'honest'; honest: boolean };

export type FromOffer =
  | { type: 'size'; width: number; height: number }
  | { type: 'pressed' }
  | { type: 'refused' }
  | { type: 'hidden'; how: 'cross' | 'escape' }
  /** Tab beyond its buttons. */
  | { type: 'left' };
