import type { Boxes } from './fill.ts';
import { type Face, type PillKind, pillFace } from './pill-face.ts';
import { HOST_STYLE, PILL_STYLE } from './pill-style.ts';
import { placePill } from './place-pill.ts';
import { isVisible } from './visible.ts';
import { watchSight } from './visible-gate.ts';

export interface PillEvents {
  accepted(seen: Promise<boolean>): void;
  /** The cross, or Escape. */
  hidden(how: 'cross' | 'escape'): void;
  /** The field went, or the page tampered with the offer. */
  died(why: 'gone' | 'tampered'): void;
}

export interface Pill {
  host: HTMLElement;
  boxes: Boxes;
  say(kind: PillKind): void;
  /** Handles an event at the host, seen from the window: before the page, which gets nothing of it. */
  handle(event: Event): void;
  focus(): void;
  remove(): void;
}

const CHECK_MS = 200;

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
  sheet.replaceSync(`${HOST_STYLE}\n${PILL_STYLE}\n:host{left:0!important;top:0!important}`);
  root.adoptedStyleSheets = [sheet];
  return (sheet.cssRules[sheet.cssRules.length - 1] as CSSStyleRule).style;
}

/** Shows the offer at a field, until it is removed or dies. */
export function showPill(boxes: Boxes, kind: PillKind, events: PillEvents): Pill {
  const field = boxes[0];
  const exit = boxes[boxes.length - 1] ?? field;
  const host = document.createElement(randomName());
  const root = host.attachShadow({ mode: 'closed' });
  const position = styled(root);
  const face: Face = pillFace();
  face.say(kind);
  root.append(face.group);
  host.setAttribute('popover', 'manual');
  const parent = parentFor(field);
  parent.append(host);
  const gate = watchSight(face.accept);
  const life = new AbortController();
  let at = '';

  const die = (why: 'gone' | 'tampered') => {
    if (life.signal.aborted) return;
    remove();
    events.died(why);
  };
  // Nobody but us writes to this element: any change means that the page plays with the offer.
  const guard = new MutationObserver((records) => {
    if (records.some((record) => record.target === host) || host.parentNode !== parent) die('tampered');
  });
  const place = () => {
    if (life.signal.aborted) return;
    if (!host.isConnected) return die('tampered');
    if (!field.isConnected || !isVisible(field) || parentFor(field) !== parent) return die('gone');
    const zoom = (host as { currentCSSZoom?: number }).currentCSSZoom ?? 1;
    const spot = placePill(
      field.getBoundingClientRect(),
      { width: face.group.offsetWidth * zoom, height: face.group.offsetHeight * zoom },
      { width: innerWidth, height: innerHeight },
    );
    if (spot === null) {
      if (host.matches(':popover-open')) host.hidePopover();
      at = '';
      return;
    }
    if (!host.matches(':popover-open')) {
      host.showPopover();
      return place();
    }
    const next = `${spot.left / zoom}px ${spot.top / zoom}px`;
    if (next === at) return;
    at = next;
    position.setProperty('left', `${spot.left / zoom}px`, 'important');
    position.setProperty('top', `${spot.top / zoom}px`, 'important');
    gate.moved();
  };
  const remove = () => {
    life.abort();
    guard.disconnect();
    sizes.disconnect();
    clearInterval(timer);
    gate.stop();
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

  const buttonOf = (event: Event): Element | null => {
    // A keyboard press has no place; the focus says which button.
    if (!(event instanceof MouseEvent) || event.detail === 0) return root.activeElement;
    return root.elementFromPoint(event.clientX, event.clientY)?.closest('button') ?? null;
  };
  const leave = (forward: boolean, event: Event) => {
    const inside = forward ? root.activeElement === face.accept : root.activeElement === face.hide;
    if (inside) return;
    // From the field on, the browser goes where it would have gone without us.
    exit.focus({ preventScroll: true });
    if (!forward) event.preventDefault();
  };
  return {
    host,
    boxes,
    say: face.say,
    focus: () => face.accept.focus(),
    remove,
    handle(event) {
      event.stopImmediatePropagation();
      if (event.type === 'mousedown') event.preventDefault();
      if (event instanceof KeyboardEvent && event.type === 'keydown') {
        if (event.key === 'Tab') leave(!event.shiftKey, event);
        if (event.key === 'Escape' && event.isTrusted) {
          event.preventDefault();
          exit.focus({ preventScroll: true });
          events.hidden('escape');
        }
      }
      if (event.type !== 'click' || !event.isTrusted) return;
      const pressed = buttonOf(event);
      if (pressed === face.hide) events.hidden('cross');
      if (pressed === face.accept) events.accepted(gate.saw(event));
    },
  };
}
