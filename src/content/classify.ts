import type { FieldFacts, FieldKind, Verdict } from './field-facts.ts';
import { type Reading, read, readFacts, type Said, speaks } from './read-facts.ts';
import type { WordRule } from './rules-code.ts';

export function classify(facts: FieldFacts): Verdict {
  const reading = readFacts(facts);
  const rule = decide(facts, reading);
  if (rule.startsWith('not:')) return { kind: 'none', rule };
  return { kind: kindOf(facts, reading), rule };
}

function decide(facts: FieldFacts, reading: Reading): string {
  const { name, label, caption, before, style, around, near } = reading;
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
  if (isSmallNumber(facts)) return 'not:small-number';
  if (isWords(facts.defaultValue)) return 'not:prefilled';
  if (name.hard?.id === 'settings') return 'not:settings';
  if (namesDestination(name.text)) return 'not:destination';
  if (label.hard && !isOfApp(label)) return `not:${label.hard.id}`;
  if (onlyCardMeans(reading)) return 'not:card';
  if (isCaptchaBesidePassword(facts, reading)) return 'not:captcha-beside-password';
  if (speaks('paper', name, label, before) && !(name.code && isTerm(name.code))) return 'not:document';
  if (isLastingPassword(facts, reading)) return 'not:password-type';
  if (label.code) return `label:${label.code.id}`;
  const spoken = hasLabel ? null : before;
  if (name.hard && (!spoken?.code || spoken.hard)) return `not:${name.hard.id}`;
  if (spoken?.hard?.id === 'captcha' && !isOfApp(spoken)) return 'not:captcha';
  if (name.code) {
    // "Enter the code sent to your email" names the code; a label that does not is of something else.
    const isOther = label.soft && label.maybe?.id !== 'code-word' && !(isTerm(name.code) && before.code);
    return isOther ? `not:${label.soft?.id}` : `name:${name.code.id}`;
  }
  if (label.soft) return `not:${label.soft.id}`;
  // "Code" in the box and the sentence above it say more than a name such as "phone".
  if (label.maybe?.id === 'code-word' && before.code && !before.hard) return `before:${before.code.id}`;
  if (spoken?.hard && !isOfApp(spoken)) return `not:${spoken.hard.id}`;
  if (spoken?.code && (!name.soft || (isAlone && !spoken.soft))) return `before:${spoken.code.id}`;
  // A name that was copied from another field, under a caption that says what is wanted.
  if (spoken && isAlone && caption.code && !caption.hard && !caption.soft) return `before:${caption.code.id}`;
  if (name.soft) return `not:${name.soft.id}`;
  // What stands further off speaks of this field only where no other field could be meant.
  const context = around.code ?? (isAlone || before.code ? near.code : null);
  if (facts.type === 'password' && !(name.maybe && context)) return 'not:password-type';
  if (style.code && !before.hard && !before.soft) return `style:${style.code.id}`;
  const maybe = name.maybe ?? label.maybe;
  if (speaks('paper', around, near)) return 'not:document';
  if (
    maybe === null ||
    (before.hard && !isOfApp(before)) ||
    (before.soft && !before.code && maybe.id !== 'code-word')
  )
    return 'not:nothing-said';
  if (context) return `maybe:${context.id}`;
  if (isAlone && isBareCode(name, label, spoken) && (speaks('verifying', around) || speaks('sent', near)))
    return 'code-to-verify';
  const saysPin = speaks('pin', name, label, before);
  if (isBareCode(name, label, spoken) && isShort(facts) && !saysPin && speaks('sent', before, near))
    return 'code-that-was-sent';
  return 'not:nothing-said';
}

/** A number that cannot grow to a code. */
function isSmallNumber({ type, max }: FieldFacts): boolean {
  return type === 'number' && max !== '' && Number(max) < 1000;
}

/** More than a code, or not one at all. */
function isWords(value: string): boolean {
  return value.length > 8 && /\p{L}/u.test(value);
}

/** "The code shown in the app" is not shown in a picture. */
function isOfApp(said: Said): boolean {
  return said.hard?.id === 'captcha' && speaks('app', said);
}

/** The terms themselves, which nobody uses for anything else. */
function isTerm({ id }: WordRule): boolean {
  return id === 'otp' || id === 'second-factor';
}

/** `2fa_current_password` is the password that a page about the second step asks for. */
function isLastingPassword({ type, autocomplete }: FieldFacts, { name, label }: Reading): boolean {
  const saysPassword = name.soft?.id === 'password' || /\bcurrent-password\b/.test(autocomplete);
  const namesOne =
    label.code !== null && !(label.code.id === 'second-factor' && label.soft?.id === 'password');
  return type === 'password' && saysPassword && !namesOne;
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
  if (
    facts.peers.password === 0 ||
    !/^[\s请輸输入图形:：;*]*(验 ?证 ?码|驗 ?證 ?碼|校验码)[\s:：;*]*/.test(label.text)
  )
    return false;
  const all = [label, name, around, near];
  return !speaks('sent', ...all) && !speaks('app', ...all) && label.code?.id !== 'second-factor';
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
    speaks('card', near) &&
    !/otp|sms|verif|인증|認証|验证|驗證/.test(label.text + name.text)
  );
}

function decideGroup(facts: FieldFacts, { name, label, before, style, around, near }: Reading): string {
  if (speaks('game', read(style.text.replaceAll('letter spacing', '')), name) && !(name.code ?? label.code))
    return 'not:game';
  const own = name.code ?? label.code ?? before.code;
  const labelled = own && label.hard?.id === 'postal' ? null : label.hard;
  const other = name.hard ?? labelled ?? (own ? null : (name.soft ?? label.soft ?? before.hard));
  if (other) return `not:${other.id}`;
  if (facts.maxlength === 4 && speaks('card', near)) return 'not:card';
  const said = own ?? style.code ?? around.code ?? near.code;
  if (said) return `boxes:${said.id}`;
  if (speaks('pin', name, label, before, around)) return 'not:pin';
  if (facts.grouping === 'sure' && (name.maybe || around.maybe || near.maybe)) return 'boxes:maybe';
  const numeric = /^(number|tel)$/.test(facts.type) || facts.inputmode === 'numeric';
  if (numeric && (before.maybe?.id === 'code-word' || around.maybe?.id === 'code-word')) return 'boxes:maybe';
  const texts = [facts.label, facts.placeholder, facts.before, facts.near, facts.after, facts.heading];
  const saysNothing = !/\p{L}/u.test(texts.join(''));
  if (facts.grouping === 'sure' && facts.boxes === 6 && numeric && saysNothing) return 'bare-boxes';
  return 'not:boxes';
}

/** Made by an app, sent, or one of the codes kept for emergencies. */
function kindOf(facts: FieldFacts, { name, label, before, around, near }: Reading): FieldKind {
  const own = [name, label];
  const all = [...own, before, around, near];
  const saysFactor = /^(otp|second-factor|authenticator)$/.test(label.code?.id ?? name.code?.id ?? '');
  const isSent = speaks('sent', ...all);
  // Beside a new password, "recovery code" is what was sent to recover the account.
  if (speaks('recovery', ...own) && !speaks('app', ...own) && !saysFactor) {
    const saysSent = speaks('sent', label) && !speaks('recovery', label);
    return saysSent || (facts.peers.password > 0 && isSent) ? 'sent' : 'recovery';
  }
  const made = speaks('enrolling', before, around, near) ? 'enrolment' : 'totp';
  if (speaks('app', ...all)) return made;
  // Two new passwords beside it: no app knows the code that resets one.
  return isSent || facts.peers.password >= 2 ? 'sent' : made;
}
