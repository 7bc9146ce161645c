/** Whether a picture shows a QR code, without reading it: by the three squares in its corners (ISO/IEC 18004 §6.3.3). */

export interface Pixels {
  /** RGBA, row by row. */
  data: Uint8ClampedArray;
  width: number;
  height: number;
}

interface Point {
  x: number;
  y: number;
  /** Of one module, in pixels. */
  module: number;
}

/** Dark, light, dark, light, dark along any line through the middle of a corner's square, in modules. */
const RATIO = [1, 1, 3, 1, 1];
/** Of a module, up or down: drawings are scaled and smoothed. */
const TOLERANCE = 0.55;

/** Where a line of dark and light has the ratio: the middle of it and its module. */
function matches(dark: (at: number) => boolean, length: number): { middle: number; module: number }[] {
  const found: { middle: number; module: number }[] = [];
  const runs: { dark: boolean; from: number; size: number }[] = [];
  for (let at = 0; at < length; at++) {
    const last = runs.at(-1);
    const isDark = dark(at);
    if (last?.dark === isDark) last.size += 1;
    else runs.push({ dark: isDark, from: at, size: 1 });
  }
  for (let first = 0; first + 5 <= runs.length; first++) {
    const five = runs.slice(first, first + 5);
    const [start] = five;
    if (!start?.dark) continue;
    const total = five.reduce((sum, { size }) => sum + size, 0);
    const module = total / 7;
    const fits = five.every(({ size }, i) => Math.abs(size - (RATIO[i] ?? 1) * module) <= TOLERANCE * module);
    if (fits && module >= 1) found.push({ middle: start.from + total / 2, module });
  }
  return found;
}

function isNear(one: Point, other: Point): boolean {
  const reach = Math.max(one.module, other.module);
  return Math.abs(one.x - other.x) < reach && Math.abs(one.y - other.y) < reach;
}

/** Three corners of a square, with modules of one size. */
function areCorners(points: readonly Point[]): boolean {
  const far = (one: Point, other: Point) => Math.hypot(one.x - other.x, one.y - other.y);
  return points.some((corner) =>
    points.some((one) =>
      points.some((other) => {
        if (corner === one || one === other || corner === other) return false;
        const a = far(corner, one);
        const b = far(corner, other);
        // The smallest version has 14 modules between two middles, the largest 170.
        const isSide = a >= 12 * corner.module && a <= 180 * corner.module;
        return isSide && Math.abs(a - b) < 0.15 * a && Math.abs(far(one, other) - Math.SQRT2 * a) < 0.15 * a;
      }),
    ),
  );
}

/** True for a QR code that lies nearly straight, also a light one on dark ground. */
export function looksLikeQr({ data, width, height }: Pixels): boolean {
  let sum = 0;
  const grey = new Uint8Array(width * height);
  for (let at = 0; at < grey.length; at++) {
    const shade = ((data[4 * at] ?? 0) + (data[4 * at + 1] ?? 0) + (data[4 * at + 2] ?? 0)) / 3;
    grey[at] = shade;
    sum += shade;
  }
  const mean = sum / Math.max(1, grey.length);
  return [false, true].some((inverted) => {
    const dark = (x: number, y: number) => (grey[y * width + x] ?? 0) < mean !== inverted;
    const points: Point[] = [];
    let columns = 0;
    for (let y = 0; y < height && points.length <= MAX_POINTS; y++) {
      for (const { middle: x, module } of matches((at) => dark(at, y), width)) {
        // Of a corner the rows are few; of a pattern that has the ratio everywhere there is no end.
        if (++columns > MAX_COLUMNS) return false;
        const column = Math.floor(x);
        const down = matches((at) => dark(column, at), height).find(
          (each) => Math.abs(each.middle - y) <= 2 * module && Math.abs(each.module - module) <= module / 2,
        );
        const point = down && { x, y: down.middle, module };
        if (point && !points.some((known) => isNear(known, point))) points.push(point);
      }
    }
    return points.length <= MAX_POINTS && areCorners(points);
  });
}

/** A pattern that has its squares everywhere is something else. */
const MAX_POINTS = 40;
const MAX_COLUMNS = 4_000;
