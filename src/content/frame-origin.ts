/** Where this frame's viewport begins on the screen, as far as the frames around it are of its own origin. */
export function frameOrigin(): { left: number; top: number } {
  let left = window.screenX;
  let top = window.screenY;
  for (let inner: Window = window; inner !== inner.parent; inner = inner.parent) {
    const frame = inner.frameElement;
    if (frame === null) break;
    const box = frame.getBoundingClientRect();
    left += box.left;
    top += box.top;
  }
  return { left, top };
}
