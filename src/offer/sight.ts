import { SILENCE_MS } from './wire.ts';

/** A person sees, reaches and presses in more than this; a page that shows the offer for a moment does not last as long. */
const STILL_MS = 800;
const AFTER_MS = 150;
/** What enters this long after the offer stood still was not brought under the mouse by it. */
const SETTLED_MS = 300;
const ANSWER_MS = 1000;
const MIN_RATIO = 0.95;

/** IntersectionObserver v2, which only Chromium has; TypeScript's library does not know it. */
interface SightInit extends IntersectionObserverInit {
  trackVisibility: boolean;
  delay: number;
}
interface SightEntry extends IntersectionObserverEntry {
  isVisible?: boolean;
}

export interface Sight {
  /** The button went elsewhere: its time on screen starts again. */
  moved(): void;
  /** The page's thread runs. After a silence its time on screen begins anew. */
  beat(): void;
  /**
   * Was this button really on screen, in one place, before and after this click, and did the user come to it? `early`: it
   * was on screen, but not for long enough, and its time begins anew: who clicks that fast has not read it.
   */
  saw(event: PointerEvent): Promise<'seen' | 'unseen' | 'early'>;
}

/** A press by a person, by pointer or key. */
export function isPress(event: Event): boolean {
  if (!event.isTrusted || !(event instanceof MouseEvent)) return false;
  const keyboard = event.detail === 0 && (event as PointerEvent).pointerType === '';
  return event.button === 0 && (event.detail >= 1 || keyboard);
}

/** Watches whether the browser paints `button` for the user to see, as only Chromium can tell. */
export function watchSight(button: HTMLElement): Sight {
  let since: number | null = null;
  let faults = 0;
  let beatAt = Number.NEGATIVE_INFINITY;
  let cameAt = Number.NEGATIVE_INFINITY;
  // The browser tells of moves, too, when something moved under the mouse: then the mouse went no way, or came at once.
  const come = (event: PointerEvent) => {
    const now = performance.now();
    const hasMoved = event.movementX !== 0 || event.movementY !== 0;
    const hasEntered = event.type === 'pointerenter' && since !== null && now - since > SETTLED_MS;
    if (event.isTrusted && (hasMoved || hasEntered)) cameAt = now;
  };
  button.addEventListener('pointermove', come);
  button.addEventListener('pointerenter', come);
  let onReport: (() => void) | null = null;
  const init: SightInit = {
    threshold: [0, 0.25, 0.5, 0.75, 0.9, MIN_RATIO, 1],
    trackVisibility: true,
    delay: 100,
  };
  const observer = new IntersectionObserver((entries: SightEntry[]) => {
    const entry = entries.at(-1);
    if (entry === undefined) return;
    const visible = entry.isVisible === true && entry.intersectionRatio >= MIN_RATIO;
    if (!visible) faults += 1;
    since = visible ? (since ?? performance.now()) : null;
    onReport?.();
  }, init);
  observer.observe(button);

  /** A fresh observation: without a change the browser reports nothing by itself. */
  const report = () =>
    new Promise<boolean>((resolve) => {
      const late = setTimeout(() => resolve(false), ANSWER_MS);
      onReport = () => {
        clearTimeout(late);
        onReport = null;
        resolve(since !== null);
      };
      observer.unobserve(button);
      observer.observe(button);
    });

  return {
    moved() {
      since = since === null ? null : performance.now();
    },
    beat() {
      const now = performance.now();
      if (now - beatAt > SILENCE_MS && since !== null) since = now;
      beatAt = now;
    },
    async saw(event) {
      const pressedAt = performance.now();
      if (since === null || pressedAt - beatAt > SILENCE_MS) return 'unseen';
      if (pressedAt - since < STILL_MS) {
        since = pressedAt;
        return 'early';
      }
      // Under a mouse that rests, what stands there came to the mouse. Fingers and keys do not hover.
      if (event.pointerType === 'mouse' && cameAt < since) return 'unseen';
      const faultsBefore = faults;
      const shownSince = since;
      await new Promise((resolve) => setTimeout(resolve, AFTER_MS));
      const visible = await report();
      return visible && faults === faultsBefore && since === shownSince ? 'seen' : 'unseen';
    },
  };
}
