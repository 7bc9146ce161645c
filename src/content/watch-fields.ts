import { BOXES, isTypable } from './code-box.ts';
import { shadowRootsUnder } from './roots.ts';

const REST_MS = 200;
const MAX_REST_MS = 4000;
const OBSERVED: MutationObserverInit = {
  childList: true,
  subtree: true,
  attributes: true,
  attributeFilter: ['class', 'style', 'hidden', 'type', 'disabled', 'open', 'inert', 'aria-hidden'],
};

/** What pages consist of and what is no box and no component, commonest first: no selector finds a component by the dash in its name, and looking at each element costs ten times as much. */
const PLAIN =
  'p, div, span, a, li, td, tr, ul, ol, tbody, thead, table, th, img, br, button, b, i, em, strong, svg, path, g, use, circle, rect, label, h1, h2, h3, h4, h5, h6, section, article, header, footer, nav, main, aside, script, style, link, meta, select, option, optgroup, form, iframe, small, code, pre, hr, dl, dt, dd, figure, figcaption, picture, source, sub, sup, time, video, abbr, fieldset, legend, template, noscript, defs, line, polygon, polyline, ellipse, text';
const HOLDER = `${BOXES}, :not(${PLAIN})`;
/** Plain elements can have a shadow root, too, but rarely; where they do, near the top of what is inserted. */
const LOOKED_AT = 4;

function holdsRoot(elements: HTMLCollectionOf<Element>): boolean {
  for (let at = 0; at < Math.min(LOOKED_AT, elements.length); at += 1) {
    if (elements[at]?.shadowRoot) return true;
  }
  return false;
}

function mayHoldField(node: Node): boolean {
  if (!(node instanceof Element)) return false;
  if (node.matches(HOLDER) || node.shadowRoot !== null) return true;
  return (
    node.firstElementChild !== null &&
    (node.querySelector(HOLDER) !== null || holdsRoot(node.getElementsByTagName('*')))
  );
}

/** `others`: there are boxes that are no inputs. Browsers keep lists of elements by their tag, but not by a selector. */
function matters(record: MutationRecord, others: boolean): boolean {
  if (record.type === 'childList') return [...record.addedNodes].some(mayHoldField);
  const target = record.target as Element;
  return (
    target.localName === 'input' ||
    target.localName.includes('-') ||
    target.getElementsByTagName('input').length > 0 ||
    (others && (target.matches(BOXES) || target.querySelector(BOXES) !== null))
  );
}

const holdsOtherBox = (root: ParentNode) => root.querySelector('textarea, [contenteditable]') !== null;

/** Runs `look` now and then: never in a row, in the page's idle time, and less often the longer it takes. */
function throttled(look: () => void, signal: AbortSignal): { schedule(): void; isPending(): boolean } {
  let pending = false;
  let restUntil = 0;
  const run = () => {
    pending = false;
    if (signal.aborted) return;
    const from = performance.now();
    look();
    const took = performance.now() - from;
    restUntil = performance.now() + Math.min(MAX_REST_MS, Math.max(REST_MS, took * 20));
  };
  return {
    isPending: () => pending,
    schedule() {
      if (pending || signal.aborted) return;
      pending = true;
      setTimeout(
        () => requestIdleCallback(run, { timeout: 300 }),
        Math.max(20, restUntil - performance.now()),
      );
    },
  };
}

/** Calls `look` whenever a code field may have come, gone or been shown. Costs nothing on pages without inputs. */
export function watchFields(look: (roots: readonly ShadowRoot[]) => void, signal: AbortSignal): void {
  let others = false;
  // A look that is to come sees what was done until then.
  const observer = new MutationObserver(
    (records) => !isPending() && records.some((record) => matters(record, others)) && schedule(),
  );
  const { schedule, isPending } = throttled(() => {
    const roots = shadowRootsUnder(document);
    others = [document, ...roots].some(holdsOtherBox);
    look(roots);
    for (const root of roots) observer.observe(root, OBSERVED);
  }, signal);
  signal.addEventListener('abort', () => observer.disconnect());

  const listen = (type: string, listener: (event: Event) => void) =>
    addEventListener(type, listener, { capture: true, passive: true, signal });
  listen('focusin', (event) => {
    const [target] = event.composedPath();
    if (
      target instanceof Element &&
      (isTypable(target) || !target.matches('input, textarea, button, a, select'))
    )
      schedule();
  });
  // What a click or an animation shows needs no mutation that matters.
  for (const type of ['click', 'transitionend', 'animationend']) {
    listen(type, () => (others || document.getElementsByTagName('input').length > 0) && schedule());
  }

  const begin = () => {
    observer.observe(document, OBSERVED);
    schedule();
  };
  // While the parser runs every element is a mutation: one look at the end is enough.
  if (document.readyState === 'loading')
    document.addEventListener('DOMContentLoaded', begin, { once: true, signal });
  else begin();
  // Components that get their shadow root after they were inserted.
  const late = () => setTimeout(schedule, 1000);
  if (document.readyState === 'complete') late();
  else listen('load', (event) => event.target === document && late());
}
