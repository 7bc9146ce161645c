const MIN_EDGE = 8;

/** Can a person see and use this field now? Transparent inputs over drawn boxes count, parked ones do not. */
export function isVisible(element: Element): boolean {
  if (!element.isConnected || !element.checkVisibility({ visibilityProperty: true })) return false;
  const box = element.getBoundingClientRect();
  if (box.width < MIN_EDGE || box.height < MIN_EDGE) return false;
  if (box.right + scrollX <= 0 || box.bottom + scrollY <= 0) return false;
  return !isClippedAway(element);
}

/** The usual ways to keep an input for screen readers or as a collector only. */
function isClippedAway(element: Element): boolean {
  const style = getComputedStyle(element);
  if (/^rect\((0(px)?|1px)[, ]+(0(px)?|1px)[, ]/.test(style.clip)) return true;
  if (/^inset\((50|100)%/.test(style.clipPath)) return true;
  return style.opacity === '0' && style.pointerEvents === 'none';
}
