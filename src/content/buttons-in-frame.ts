import type { DocumentToken, OfferKind } from '../messages/protocol.ts';
import { BEAT_MS, type FromOffer, type ToOffer } from '../offer/wire.ts';
import { isHonest } from './honest-page.ts';
import type { OfferEvents, OfferInner } from './offer-inner.ts';
import { runtime } from './runtime.ts';

/** What a frame may ask for: as much as its two buttons take in any language, at any size of text. */
const MAX = { width: 480, height: 120 };
/** A page may keep frames out (an embedder policy): then there is no answer. */
const PATIENCE_MS = 2_000;

/** The buttons in a frame of ours, Chromium only: the page can neither press them nor see what is pressed. */
export function buttonsInFrame(
  field: HTMLElement,
  host: HTMLElement,
  document: DocumentToken,
  events: OfferEvents & { failed(): void },
): OfferInner {
  const frame = window.document.createElement('iframe');
  frame.title = 'Tweestap';
  // A one-time address, so that no page can name it.
  frame.src = runtime()?.getURL('src/offer/index.html') ?? '';
  const { port1: port, port2 } = new MessageChannel();
  const say = (message: ToOffer) => port.postMessage(message);
  const beating = setInterval(say, BEAT_MS, { type: 'alive' });
  const late = setTimeout(events.failed, PATIENCE_MS);
  port.onmessage = ({ data }: MessageEvent<FromOffer>) => {
    switch (data.type) {
      case 'size':
        clearTimeout(late);
        frame.width = String(Math.min(data.width, MAX.width));
        frame.height = String(Math.min(data.height, MAX.height));
        return events.resized();
      case 'pressed':
        events.pressed();
        return say({ type: 'honest', honest: isHonest(field, host) });
      case 'refused':
        return events.refused();
      case 'hidden':
        return events.hidden(data.how);
      case 'left':
        return events.left();
      default:
        return data satisfies never;
    }
  };
  frame.addEventListener('load', () => frame.contentWindow?.postMessage(null, '*', [port2]), { once: true });
  return {
    element: frame,
    say: (kind: OfferKind) => say({ type: 'show', kind, document }),
    focus() {
      frame.focus();
      say({ type: 'focus' });
    },
    moved: () => say({ type: 'moved' }),
    remove() {
      clearTimeout(late);
      clearInterval(beating);
      port.close();
    },
    handle: (event) => event.stopImmediatePropagation(),
  };
}
