import { type CodeBox, isShut, SHUTTING } from './code-box.ts';

/** Whether the page or the user did something with what stands in some boxes. */
export interface Sending {
  /** It was sent, or may have been: nothing may be written or pressed after it. */
  hasSent(): boolean;
  mark(): void;
  stop(): void;
}

export interface SendingWatch {
  /** Events of the window, seen before the page sees them: its handlers may stop them. */
  handle(event: Event): void;
  watch(boxes: readonly CodeBox[]): Sending;
}

/** Anything that a person does outside of the boxes counts: where the button is no button, it may be the press on it. */
function isAct(event: Event, boxes: readonly CodeBox[]): boolean {
  if (event.type === 'submit' || event.type === 'formdata' || event.type === 'pagehide') return true;
  if (!event.isTrusted) return false;
  if (event instanceof KeyboardEvent) return event.type === 'keydown' && event.key === 'Enter';
  const path = event.composedPath();
  return event.type === 'click' && !boxes.some((box) => path.includes(box));
}

export function sendingWatch(): SendingWatch {
  const watched = new Set<{ boxes: readonly CodeBox[]; mark(): void }>();
  return {
    handle(event) {
      for (const each of watched) if (isAct(event, each.boxes)) each.mark();
    },
    watch(boxes) {
      let sent = false;
      const mark = () => {
        sent = true;
      };
      // While it asks its server a page shuts its field.
      const shut = new MutationObserver(() => boxes.some(isShut) && mark());
      for (const box of boxes) shut.observe(box, { attributeFilter: SHUTTING });
      const entry = { boxes, mark };
      watched.add(entry);
      return {
        hasSent: () => sent || boxes.some((box) => !box.isConnected),
        mark,
        stop() {
          shut.disconnect();
          watched.delete(entry);
        },
      };
    },
  };
}
