import { candidates } from './candidates.ts';
import { classify } from './classify.ts';
import { type CodeBox, formOf, isUnseen } from './code-box.ts';
import { buttonsOf, describeBox, describeField } from './describe-field.ts';
import type { FieldFacts, FieldKind, Verdict } from './field-facts.ts';
import { groupDigits } from './group-digits.ts';
import { isTypedInto, isVisible } from './visible.ts';

export interface CodeField {
  kind: FieldKind;
  /** One input, or one for each character. */
  boxes: readonly [CodeBox, ...CodeBox[]];
  rule: string;
}

type Boxes = CodeField['boxes'];
type Unit = { boxes: Boxes; grouping: FieldFacts['grouping'] };

function unitsOf(inputs: CodeBox[]): Unit[] {
  const groups = groupDigits(inputs.map(describeBox));
  const starts = new Map(groups.map((group) => [group.at[0], group]));
  const grouped = new Set(groups.flatMap((group) => group.at));
  return inputs.flatMap((input, at): Unit[] => {
    const group = starts.get(at);
    if (group === undefined) return grouped.has(at) ? [] : [{ boxes: [input], grouping: 'none' }];
    const rest = group.at.slice(1).flatMap((index) => inputs[index] ?? []);
    return [{ boxes: [input, ...rest], grouping: group.grouping }];
  });
}

/** What the fields of one form (or of a page without one) share; looked up once in a scan. */
interface Scope {
  emails: number;
  buttons: string;
}

function scopeOf(form: HTMLFormElement | null): Scope {
  const emails = (form ?? document).querySelectorAll<HTMLElement>('input[type="email"]');
  return { emails: [...emails].filter(isVisible).length, buttons: form === null ? '' : buttonsOf(form) };
}

function peersOf(unit: Unit, units: Unit[], { emails }: Scope): FieldFacts['peers'] {
  const form = formOf(unit.boxes[0]);
  const others = units.filter((other) => other !== unit && formOf(other.boxes[0]) === form);
  const password = others.filter((other) => isUnseen(other.boxes[0])).length;
  return { text: others.length - password, password, email: emails };
}

interface Explained {
  boxes: Boxes;
  facts: FieldFacts;
  verdict: Verdict;
}

/** Every field of the page with what the rules say of it. Yields where it may pause. */
function* explaining(roots?: readonly ShadowRoot[]): Generator<undefined, Explained[]> {
  const inputs: CodeBox[] = [];
  for (const input of candidates(roots)) {
    if (isTypedInto(input)) inputs.push(input);
    yield;
  }
  if (inputs.length === 0) return [];
  const units = unitsOf(inputs);
  yield;
  const groups = units.filter((unit) => unit.grouping !== 'none').length;
  const scopes = new Map<HTMLFormElement | null, Scope>();
  const explain = (unit: Unit): Explained => {
    const form = formOf(unit.boxes[0]);
    const scope = scopes.get(form) ?? scopeOf(form);
    scopes.set(form, scope);
    const facts = describeField(unit.boxes, unit.grouping, {
      otherGroups: unit.grouping === 'none' ? groups : groups - 1,
      peers: peersOf(unit, units, scope),
      buttons: scope.buttons,
    });
    return { boxes: unit.boxes, facts, verdict: classify(facts) };
  };
  const found: Explained[] = [];
  for (const unit of units) {
    const explained = explain(unit);
    // Ordinary fields of one build look like a row of boxes: then each speaks for itself.
    if (unit.grouping !== 'likely' || explained.verdict.kind !== 'none') found.push(explained);
    else for (const box of unit.boxes) found.push(explain({ boxes: [box], grouping: 'none' }));
    yield;
  }
  return found;
}

/** All at once. */
export function explainFields(): Explained[] {
  const work = explaining();
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** The boxes that belong together with this one, whatever they are for; null where it takes no code at all. */
export function boxesAround(element: Element): Boxes | null {
  return explainFields().find(({ boxes }) => boxes.some((box) => box === element))?.boxes ?? null;
}

/** The longest that a page waits for us in one go. */
const SLICE_MS = 3;

/** In slices, between which the page has its turn. */
async function explainInSlices(roots?: readonly ShadowRoot[]): Promise<Explained[]> {
  const work = explaining(roots);
  let until = performance.now() + SLICE_MS;
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    if (performance.now() < until) continue;
    await new Promise((resolve) => setTimeout(resolve));
    until = performance.now() + SLICE_MS;
  }
}

function codesAmong(explained: Explained[]): CodeField[] {
  return explained.flatMap(({ boxes, verdict }) =>
    verdict.kind === 'none' ? [] : [{ kind: verdict.kind, boxes, rule: verdict.rule }],
  );
}

/** The code fields that a person can see on this page now. */
export function findFields(): CodeField[] {
  return codesAmong(explainFields());
}

/** The same, for a look that nobody waits for. */
export async function findFieldsInSlices(roots?: readonly ShadowRoot[]): Promise<CodeField[]> {
  return codesAmong(await explainInSlices(roots));
}
