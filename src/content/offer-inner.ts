import type { DocumentToken, OfferKind } from '../messages/protocol.ts';

/** The buttons of an offer, wherever they stand. */
export interface OfferInner {
  element: HTMLElement;
  say(kind: OfferKind): void;
  focus(): void;
  /** The offer stands elsewhere now. */
  moved(): void;
  remove(): void;
  /** An event at the host, seen from the window before the page. */
  handle(event: Event): void;
}

export interface OfferEvents {
  /** The user pressed: a fill that follows is for this field. */
  pressed(): void;
  /** By a press that the page could see: the content script asks the background, which opens the popup. */
  accepted(): void;
  refused(): void;
  /** The cross, or Escape. */
  hidden(how: 'cross' | 'escape'): void;
  /** The user left it by Tab. */
  left(): void;
  /** Its own size changed. */
  resized(): void;
}

export type MakeInner = (kind: OfferKind, document: DocumentToken, events: OfferEvents) => OfferInner;
