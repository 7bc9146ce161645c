import type { FieldFacts, FieldKind, Verdict } from './field-facts.ts';
import { identifierWords, phrasePattern, plainText } from './plain-words.ts';
import { CODE, MAYBE, type WordRule } from './rules-code.ts';
import { APP, RECOVERY, SENT } from './rules-kind.ts';
import { NOT, type NotRule } from './rules-not.ts';

interface Compiled<R extends WordRule> {
  rule: R;
  pattern: RegExp;
}

function compile<R extends WordRule>(rules: readonly R[]): Compiled<R>[] {
  return rules.map((rule) => ({ rule, pattern: phrasePattern(rule.phrases) }));
}

const code = compile(CODE);
const maybe = compile(MAYBE);
const hardNot = compile(NOT.filter((rule) => rule.hard));
const softNot = compile(NOT.filter((rule) => !rule.hard));
const recovery = phrasePattern(RECOVERY);
const app = phrasePattern(APP);
const sent = phrasePattern(SENT);

function firstOf<R extends WordRule>(rules: Compiled<R>[], text: string): R | null {
  return rules.find(({ pattern }) => pattern.test(text))?.rule ?? null;
}

/** What one source says of the field. */
interface Said {
  text: string;
  code: WordRule | null;
  maybe: WordRule | null;
  hard: NotRule | null;
  soft: NotRule | null;
}

function read(text: string): Said {
  return {
    text,
    code: firstOf(code, text),
    maybe: firstOf(maybe, text),
    hard: firstOf(hardNot, text),
    soft: firstOf(softNot, text),
  };
}

/** The parts of the facts that speak of the field, nearest first, folded once. */
export interface Reading {
  name: Said;
  label: Said;
  before: Said;
  style: Said;
  around: Said;
  near: Said;
}

export function readFacts(facts: FieldFacts): Reading {
  const names = [facts.name, facts.id, facts.hints].map(identifierWords).join(' ; ');
  const labels = [facts.placeholder, facts.ariaLabel, facts.label].map(plainText).join(' ; ');
  return {
    name: read(names),
    label: read(labels),
    before: read(plainText(facts.before.slice(-90))),
    style: read(identifierWords(facts.className)),
    around: read([plainText(`${facts.heading} ; ${facts.title} ; ${facts.buttons}`), identifierWords(facts.form), identifierWords(facts.path)].join(' ; ')),
    near: read(plainText(`${facts.near} ; ${facts.after}`)),
  };
}

export function classify(facts: FieldFacts): Verdict {
  const reading = readFacts(facts);
  const rule = decide(facts, reading);
  if (rule.startsWith('not:')) return { kind: 'none', rule };
  return { kind: kindOf(reading), rule };
}

function decide(facts: FieldFacts, { name, label, before, style, around, near }: Reading): string {
  const labelled = label.text.replace(/[^\p{L}]/gu, '') !== '' ? label : before;
  const context = around.code ?? near.code;
  if (/\bone-time-code\b/.test(facts.autocomplete)) {
    const other = label.hard ?? (label.code || name.code ? null : label.soft);
    return other === null ? 'autocomplete' : `not:${other.id}`;
  }
  if (facts.grouping !== 'none') return decideGroup(facts, { name, label, before, style, around, near });
  if (label.hard) return `not:${label.hard.id}`;
  if (label.code) return `label:${label.code.id}`;
  if (name.hard && !(labelled.code && !labelled.hard)) return `not:${name.hard.id}`;
  if (name.code) return label.soft ? `not:${label.soft.id}` : `name:${name.code.id}`;
  if (label.soft) return `not:${label.soft.id}`;
  if (labelled.hard) return `not:${labelled.hard.id}`;
  if (labelled.code && !name.soft) return `before:${labelled.code.id}`;
  if (name.soft) return `not:${name.soft.id}`;
  if (facts.type === 'password' && !(name.maybe && context)) return 'not:password-type';
  if (style.code) return `style:${style.code.id}`;
  if ((name.maybe || label.maybe) && context) return `maybe:${context.id}`;
  return 'not:nothing-said';
}

function decideGroup(facts: FieldFacts, { name, label, before, style, around, near }: Reading): string {
  if (facts.otherGroups > 0) return 'not:many-groups';
  const hard = name.hard ?? label.hard;
  if (hard) return `not:${hard.id}`;
  const said = name.code ?? label.code ?? before.code ?? style.code ?? around.code ?? near.code;
  if (said) return `boxes:${said.id}`;
  if (facts.grouping === 'sure' && (name.maybe || around.maybe || near.maybe)) return 'boxes:maybe';
  return 'not:boxes';
}

/** Made by an app, sent, or one of the codes kept for emergencies. */
function kindOf({ name, label, before, around, near }: Reading): FieldKind {
  const own = `${name.text} ; ${label.text}`;
  const all = [own, before.text, around.text, near.text].join(' ; ');
  if (recovery.test(own) && !app.test(own)) return 'recovery';
  if (app.test(all)) return 'totp';
  return sent.test(all) ? 'sent' : 'totp';
}
