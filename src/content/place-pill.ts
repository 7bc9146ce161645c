export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

const GAP = 8;
const EDGE = 4;

/** Under the field, left edge to left edge; above it where there is no room below. Null when the field is off screen. */
export function placePill(
  field: Box,
  pill: { width: number; height: number },
  view: { width: number; height: number },
): { left: number; top: number } | null {
  const bottom = field.top + field.height;
  if (bottom < 0 || field.top > view.height || field.left > view.width || field.left + field.width < 0)
    return null;
  const below = bottom + GAP;
  const above = field.top - GAP - pill.height;
  const fitsBelow = below + pill.height <= view.height - EDGE;
  const top = fitsBelow || above < EDGE ? Math.min(below, view.height - EDGE - pill.height) : above;
  const left = Math.max(EDGE, Math.min(field.left, view.width - EDGE - pill.width));
  return { left: Math.round(left), top: Math.round(Math.max(EDGE, top)) };
}
