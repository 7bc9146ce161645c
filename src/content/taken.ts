import { type CodeBox, isShut, textIn } from './code-box.ts';
import { pause } from './write-value.ts';

/** What became of a code after it was written. */
export interface Taken {
  /** The page has it: it stands in the field, or the page took it away to check it. */
  isTaken(): boolean;
  /** The page sent or removed the form: nothing more may be written. */
  isOver(): boolean;
  /** Waits until the code is taken, at most so long. */
  wait(ms: number): Promise<boolean>;
  /** Settles when the page goes: from then on no timer runs, and an answer has to leave at once. */
  gone: Promise<true>;
  stop(): void;
}

/** Spaces and dashes are the page's own grouping of what it took. */
export function standsIn(boxes: readonly CodeBox[], code: string): boolean {
  return (
    boxes
      .map(textIn)
      .join('')
      .replace(/[\s.-]/g, '') === code
  );
}

/**
 * Watches boxes while a code is written. Pages that send themselves often empty or drop their boxes at once; writing
 * again would spend a second try, so those signs count as taken.
 */
export function watchTaken(boxes: readonly CodeBox[], code: string): Taken {
  const ending = new AbortController();
  const open = boxes.filter((box) => !isShut(box));
  let sent = false;
  let stood = false;
  let changed = false;
  const send = () => {
    sent = true;
  };
  const gone = new Promise<true>((resolve) => {
    addEventListener('pagehide', () => resolve(true), { capture: true, signal: ending.signal });
  });
  for (const type of ['submit', 'formdata', 'pagehide']) {
    addEventListener(type, send, { capture: true, signal: ending.signal });
  }
  // A handler further in sees the complete code before the page's own may clear it.
  const look = () => {
    stood ||= standsIn(boxes, code);
  };
  addEventListener('input', look, { capture: true, signal: ending.signal });
  const observer = new MutationObserver((records) => {
    changed ||= stood && records.some((record) => !boxes.some((box) => box === record.target));
  });
  observer.observe(document, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: ['disabled', 'hidden'],
  });

  const isOver = () =>
    sent || boxes.some((box) => !box.isConnected) || (open.length > 0 && open.every(isShut));
  const emptiedByPage = () => stood && changed && boxes.every((box) => textIn(box) === '');
  const isTaken = () => isOver() || standsIn(boxes, code) || emptiedByPage();
  return {
    isTaken,
    isOver,
    gone,
    async wait(ms) {
      for (let waited = 0; ; waited += 15) {
        // After a task of its own: frameworks put back what they do not accept.
        await pause(waited === 0 ? 0 : 15);
        if (isTaken()) return true;
        if (waited >= ms) return false;
      }
    },
    stop() {
      observer.disconnect();
      ending.abort();
    },
  };
}
