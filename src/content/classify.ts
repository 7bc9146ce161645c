import type { FieldFacts, FieldKind, Verdict } from './field-facts.ts';
import { identifierWords, phrasePattern, plainText } from './plain-words.ts';
import { CODE, MAYBE, VERIFYING, type WordRule } from './rules-code.ts';
import { APP, RECOVERY, SENT } from './rules-kind.ts';
import { CARD, GAME, MADE_PICTURE, NOT, type NotRule, PICTURE } from './rules-not.ts';

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
    picture: phrasePattern(PICTURE),
    madePicture: phrasePattern(MADE_PICTURE),
    game: phrasePattern(GAME),
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
  /** Characters to copy stand in a picture beside it. */
  hasCaptcha: boolean;
}

export function readFacts(facts: FieldFacts): Reading {
  const names = [facts.name, facts.id, facts.hints].map(identifierWords).join(' ; ');
  const placeholder = isExample(facts.placeholder) ? '' : facts.placeholder;
  const labels = [placeholder, facts.ariaLabel, facts.label].map(plainText).join(' ; ');
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
    hasCaptcha: facts.pictures.split(';').some(isCaptcha),
  };
}

/** "Ex: A3K7PW" shows what to type and says nothing of it. */
function isExample(placeholder: string): boolean {
  const [, shown = ''] =
    /^[^\p{L}\p{N}]*(?:(?:e\.? ?g|ex|exemple|ejemplo|exemplo|esempio|z\. ?b|bijv|np|напр|例|مثال)[.:：\s]+)?(.*)$/su.exec(
      placeholder.toLowerCase(),
    ) ?? [];
  return /\d/.test(shown) && /^[a-z\d\s-]*$/.test(shown) && !/[a-z]{4,}/.test(shown);
}

/** A QR code is called a code too, and an icon beside a code field may be. */
function isCaptcha(picture: string): boolean {
  const called = identifierWords(picture);
  if (/\bqr|otpauth|\blogo\b/.test(called)) return false;
  const [file = '', ...named] = picture.trim().split(' , ');
  const isStored = /\.(svg|png|jpe?g|gif|webp|ico)$/i.test(file);
  // The folders of a stored picture say nothing of it.
  const spoken = identifierWords([isStored ? file.replace(/.*\//, '') : file, ...named].join(' ; '));
  return words().picture.test(spoken) || (!isStored && words().madePicture.test(identifierWords(file)));
}

export function classify(facts: FieldFacts): Verdict {
  const reading = readFacts(facts);
  const rule = decide(facts, reading);
  if (rule.startsWith('not:')) return { kind: 'none', rule };
  return { kind: kindOf(facts, reading), rule };
}

function decide(facts: FieldFacts, reading: Reading): string {
  const { name, label, before, style, around, near } = reading;
  const hasLabel = /\p{L}/u.test(label.text);
  const isAlone = facts.peers.text + facts.peers.password + facts.peers.email === 0;
  if (facts.boxes > 1 && facts.otherGroups > 0) return 'not:many-groups';
  if (/\bone-time-code\b/.test(facts.autocomplete)) {
    // Of a row, each box may be labelled by its place: "pin code 1 of 6".
    const other = label.code || name.code || facts.boxes > 1 ? null : (label.hard ?? label.soft);
    return other === null ? 'autocomplete' : `not:${other.id}`;
  }
  if (facts.grouping !== 'none') return decideGroup(facts, reading);
  if (reading.hasCaptcha) return 'not:captcha-picture';
  if (name.hard?.id === 'settings') return 'not:settings';
  if (namesDestination(name.text)) return 'not:destination';
  if (label.hard) return `not:${label.hard.id}`;
  if (onlyCardMeans(reading)) return 'not:card';
  if (isCaptchaBesidePassword(facts, reading)) return 'not:captcha-beside-password';
  if (label.code) return `label:${label.code.id}`;
  const spoken = hasLabel ? null : before;
  if (name.hard && (!spoken?.code || spoken.hard)) return `not:${name.hard.id}`;
  if (spoken?.hard?.id === 'captcha') return 'not:captcha';
  if (isLastingPassword(facts, reading)) return 'not:password-type';
  if (name.code) {
    // "Enter the code sent to your email" names the code; a label that does not is of something else.
    const isOther = label.soft && label.maybe?.id !== 'code-word' && !(isTerm(name.code) && before.code);
    return isOther ? `not:${label.soft?.id}` : `name:${name.code.id}`;
  }
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
  const saysPin = words().pin.test(`${name.text} ; ${label.text} ; ${before.text}`);
  if (
    isBareCode(name, label, spoken) &&
    isShort(facts) &&
    !saysPin &&
    words().sent.test(`${before.text} ; ${near.text}`)
  )
    return 'code-that-was-sent';
  return 'not:nothing-said';
}

/** The terms themselves, which nobody uses for anything else. */
function isTerm({ id }: WordRule): boolean {
  return id === 'otp' || id === 'second-factor';
}

/** `2fa_current_password` is the password that a page about the second step asks for. */
function isLastingPassword({ type, autocomplete }: FieldFacts, { name, label }: Reading): boolean {
  const saysPassword = name.soft?.id === 'password' || /\bcurrent-password\b/.test(autocomplete);
  return type === 'password' && saysPassword && !label.code;
}

/** Takes four to eight characters, or digits only. */
function isShort({ maxlength, inputmode, pattern }: FieldFacts): boolean {
  return (
    (maxlength !== null && maxlength >= 4 && maxlength <= 8) ||
    inputmode === 'numeric' ||
    /^\^?(\\d|\[0-9\])(\{[4-8]\})\$?$/.test(pattern)
  );
}

/** `otp_email` is where a code goes, `email_otp` is the code. */
function namesDestination(names: string): boolean {
  return /(?:^|; )(?:otp|code|verif\w*|2fa|mfa) (?:to )?(?:e ?mail|mail|phone|mobile|tel|address|user ?name)(?= ;|$)/.test(
    names,
  );
}

/**
 * Beside user name and password 验证码 means the characters of a picture, which scripts often draw later: unless it says
 * that a code was or will be sent, or names the second step.
 */
function isCaptchaBesidePassword(facts: FieldFacts, { label, name, around, near }: Reading): boolean {
  const own = `${label.text} ; ${name.text}`;
  if (
    facts.peers.password === 0 ||
    !/^[\s请輸输入图形:：;*]*(验 ?证 ?码|驗 ?證 ?碼|校验码)[\s:：;*]*/.test(label.text)
  )
    return false;
  const all = [own, around.text, near.text].join(' ; ');
  return !words().sent.test(all) && !words().app.test(all) && label.code?.id !== 'second-factor';
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
  if (
    words().game.test(`${style.text} ; ${name.text}`.replaceAll('letter spacing', '')) &&
    !(name.code ?? label.code)
  )
    return 'not:game';
  const own = name.code ?? label.code ?? before.code;
  const labelled = own && label.hard?.id === 'postal' ? null : label.hard;
  const other = name.hard ?? labelled ?? (own ? null : (name.soft ?? label.soft ?? before.hard));
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
function kindOf(facts: FieldFacts, { name, label, before, around, near }: Reading): FieldKind {
  const own = `${name.text} ; ${label.text}`;
  const all = [own, before.text, around.text, near.text].join(' ; ');
  const saysFactor = /^(otp|second-factor|authenticator)$/.test(label.code?.id ?? name.code?.id ?? '');
  const isSent = words().sent.test(all);
  // Beside a new password, "recovery code" is what was sent to recover the account.
  if (words().recovery.test(own) && !words().app.test(own) && !saysFactor)
    return facts.peers.password > 0 && isSent ? 'sent' : 'recovery';
  if (words().app.test(all)) return 'totp';
  // Two new passwords beside it: no app knows the code that resets one.
  return isSent || facts.peers.password >= 2 ? 'sent' : 'totp';
}
