export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

export interface Spot {
  side: 'below' | 'beside' | 'above';
  left: number;
  top: number;
}

const GAP = 8;
const EDGE = 4;

/**
 * Where the offer may stand, best first: under the field, left edge to left edge; after the row of boxes; above. Empty
 * when the field is off screen; else never empty, since a page without room still has a field.
 */
export function spotsFor(
  field: Box,
  row: Box,
  pill: { width: number; height: number },
  view: { width: number; height: number },
): Spot[] {
  const bottom = field.top + field.height;
  if (bottom < 0 || field.top > view.height || field.left > view.width || field.left + field.width < 0)
    return [];
  const inside = (side: Spot['side'], left: number, top: number): Spot => ({
    side,
    left: Math.round(Math.max(EDGE, Math.min(left, view.width - EDGE - pill.width))),
    top: Math.round(Math.max(EDGE, Math.min(top, view.height - EDGE - pill.height))),
  });
  const fits = (left: number, top: number) =>
    left >= EDGE &&
    top >= EDGE &&
    left + pill.width <= view.width - EDGE &&
    top + pill.height <= view.height - EDGE;
  const below = bottom + GAP;
  const above = field.top - GAP - pill.height;
  const beside = row.left + row.width + GAP;
  const middle = field.top + field.height / 2 - pill.height / 2;
  const spots: Spot[] = [];
  if (below + pill.height <= view.height - EDGE) spots.push(inside('below', field.left, below));
  if (fits(beside, middle)) spots.push(inside('beside', beside, middle));
  if (above >= EDGE) spots.push(inside('above', field.left, above));
  return spots.length > 0 ? spots : [inside('below', field.left, below)];
}
