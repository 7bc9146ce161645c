import type { Box } from './place-pill.ts';

const CONTROLS =
  'a[href], button, input, select, textarea, label, summary, iframe, [role="button"], [role="link"], [tabindex]';
const INSET = 3;

/** Something of the page that can be pressed or typed in stands there, other than what holds the field itself. */
export function coversControl(spot: Box, field: Element, host: Element): boolean {
  const { left, top, width, height } = spot;
  const xs = [left + INSET, left + width / 2, left + width - INSET];
  const ys = [top + INSET, top + height / 2, top + height - INSET];
  return xs.some((x) =>
    ys.some((y) => {
      const there = document.elementsFromPoint(x, y).find((element) => element !== host);
      const control = there?.closest(CONTROLS);
      return control != null && control !== field && !control.contains(field);
    }),
  );
}
