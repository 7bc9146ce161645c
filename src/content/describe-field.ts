import { type CodeBox, formOf, hasValue, isShut } from './code-box.ts';
import type { BoxFacts, FieldFacts } from './field-facts.ts';
import { textAfter, textBefore } from './nearby-text.ts';

const ANCESTORS = 6;
const HINTS = [
  'data-testid',
  'data-test',
  'data-cy',
  'data-name',
  'data-qa',
  'formcontrolname',
  'ng-model',
  'v-model',
  'title',
  'aria-describedby',
];

const numbers = new WeakMap<Element, number>();
let lastNumber = 0;

function numberOf(element: Element): number {
  const known = numbers.get(element);
  if (known !== undefined) return known;
  lastNumber += 1;
  numbers.set(element, lastNumber);
  return lastNumber;
}

function ancestorsOf(element: Element): number[] {
  const found: number[] = [];
  for (
    let node = element.parentElement;
    node !== null && found.length < ANCESTORS;
    node = node.parentElement
  ) {
    found.push(numberOf(node));
  }
  return found;
}

function attribute(element: Element, name: string): string {
  return (element.getAttribute(name) ?? '').trim().slice(0, 200);
}

function numeric(element: Element, name: string): number | null {
  const value = Number.parseInt(attribute(element, name), 10);
  return Number.isNaN(value) ? null : value;
}

/** Facts of the element alone: cheap, and enough to group boxes. */
export function describeBox(input: CodeBox): BoxFacts {
  const box = input.getBoundingClientRect();
  return {
    // As written: Firefox and Chrome both turn unknown types into "text".
    type: attribute(input, 'type').toLowerCase(),
    autocomplete: attribute(input, 'autocomplete').toLowerCase(),
    inputmode: attribute(input, 'inputmode').toLowerCase(),
    pattern: attribute(input, 'pattern'),
    maxlength: numeric(input, 'maxlength') ?? numeric(input, 'data-maxlength'),
    defaultValue: attribute(input, 'value'),
    min: attribute(input, 'min'),
    max: attribute(input, 'max'),
    size: numeric(input, 'size'),
    name: attribute(input, 'name'),
    id: attribute(input, 'id'),
    className: attribute(input, 'class'),
    placeholder: attribute(input, 'placeholder') || attribute(input, 'data-placeholder'),
    ariaLabel: attribute(input, 'aria-label'),
    disabled: isShut(input),
    width: Math.round(box.width),
    height: Math.round(box.height),
    top: Math.round(box.top + scrollY),
    ancestors: ancestorsOf(input),
  };
}

function labelsOf(input: CodeBox): string {
  const texts = [...(hasValue(input) ? (input.labels ?? []) : [])].map((label) => label.textContent ?? '');
  const root = input.getRootNode() as Document | ShadowRoot;
  for (const id of attribute(input, 'aria-labelledby').split(/\s+/)) {
    if (id !== '') texts.push(root.getElementById(id)?.textContent ?? '');
  }
  return texts.join(' ').replace(/\s+/g, ' ').trim().slice(0, 240);
}

function dialogName(input: Element): string {
  const dialog = input.closest('dialog, [role="dialog"], [role="alertdialog"]');
  if (dialog === null) return '';
  const labelled = attribute(dialog, 'aria-labelledby');
  const named =
    labelled === ''
      ? ''
      : ((dialog.getRootNode() as Document | ShadowRoot).getElementById(labelled)?.textContent ?? '');
  return `${attribute(dialog, 'aria-label')} ${named}`.trim().slice(0, 120);
}

/** What the first few buttons say. */
export function buttonsOf(scope: ParentNode): string {
  const texts = [...scope.querySelectorAll('button, input[type="submit"], [role="button"]')].slice(0, 8);
  return texts
    .map((button) =>
      ((button as HTMLInputElement).value || button.textContent || '')
        .replace(/\s+/g, ' ')
        .trim()
        .slice(0, 40),
    )
    .join(' | ');
}

/** Everything that the rules look at, for an input that stands alone or is the first of its boxes. */
export function describeField(
  boxes: readonly [CodeBox, ...CodeBox[]],
  grouping: FieldFacts['grouping'],
  page: Pick<FieldFacts, 'otherGroups' | 'peers' | 'buttons'>,
): FieldFacts {
  const first = boxes[0];
  const last = boxes[boxes.length - 1] ?? first;
  const form = formOf(first);
  const text = textBefore(first);
  const after = textAfter(last);
  return {
    ...describeBox(first),
    boxes: boxes.length,
    grouping,
    otherGroups: page.otherGroups,
    peers: page.peers,
    hints: HINTS.map((name) => attribute(first, name))
      .join(' ')
      .trim(),
    label: labelsOf(first),
    caption: text.caption,
    before: text.before.trim(),
    after: after.text,
    pictures: `${text.pictures} ${after.pictures}`.trim(),
    near: text.near.trim(),
    heading: `${text.heading} ${dialogName(first)}`.trim(),
    form:
      form === null
        ? ''
        : ['action', 'id', 'class', 'name']
            .map((name) => attribute(form, name))
            .join(' ')
            .trim(),
    buttons: page.buttons,
    title: document.title.slice(0, 120),
    path: location.pathname.slice(0, 120),
  };
}
