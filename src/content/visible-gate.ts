const STILL_MS = 500;
const AFTER_MS = 150;
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

export interface VisibleGate {
  /** The button went elsewhere: its time on screen starts again. */
  moved(): void;
  /** Was this button really on screen, in one place, before and after this click? Never true where nothing can tell. */
  saw(event: Event): Promise<boolean>;
  stop(): void;
}

/** A press by a person, by pointer or key. */
export function isPress(event: Event): boolean {
  if (!event.isTrusted || !(event instanceof MouseEvent)) return false;
  const keyboard = event.detail === 0 && (event as PointerEvent).pointerType === '';
  return event.button === 0 && (event.detail >= 1 || keyboard);
}

function viewTransitionRuns(): boolean {
  return (
    CSS.supports('selector(:active-view-transition)') &&
    document.documentElement.matches(':active-view-transition')
  );
}

/** Watches whether the browser paints `button` for the user to see. Firefox cannot tell: there nothing is ever seen. */
export function watchSight(button: HTMLElement): VisibleGate {
  if (__TARGET__ === 'firefox' || !('isVisible' in IntersectionObserverEntry.prototype)) {
    return { moved: () => undefined, saw: () => Promise.resolve(false), stop: () => undefined };
  }
  let since: number | null = null;
  let faults = 0;
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
    async saw(event) {
      const pressedAt = performance.now();
      if (!isPress(event) || since === null || pressedAt - since < STILL_MS || viewTransitionRuns())
        return false;
      const faultsBefore = faults;
      const shownSince = since;
      await new Promise((resolve) => setTimeout(resolve, AFTER_MS));
      const visible = await report();
      return visible && faults === faultsBefore && since === shownSince && !viewTransitionRuns();
    },
    stop: () => observer.disconnect(),
  };
}
