import { offerFace } from '../offer/face.ts';
import { isPress } from '../offer/sight.ts';
import type { OfferEvents, OfferInner } from './offer-inner.ts';

/**
 * The buttons in the closed shadow root itself, whose press leads to the popup: in Firefox, which has no observer that
 * tells what is really seen, and in a page that keeps our frame out.
 */
export function buttonsInPage(root: ShadowRoot, events: OfferEvents): OfferInner {
  const face = offerFace();
  const pressed = (event: Event): Element | null => {
    // A keyboard press has no place; the focus says which button.
    if (!(event instanceof MouseEvent) || event.detail === 0) return root.activeElement;
    return root.elementFromPoint(event.clientX, event.clientY)?.closest('button') ?? null;
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && event.isTrusted) {
      event.preventDefault();
      events.hidden('escape');
    }
    if (event.key !== 'Tab' || root.activeElement !== (event.shiftKey ? face.accept : face.hide)) return;
    // Forward, the browser goes on from the field, where it would have gone without us.
    if (event.shiftKey) event.preventDefault();
    events.left();
  };
  return {
    element: face.group,
    say: face.say,
    focus: () => face.accept.focus(),
    moved: () => undefined,
    remove: () => undefined,
    handle(event) {
      event.stopImmediatePropagation();
      if (event.type === 'mousedown') event.preventDefault();
      if (event instanceof KeyboardEvent && event.type === 'keydown') onKey(event);
      if (event.type !== 'click' || !isPress(event)) return;
      const button = pressed(event);
      if (button === face.hide) events.hidden('cross');
      if (button !== face.accept) return;
      events.pressed();
      events.accepted();
    },
  };
}
