import { shadowRootsUnder } from './roots.ts';

/** Types that never take a code. Unknown types count as text, as browsers treat them. */
const OTHER_TYPES = new Set([
  'hidden',
  'checkbox',
  'radio',
  'button',
  'submit',
  'reset',
  'image',
  'file',
  'range',
  'color',
  'date',
  'datetime-local',
  'month',
  'week',
  'time',
  'email',
  'url',
  'search',
]);

/** Beyond this many inputs a page is a form or a grid, and no sign-in page. */
const MAX_CANDIDATES = 120;

/** An input that could take a code as far as its type goes. */
export function isTypable(element: Element): element is HTMLInputElement {
  return (
    element instanceof HTMLInputElement &&
    !OTHER_TYPES.has((element.getAttribute('type') ?? '').toLowerCase())
  );
}

/** All inputs of the page that could take a code, in reading order, shadow roots included. */
export function candidates(): HTMLInputElement[] {
  const found: HTMLInputElement[] = [];
  for (const root of [document, ...shadowRootsUnder(document)]) {
    for (const element of root.querySelectorAll('input')) {
      if (isTypable(element)) found.push(element);
    }
  }
  return found.slice(0, MAX_CANDIDATES);
}
