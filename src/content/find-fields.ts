import { candidates } from './candidates.ts';
import { classify } from './classify.ts';
import { describeBox, describeField } from './describe-field.ts';
import type { FieldFacts, FieldKind, Verdict } from './field-facts.ts';
import { groupDigits } from './group-digits.ts';
import { isVisible } from './visible.ts';

export interface CodeField {
  kind: FieldKind;
  /** One input, or one for each character. */
  boxes: readonly [HTMLInputElement, ...HTMLInputElement[]];
  rule: string;
}

type Boxes = CodeField['boxes'];
type Unit = { boxes: Boxes; grouping: FieldFacts['grouping'] };

function unitsOf(inputs: HTMLInputElement[]): Unit[] {
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

function peersOf(unit: Unit, units: Unit[]): FieldFacts['peers'] {
  const form = unit.boxes[0].form;
  const others = units.filter((other) => other !== unit && other.boxes[0].form === form);
  const password = others.filter((other) => other.boxes[0].type === 'password').length;
  const scope = form ?? document;
  const email = [...scope.querySelectorAll<HTMLElement>('input[type="email"]')].filter(isVisible).length;
  return { text: others.length - password, password, email };
}

interface Explained {
  boxes: Boxes;
  facts: FieldFacts;
  verdict: Verdict;
}

/** Every field of the page with what is known of it and what the rules say: for the probe, and for `findFields`. */
export function explainFields(): Explained[] {
  const inputs = candidates().filter(isVisible);
  if (inputs.length === 0) return [];
  const units = unitsOf(inputs);
  const groups = units.filter((unit) => unit.grouping !== 'none').length;
  const explain = (unit: Unit): Explained => {
    const otherGroups = unit.grouping === 'none' ? groups : groups - 1;
    const facts = describeField(unit.boxes, unit.grouping, { otherGroups, peers: peersOf(unit, units) });
    return { boxes: unit.boxes, facts, verdict: classify(facts) };
  };
  return units.flatMap((unit) => {
    const explained = explain(unit);
    // Ordinary fields of one build look like a row of boxes: then each speaks for itself.
    if (unit.grouping !== 'likely' || explained.verdict.kind !== 'none') return explained;
    return unit.boxes.map((box) => explain({ boxes: [box], grouping: 'none' }));
  });
}

/** The code fields that a person can see on this page now. */
export function findFields(): CodeField[] {
  return explainFields().flatMap(({ boxes, verdict }) =>
    verdict.kind === 'none' ? [] : [{ kind: verdict.kind, boxes, rule: verdict.rule }],
  );
}
