/** What a code can be typed into: an input, a textarea, or a plain element that the page made editable. */
export type CodeBox = HTMLInputElement | HTMLTextAreaElement | HTMLElement;

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

/** Where to look for them. */
export const BOXES = 'input, textarea, [contenteditable]';

const isEditable = (element: Element): element is HTMLElement =>
  element instanceof HTMLElement && element.matches('[contenteditable]:not([contenteditable="false" i])');

/** A box that could take a code as far as its type goes. */
export function isTypable(element: Element): element is CodeBox {
  if (element instanceof HTMLInputElement)
    return !OTHER_TYPES.has((element.getAttribute('type') ?? '').toLowerCase());
  return element instanceof HTMLTextAreaElement || isEditable(element);
}

export function hasValue(box: CodeBox): box is HTMLInputElement | HTMLTextAreaElement {
  return box instanceof HTMLInputElement || box instanceof HTMLTextAreaElement;
}

/** What a person reads in it. An editable element keeps line breaks and marks of width nought when it is empty. */
export function textIn(box: CodeBox): string {
  return hasValue(box) ? box.value : (box.textContent ?? '').replace(/[\s\u200b\ufeff]+/g, ' ').trim();
}

export function isShut(box: CodeBox): boolean {
  if (hasValue(box)) return box.disabled || box.readOnly;
  return !box.isContentEditable || /^true$/i.test(box.ariaDisabled ?? box.ariaReadOnly ?? '');
}

/** Attributes that shut a box. */
export const SHUTTING = ['disabled', 'readonly', 'contenteditable', 'aria-disabled', 'aria-readonly'];

export function formOf(box: CodeBox): HTMLFormElement | null {
  return hasValue(box) ? box.form : box.closest('form');
}

export function isUnseen(box: CodeBox): boolean {
  return box instanceof HTMLInputElement && box.type === 'password';
}
