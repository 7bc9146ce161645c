import type { DocumentToken, OfferKind } from '../messages/protocol.ts';
import { FACE_STYLE } from '../offer/face-style.ts';
import { buttonsInFrame } from './buttons-in-frame.ts';
import { buttonsInPage } from './buttons-in-page.ts';
import { coversControl } from './covers.ts';
import type { Boxes } from './fill.ts';
import { frameOrigin } from './frame-origin.ts';
import { HOST_STYLE } from './host-style.ts';
import type { OfferEvents, OfferInner } from './offer-inner.ts';
import { type Spot, spotsFor } from './place-pill.ts';
import { isTypedInto } from './visible.ts';

export interface PillEvents {
  /** The user pressed: a fill that follows is for this field. */
  pressed(): void;
  /** Leads to the popup. */
  accepted(): void;
  refused(): void;
  /** The cross, or Escape. */
  hidden(how: 'cross' | 'escape'): void;
  /** The field went, or the page tampered with the offer. */
  died(why: 'gone' | 'tampered'): void;
}

export interface Pill {
  host: HTMLElement;
  boxes: Boxes;
  say(kind: OfferKind): void;
  /** Handles an event at the host, seen from the window: before the page, which gets nothing of it. */
  handle(event: Event): void;
  focus(): void;
  remove(): void;
}

const CHECK_MS = 200;
/** Pixels. */
const DRIFT = 4;

function randomName(): string {
  const letters = Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) =>
    String.fromCharCode(97 + (byte % 26)),
  );
  return `${letters.slice(0, 5).join('')}-${letters.slice(5).join('')}`;
}

/** Where the top layer lets clicks through: outside an open dialog or a full-screen element everything is inert. */
function parentFor(field: HTMLElement): Element {
  const dialog =
    field.closest('dialog[open]') ?? (field.getRootNode() as ShadowRoot).host?.closest('dialog[open]');
  return dialog ?? document.fullscreenElement ?? document.documentElement;
}

function styled(root: ShadowRoot): CSSStyleDeclaration {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`${HOST_STYLE}\n${FACE_STYLE}\n:host{left:0!important;top:0!important}`);
  root.adoptedStyleSheets = [sheet];
  return (sheet.cssRules[sheet.cssRules.length - 1] as CSSStyleRule).style;
}

/** Shows the offer at a field, until it is removed or dies. */
export function showPill(boxes: Boxes, kind: OfferKind, token: DocumentToken, events: PillEvents): Pill {
  const field = boxes[0];
  const exit = boxes[boxes.length - 1] ?? field;
  const host = document.createElement(randomName());
  const root = host.attachShadow({ mode: 'closed' });
  const position = styled(root);
  host.setAttribute('popover', 'manual');
  const parent = parentFor(field);
  parent.append(host);
  let said = kind;
  const backToField = () => exit.focus({ preventScroll: true });
  const inside: OfferEvents = {
    pressed() {
      // What moved since the last look counts.
      place();
      events.pressed();
    },
    accepted: events.accepted,
    refused: events.refused,
    hidden(how) {
      if (how === 'escape') backToField();
      events.hidden(how);
    },
    left: backToField,
    resized: () => place(),
  };
  let inner: OfferInner;
  const put = (made: OfferInner) => {
    inner = made;
    root.replaceChildren(made.element);
    made.say(said);
  };
  const inPage = () => put(buttonsInPage(root, inside));
  const failed = () => {
    inner.remove();
    inPage();
  };
  if (__TARGET__ === 'firefox') inPage();
  else put(buttonsInFrame(field, host, token, { ...inside, failed }));
  const life = new AbortController();
  let at = '';
  let side: Spot['side'] = 'below';
  let anchor: { left: number; top: number } | null = null;

  const die = (why: 'gone' | 'tampered') => {
    if (life.signal.aborted) return;
    remove();
    events.died(why);
  };
  // Nobody but us writes to this element: any change means that the page plays with the offer.
  const guard = new MutationObserver((records) => {
    if (records.some((record) => record.target === host) || host.parentNode !== parent) die('tampered');
  });
  /** Where it covers nothing that the user may want to press; where it stood, as long as that holds. */
  const freeSpot = (size: { width: number; height: number }): Spot | undefined => {
    const of = field.getBoundingClientRect();
    const last = exit.getBoundingClientRect();
    // Boxes may wrap to a second row: then there is nothing beside them.
    const row = {
      left: of.left,
      top: of.top,
      width: Math.max(last.right, of.right) - of.left,
      height: of.height,
    };
    const spots = spotsFor(of, row, size, { width: innerWidth, height: innerHeight });
    const isFree = (spot: Spot) => !coversControl({ ...spot, ...size }, field, host);
    const free = spots.find((spot) => spot.side === side && isFree(spot)) ?? spots.find(isFree) ?? spots[0];
    side = free?.side ?? side;
    return free;
  };
  /** A page that settles moves it by a little; from where its time began it may not get far on the screen. */
  const noteMove = (spot: Spot) => {
    const origin = frameOrigin();
    const now = { left: spot.left + origin.left, top: spot.top + origin.top };
    if (anchor && Math.hypot(now.left - anchor.left, now.top - anchor.top) <= DRIFT) return;
    anchor = now;
    inner.moved();
  };
  const place = () => {
    if (life.signal.aborted) return;
    if (!host.isConnected) return die('tampered');
    if (!field.isConnected || !isTypedInto(field) || parentFor(field) !== parent) return die('gone');
    const zoom = (host as { currentCSSZoom?: number }).currentCSSZoom ?? 1;
    const size = { width: inner.element.offsetWidth * zoom, height: inner.element.offsetHeight * zoom };
    const spot = freeSpot(size);
    if (spot === undefined) {
      if (host.matches(':popover-open')) host.hidePopover();
      at = '';
      return;
    }
    if (!host.matches(':popover-open')) {
      host.showPopover();
      return place();
    }
    const next = `${spot.left / zoom}px ${spot.top / zoom}px`;
    if (next !== at) {
      at = next;
      position.setProperty('left', `${spot.left / zoom}px`, 'important');
      position.setProperty('top', `${spot.top / zoom}px`, 'important');
    }
    noteMove(spot);
  };
  const remove = () => {
    life.abort();
    inner.remove();
    guard.disconnect();
    sizes.disconnect();
    clearInterval(timer);
    host.remove();
  };
  const placeSoon = () => requestAnimationFrame(place);
  const sizes = new ResizeObserver(placeSoon);
  sizes.observe(field);
  addEventListener('scroll', placeSoon, { capture: true, passive: true, signal: life.signal });
  addEventListener('resize', placeSoon, { signal: life.signal });
  visualViewport?.addEventListener('resize', placeSoon, { signal: life.signal });
  const timer = setInterval(place, CHECK_MS);
  place();
  guard.observe(host, { attributes: true });
  guard.observe(parent, { childList: true });

  return {
    host,
    boxes,
    say(next) {
      said = next;
      inner.say(next);
    },
    focus: () => inner.focus(),
    remove,
    handle: (event) => inner.handle(event),
  };
}
