import type { FieldFacts } from './field-facts.ts';
import { phraseFinder } from './phrases.ts';
import { identifierWords, plainText } from './plain-words.ts';
import { CODE, MAYBE, VERIFYING, type WordRule } from './rules-code.ts';
import { APP, ENROLLING, RECOVERY, SENT } from './rules-kind.ts';
import { CARD, GAME, MADE_PICTURE, NOT, type NotRule, PAPER, PICTURE } from './rules-not.ts';

/** Lists of which only matters whether any of their phrases is there. */
const TOPICS = {
  recovery: RECOVERY,
  app: APP,
  sent: SENT,
  enrolling: ENROLLING,
  card: CARD,
  picture: PICTURE,
  madePicture: MADE_PICTURE,
  game: GAME,
  paper: PAPER,
  verifying: VERIFYING,
  /** A PIN that stays is a password. */
  pin: 'pin|pins|pincode|mpin',
};
type Topic = keyof typeof TOPICS;

const RULES: readonly (WordRule | NotRule)[] = [...CODE, ...MAYBE, ...NOT];
const HARD = NOT.filter((rule) => rule.hard);
const SOFT = NOT.filter((rule) => !rule.hard);
const TOPIC_NAMES = Object.keys(TOPICS) as Topic[];

let finder: ReturnType<typeof phraseFinder> | null = null;

/** Made for the first field that is met: pages without fields pay nothing. */
function phrasesIn(text: string): ReadonlySet<number> {
  finder ??= phraseFinder([...RULES.map(({ phrases }) => phrases), ...Object.values(TOPICS)]);
  return finder(text);
}

/** What one source says of the field. */
export interface Said {
  text: string;
  code: WordRule | null;
  maybe: WordRule | null;
  hard: NotRule | null;
  soft: NotRule | null;
  topics: ReadonlySet<Topic>;
}

export function read(text: string): Said {
  const found = phrasesIn(text);
  const firstOf = <R extends WordRule>(rules: readonly R[]) =>
    rules.find((rule) => found.has(RULES.indexOf(rule))) ?? null;
  return {
    text,
    code: firstOf(CODE),
    maybe: firstOf(MAYBE),
    hard: firstOf(HARD),
    soft: firstOf(SOFT),
    topics: new Set(TOPIC_NAMES.filter((_, at) => found.has(RULES.length + at))),
  };
}

/** Is it spoken of in any of these? */
export function speaks(topic: Topic, ...said: Said[]): boolean {
  return said.some(({ topics }) => topics.has(topic));
}

/** The parts of the facts that speak of the field, nearest first, folded once. */
export interface Reading {
  name: Said;
  label: Said;
  /** The piece of text right before it. */
  caption: Said;
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
    caption: read(plainText(facts.caption)),
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
  return speaks('picture', read(spoken)) || (!isStored && speaks('madePicture', read(identifierWords(file))));
}
