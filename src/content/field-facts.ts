/** What is known of one input element, as plain data, so that every judgement runs without a browser. */
export interface BoxFacts {
  type: string;
  autocomplete: string;
  inputmode: string;
  pattern: string;
  maxlength: number | null;
  /** What stood in it when the page came. */
  defaultValue: string;
  min: string;
  max: string;
  size: number | null;
  name: string;
  id: string;
  className: string;
  placeholder: string;
  ariaLabel: string;
  disabled: boolean;
  width: number;
  height: number;
  top: number;
  /** Numbers that stand for the ancestors, nearest first. */
  ancestors: number[];
}

/** One field as the user sees it: an input, or the row of boxes that stands for one. */
export interface FieldFacts extends BoxFacts {
  /** 1 for an ordinary input. */
  boxes: number;
  /** How sure the shape alone is that the boxes belong together. */
  grouping: 'none' | 'sure' | 'likely';
  /** Rows of boxes beside this one, on the same page. */
  otherGroups: number;
  /** Other attributes that often name a field: data-testid, formcontrolname, title … */
  hints: string;
  /** Text of label elements and of aria-labelledby. */
  label: string;
  /** The text right before it. */
  caption: string;
  /** Text between the control before this one and this one. */
  before: string;
  /** Text after it, up to the next control. */
  after: string;
  /** What the pictures beside it are called: file, id, class, text. */
  pictures: string;
  /** The last few hundred characters that stand before it, whatever they belong to. */
  near: string;
  /** The nearest heading before it, or the name of its dialog. */
  heading: string;
  /** action, id, class and name of the form. */
  form: string;
  buttons: string;
  title: string;
  path: string;
  /** Other fields of its form (or page, without a form) that can be typed in. */
  peers: { text: number; password: number; email: number };
}

export type FieldKind = 'totp' | 'enrolment' | 'sent' | 'recovery';

/** An authenticator makes the code that it wants: for a sign-in, or as the first of a new account. */
export function wantsMadeCode({ kind }: { kind: FieldKind }): boolean {
  return kind === 'totp' || kind === 'enrolment';
}

export interface Verdict {
  kind: FieldKind | 'none';
  /** The rule that decided, so that a wrong verdict can be explained. */
  rule: string;
}
