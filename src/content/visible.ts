const MIN_EDGE = 8;

/** Can a person see and use this field now? Transparent inputs over drawn boxes count, parked ones do not. */
export function isVisible(element: Element): boolean {
  if (!element.isConnected || !element.checkVisibility({ visibilityProperty: true })) return false;
  const box = element.getBoundingClientRect();
  // One real input lies over drawn boxes, and is as high as these: even where a style that has not come yet gives them none.
  const isOverDrawn = element.matches('[data-input-otp], [data-pin-input-input]');
  if (box.width < MIN_EDGE || (box.height < MIN_EDGE && !isOverDrawn)) return false;
  if (box.right + scrollX <= 0 || box.bottom + scrollY <= 0) return false;
  return !isClippedAway(element);
}

/** Code fields that had the focus though nobody can see them. */
const parked = new WeakSet<Element>();

/**
 * Can a person type into this field now? It is seen, or it is a code field that is parked behind digits which the page
 * draws: who clicked on those has had the focus in it.
 */
export function isTypedInto(element: Element): boolean {
  if (isVisible(element)) return true;
  const { activeElement } = element.getRootNode() as Document | ShadowRoot;
  const saysCode = /\bone-time-code\b/.test(element.getAttribute('autocomplete') ?? '');
  if (saysCode && activeElement === element) parked.add(element);
  return parked.has(element) && element.parentElement !== null && isVisible(element.parentElement);
}

/** The usual ways to keep an input for screen readers or as a collector only. */
function isClippedAway(element: Element): boolean {
  const style = getComputedStyle(element);
  if (/^rect\((0(px)?|1px)[, ]+(0(px)?|1px)[, ]/.test(style.clip)) return true;
  if (/^inset\((50|100)%/.test(style.clipPath)) return true;
  return style.opacity === '0' && style.pointerEvents === 'none';
}
