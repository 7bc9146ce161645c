import type { BoxFacts } from './field-facts.ts';
import { identifierWords } from './plain-words.ts';

export interface DigitGroup {
  /** Positions in the list that was given. */
  at: number[];
  /** `sure`: the shape alone says one character each. `likely`: words must agree. */
  grouping: 'sure' | 'likely';
}

const MIN_BOXES = 4;
const MAX_BOXES = 8;
const NARROW = 96;
const ONE_CHARACTER = /^\^?(\\d|\[0-9\]|\[0-9a-z\]|\[a-z0-9\])(\{1\}|\{0,1\}|\?)?\$?$/i;
const EMPTY_LOOK = /^(|[\d•●○◦·*_–—-]|digit \d|\d of \d)$/i;

function takesOne(box: BoxFacts): boolean {
  return (
    box.maxlength === 1 ||
    box.size === 1 ||
    ONE_CHARACTER.test(box.pattern) ||
    (box.max === '9' && (box.min === '' || box.min === '0'))
  );
}

/** The name without its counting part: `otp[3]` and `otp[4]` have the same stem. */
function stem(box: BoxFacts): string {
  const words = identifierWords(box.name || box.id).split(' ');
  return words
    .filter(
      (word) => !/^\d+$|^(one|two|three|four|five|six|first|second|third|fourth|fifth|sixth)$/.test(word),
    )
    .join(' ')
    .replace(/\d+/g, '');
}

/** A first box that takes the whole code, so that the browser can fill it in; the page spreads it over the others. */
function leads(one: BoxFacts, other: BoxFacts): boolean {
  return (
    one.maxlength !== null && one.maxlength >= MIN_BOXES && one.maxlength <= MAX_BOXES && takesOne(other)
  );
}

/** Boxes that could be one row: same build, near each other. */
function areAlike(one: BoxFacts, other: BoxFacts): boolean {
  const sameStem = stem(one) === stem(other) || /^[a-z]$/.test(stem(one) + stem(other));
  const sharedAncestor = one.ancestors
    .slice(0, 5)
    .some((number) => other.ancestors.slice(0, 5).includes(number));
  return (
    sharedAncestor &&
    one.type === other.type &&
    (takesOne(one) === takesOne(other) || leads(one, other)) &&
    Math.abs(one.width - other.width) <= 12 &&
    (one.maxlength === other.maxlength || takesOne(one) || leads(one, other)) &&
    (sameStem || takesOne(one) || leads(one, other) || one.name.length + other.name.length <= 4)
  );
}

/** A later box carries something that only an ordinary field has: its own words. */
function hasOwnWords(box: BoxFacts): boolean {
  return !EMPTY_LOOK.test(box.placeholder) && box.placeholder.length > 1;
}

function judge(run: BoxFacts[]): DigitGroup['grouping'] | null {
  if (run.length < MIN_BOXES || run.length > MAX_BOXES || run.some(hasOwnWords)) return null;
  if (run.some((box) => box.maxlength !== null && box.maxlength > 1 && box.maxlength !== run.length))
    return null;
  const rows = new Set(run.map((box) => Math.round(box.top / 24)));
  if (run.every(takesOne)) return 'sure';
  const narrow = run.every((box) => box.width <= NARROW);
  if (narrow && rows.size <= 2) return 'sure';
  return 'likely';
}

/** Finds the rows of four to eight one-character boxes among the visible inputs, in reading order. */
export function groupDigits(boxes: readonly BoxFacts[]): DigitGroup[] {
  const groups: DigitGroup[] = [];
  let run: number[] = [];
  const close = () => {
    const grouping = judge(run.flatMap((at) => boxes[at] ?? []));
    if (grouping !== null) groups.push({ at: run, grouping });
    run = [];
  };
  boxes.forEach((box, at) => {
    const previous = boxes[at - 1];
    if (previous !== undefined && !areAlike(previous, box)) close();
    run.push(at);
  });
  close();
  return groups;
}
