import type { FieldFacts, FieldKind, Verdict } from './field-facts.ts';
import { identifierWords, phrasePattern, plainText } from './plain-words.ts';
import { CODE, MAYBE, VERIFYING, type WordRule } from './rules-code.ts';
import { APP, RECOVERY, SENT } from './rules-kind.ts';
import { CARD, NOT, type NotRule } from './rules-not.ts';

interface Compiled<R extends WordRule> {
  rule: R;
  pattern: RegExp;
}

function compile<R extends WordRule>(rules: readonly R[]): Compiled<R>[] {
  return rules.map((rule) => ({ rule, pattern: phrasePattern(rule.phrases) }));
}

function compileAll() {
  return {
    code: compile(CODE),
    maybe: compile(MAYBE),
    hard: compile(NOT.filter((rule) => rule.hard)),
    soft: compile(NOT.filter((rule) => !rule.hard)),
    recovery: phrasePattern(RECOVERY),
    app: phrasePattern(APP),
    sent: phrasePattern(SENT),
    card: phrasePattern(CARD),
    verifying: phrasePattern(VERIFYING),
    /** A PIN that stays is a password. */
    pin: phrasePattern('pin|pins|pincode|mpin'),
  };
}

let compiled: ReturnType<typeof compileAll> | null = null;

/** Compiled for the first field that is met: pages without fields pay nothing. */
function words(): ReturnType<typeof compileAll> {
  compiled ??= compileAll();
  return compiled;
}

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
    code: firstOf(words().code, text),
    maybe: firstOf(words().maybe, text),
    hard: firstOf(words().hard, text),
    soft: firstOf(words().soft, text),
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
    around: read(
      [
        plainText(`${facts.heading} ; ${facts.title} ; ${facts.buttons}`),
        identifierWords(facts.form),
        identifierWords(facts.path),
      ].join(' ; '),
    ),
    near: read(plainText(`${facts.near} ; ${facts.after}`)),
  };
}

export function classify(facts: FieldFacts): Verdict {
  const reading = readFacts(facts);
  const rule = decide(facts, reading);
  if (rule.startsWith('not:')) return { kind: 'none', rule };
  return { kind: kindOf(reading), rule };
}

function decide(facts: FieldFacts, reading: Reading): string {
  const { name, label, before, style, around, near } = reading;
  const hasLabel = /\p{L}/u.test(label.text);
  const isAlone = facts.peers.text + facts.peers.password + facts.peers.email === 0;
  if (/\bone-time-code\b/.test(facts.autocomplete)) {
    const other = label.code || name.code ? null : (label.hard ?? label.soft);
    return other === null ? 'autocomplete' : `not:${other.id}`;
  }
  if (facts.grouping !== 'none') return decideGroup(facts, reading);
  if (label.hard) return `not:${label.hard.id}`;
  if (onlyCardMeans(reading)) return 'not:card';
  if (label.code) return `label:${label.code.id}`;
  const spoken = hasLabel ? null : before;
  if (name.hard && (name.hard.id === 'settings' || !spoken?.code || spoken.hard))
    return `not:${name.hard.id}`;
  if (name.code) return label.soft ? `not:${label.soft.id}` : `name:${name.code.id}`;
  if (label.soft) return `not:${label.soft.id}`;
  // "Code" in the box and the sentence above it say more than a name such as "phone".
  if (label.maybe?.id === 'code-word' && before.code && !before.hard) return `before:${before.code.id}`;
  if (spoken?.hard) return `not:${spoken.hard.id}`;
  if (spoken?.code && (!name.soft || (isAlone && !spoken.soft))) return `before:${spoken.code.id}`;
  if (name.soft) return `not:${name.soft.id}`;
  // What stands further off speaks of this field only where no other field could be meant.
  const context = around.code ?? (isAlone || before.code ? near.code : null);
  if (facts.type === 'password' && !(name.maybe && context)) return 'not:password-type';
  if (style.code && !before.hard && !before.soft) return `style:${style.code.id}`;
  const maybe = name.maybe ?? label.maybe;
  if (maybe === null || before.hard || (before.soft && !before.code && maybe.id !== 'code-word'))
    return 'not:nothing-said';
  if (context) return `maybe:${context.id}`;
  if (
    isAlone &&
    isBareCode(name, label, spoken) &&
    (words().verifying.test(around.text) || words().sent.test(near.text))
  )
    return 'code-to-verify';
  return 'not:nothing-said';
}

/** The name or the label is the word "code" and little else. */
function isBareCode(name: Said, label: Said, spoken: Said | null): boolean {
  return [name, label, spoken].some((said) => said?.maybe?.id === 'code-word' && !said.hard && !said.soft);
}

/** "Security code" beside a card number is the card's. */
function onlyCardMeans({ name, label, before, near }: Reading): boolean {
  const said = label.code ?? name.code ?? before.code;
  return (
    said?.id.startsWith('verification') === true &&
    words().card.test(near.text) &&
    !/otp|sms|verif|인증|認証|验证|驗證/.test(label.text + name.text)
  );
}

function decideGroup(facts: FieldFacts, { name, label, before, style, around, near }: Reading): string {
  if (facts.otherGroups > 0) return 'not:many-groups';
  const own = name.code ?? label.code ?? before.code;
  const other = name.hard ?? label.hard ?? (own ? null : (name.soft ?? label.soft ?? before.hard));
  if (other) return `not:${other.id}`;
  if (facts.maxlength === 4 && words().card.test(near.text)) return 'not:card';
  const said = own ?? style.code ?? around.code ?? near.code;
  if (said) return `boxes:${said.id}`;
  if (words().pin.test([name.text, label.text, before.text, around.text].join(' ; '))) return 'not:pin';
  if (facts.grouping === 'sure' && (name.maybe || around.maybe || near.maybe)) return 'boxes:maybe';
  const numeric = /^(number|tel)$/.test(facts.type) || facts.inputmode === 'numeric';
  if (numeric && (before.maybe?.id === 'code-word' || around.maybe?.id === 'code-word')) return 'boxes:maybe';
  return 'not:boxes';
}

/** Made by an app, sent, or one of the codes kept for emergencies. */
function kindOf({ name, label, before, around, near }: Reading): FieldKind {
  const own = `${name.text} ; ${label.text}`;
  const all = [own, before.text, around.text, near.text].join(' ; ');
  const saysFactor = /^(otp|second-factor|authenticator)$/.test(label.code?.id ?? name.code?.id ?? '');
  if (words().recovery.test(own) && !words().app.test(own) && !saysFactor) return 'recovery';
  if (words().app.test(all)) return 'totp';
  return words().sent.test(all) ? 'sent' : 'totp';
}
