import { isVisible } from './visible.ts';

const OPAQUE = 0.9;
const MIN_EDGE = 12;
const HIDING_FILTER = /opacity|brightness|contrast|blur|url/;

/** Nothing on the way from the page to this element fades it, cuts it or masks it. */
function isShownThroughout(element: Element): boolean {
  let opacity = 1;
  for (let node: Element | null = element; node !== null; node = node.parentElement ?? hostOf(node)) {
    const style = getComputedStyle(node);
    opacity *= Number(style.opacity);
    if (style.clipPath !== 'none' || style.maskImage !== 'none' || HIDING_FILTER.test(style.filter))
      return false;
  }
  return opacity >= OPAQUE;
}

/** The user sees the field that would be filled, and could press it. */
export function isFieldShown(field: Element): boolean {
  const { left, top, width, height } = field.getBoundingClientRect();
  if (!isVisible(field) || width < MIN_EDGE || height < MIN_EDGE || !isShownThroughout(field)) return false;
  const there = (field.getRootNode() as Document | ShadowRoot).elementFromPoint(
    left + width / 2,
    top + height / 2,
  );
  return (
    there !== null &&
    (field.contains(there) || there.contains(field) || there.closest('label')?.contains(field) === true)
  );
}

function hostOf(element: Element): Element | null {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

/** The page as a whole is neither faded, filtered, cut nor zoomed away. */
function isPlain(element: Element): boolean {
  const { opacity, filter, maskImage, clipPath } = getComputedStyle(element);
  return Number(opacity) >= OPAQUE && filter === 'none' && maskImage === 'none' && clipPath === 'none';
}

function viewTransitionRuns(): boolean {
  return (
    CSS.supports('selector(:active-view-transition)') &&
    document.documentElement.matches(':active-view-transition')
  );
}

/**
 * The frames around this one are plain as well: what the browser attests of being seen does not know of masks and clips
 * around a frame. One of another origin cannot be looked at.
 */
function isInPlainFrames(): boolean {
  for (let inner: Window = window; inner !== inner.parent; inner = inner.parent) {
    const frame = inner.frameElement;
    if (frame === null) return false;
    for (let node: Element | null = frame; node !== null; node = node.parentElement ?? hostOf(node))
      if (!isPlain(node)) return false;
  }
  return true;
}

/** Something else of the page stands in the top layer where we do, and may lie over us. Dialogs that hold the field are its place. */
function isOverlaid(field: Element, host: Element): boolean {
  const own = host.getBoundingClientRect();
  return [...document.querySelectorAll(':popover-open, :modal')].some((element) => {
    if (element === host || element.contains(field)) return false;
    const { left, right, top, bottom } = element.getBoundingClientRect();
    return left < own.right && right > own.left && top < own.bottom && bottom > own.top;
  });
}

/** Nothing that this page does speaks against a fill by a press on the offer; in doubt the popup asks. */
export function isHonest(field: Element, host: Element): boolean {
  return (
    isFieldShown(field) &&
    [document.documentElement, document.body].every((element) => element === null || isPlain(element)) &&
    isInPlainFrames() &&
    !viewTransitionRuns() &&
    !isOverlaid(field, host)
  );
}
