import type { Span } from './message-text.ts';

/** Something in a message that has the form of a code. */
export interface Candidate extends Span {
  /** What would be filled: without separators and without a service's letters in front (`G-123456`). */
  code: string;
  /** digits; both letters and digits; capitals; small letters. The later, the more must say that it is a code. */
  shape: 'digits' | 'mixed' | 'capitals' | 'small';
  /** Could also be a day, a year, a long number. */
  isDoubtful: boolean;
  /** Nothing else stands on its line, or nothing but a sender before it and the end of a sentence behind. */
  isAlone: boolean;
}

const MIN_LENGTH = 4;
const MAX_LENGTH = 10;
const MIN_LETTERS = 3;
/** A hostile message has thousands. */
const MAX_CANDIDATES = 300;

/** Runs of digits with one kind of separator between them. */
const RUNS = /\d+(?:(?: [-–—‐] |[-–—‐.,:/'’·] ?| )\d+)*/g;
const LETTERED = /(?<![\p{L}\p{N}])[A-Za-z0-9]+(?:-[A-Za-z0-9]+){0,2}(?![\p{L}\p{N}])/gu;
const WORD_LETTER = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}]/u;
const CURRENCY = /[$€£¥₹₺₽₴₩₫฿₪₦₱]/;

/** Signs right before a number that make it something else: money, a phone number, a masked one, part of a word. */
const NOT_AFTER =
  /(?:[$€£¥₹₺₽₴₩₫฿₪₦₱] ?|&#|\+ ?|[*•·×_~]|[xX*•·.…]{2,} ?|[-–‐/.,:'’]|\d [-–—/] |\(\d{1,4}\) ?)$/;
/** And right after it. */
const NOT_BEFORE = /^(?: ?[%‰$€£¥₹₺₽₴₩₫฿₪₦₱]|[*•_~]|[-–‐/.,:'’]\d|[-–‐/_][\p{L}]| ?°)/u;
const PREFIX = /(?<![\p{L}\p{N}-])[A-Z]{1,2}-$/u;

/** What has the form of a code in a text whose addresses are blanked, in its order. */
export function candidatesOf(text: string): Candidate[] {
  const found = [...numbersOf(text), ...letteredOf(text)];
  return found.sort((a, b) => a.start - b.start).slice(0, MAX_CANDIDATES);
}

function numbersOf(text: string): Candidate[] {
  const found: Candidate[] = [];
  for (const { index, 0: run } of text.matchAll(RUNS)) {
    for (const piece of piecesOf(run)) {
      const candidate = numberAt(text, index + piece.start, index + piece.end);
      if (candidate) found.push(candidate);
    }
    if (found.length >= MAX_CANDIDATES) break;
  }
  return found;
}

/** The pieces of a run that may each be a code: `123-456` whole, `123456 2026` apart, of `26-11-2026` none. */
function piecesOf(run: string): Span[] {
  const groups = Array.from(run.matchAll(/\d+/g), ({ index, 0: digits }) => ({
    start: index,
    end: index + digits.length,
  }));
  const separators = new Set(groups.slice(1).map(({ start }, i) => run.slice(groups[i]?.end, start).trim()));
  const whole = { start: 0, end: run.length };
  if (groups.length === 1) return [whole];
  const sizes = new Set(groups.map(({ start, end }) => end - start));
  const size = [...sizes][0] ?? 0;
  const isEven = sizes.size === 1 && separators.size === 1 && size * groups.length <= MAX_LENGTH;
  const only = [...separators][0] ?? '';
  if (isEven && /^[-–—‐·]?$/.test(only) && (size > 1 || groups.length >= MIN_LENGTH) && size <= 5)
    return [whole];
  const digits = run.replace(/\D/g, '').length;
  // "388-941-4": uneven, as telephone numbers are too, but shorter.
  if (
    separators.size === 1 &&
    only === '-' &&
    groups.length <= 3 &&
    digits >= 5 &&
    digits <= 8 &&
    !isDate(run)
  )
    return [whole];
  if (![...separators].every((separator) => separator === '')) return aroundSentenceEnds(run, groups);
  const isPhone = run.startsWith('0') && groups.length > 1 && digits >= 9;
  return digits > MAX_LENGTH || isPhone ? [] : groups;
}

/** A day, a month and a year in any order. */
function isDate(run: string): boolean {
  return /^(?:\d{1,2}-\d{1,2}-(?:\d{2}|\d{4})|\d{4}-\d{1,2}(?:-\d{1,2})?|\d{1,2}-\d{4})$/.test(run);
}

/** `1234, 20 minutes` is a code and something else; `1,234` and `12:30` are one thing that is no code. */
function aroundSentenceEnds(run: string, groups: Span[]): Span[] {
  return groups.filter(({ start, end }) => {
    const before = run.slice(0, start);
    const after = run.slice(end);
    return (
      (before === '' || /[.,:] $|[^\d] $/.test(before)) &&
      (after === '' || /^[.,:] | [^-–—‐]/.test(after.slice(0, 2)))
    );
  });
}

function numberAt(text: string, from: number, end: number): Candidate | null {
  const digits = text.slice(from, end).replace(/\D/g, '');
  if (digits.length < MIN_LENGTH || digits.length > MAX_LENGTH) return null;
  const prefix = PREFIX.exec(text.slice(Math.max(0, from - 4), from))?.[0] ?? '';
  const start = from - prefix.length;
  const before = text.slice(Math.max(0, start - 12), start);
  const after = text.slice(end, end + 12);
  if (WORD_LETTER.test(before.slice(-1)) || WORD_LETTER.test(after.charAt(0))) return null;
  if (isSomethingElse(before, after)) return null;
  return {
    start,
    end,
    code: digits,
    shape: 'digits',
    isDoubtful: isDoubtful(text.slice(from, end), digits),
    isAlone: standsAlone(text, start, end),
  };
}

function isSomethingElse(before: string, after: string): boolean {
  // "is:123456" and "=123456" follow a word, "12:30" and "1.234" a digit.
  const joined = /[^\d\s][:.,'’]$/.test(before) && !CURRENCY.test(before);
  return (!joined && NOT_AFTER.test(before)) || NOT_BEFORE.test(after);
}

function isDoubtful(written: string, digits: string): boolean {
  const parts = written.split(/\D+/).map(Number);
  const isDay = parts.length >= 2 && (parts[0] ?? 99) <= 31 && (parts[1] ?? 99) <= 12;
  const isYear = written.length === 4 && /^(?:19|20)\d\d$/.test(written);
  const isPhone = digits.length === MAX_LENGTH || (digits.length === 9 && digits.startsWith('0'));
  const isUneven = /-/.test(written) && new Set(written.split('-').map((group) => group.length)).size > 1;
  return isUneven || (isDay && /^\d\d[-–.]\d\d(?:[-–.]\d\d)?$/.test(written)) || isYear || isPhone;
}

function letteredOf(text: string): Candidate[] {
  const found: Candidate[] = [];
  for (const { index: start, 0: written } of text.matchAll(LETTERED)) {
    const end = start + written.length;
    const candidate = letteredAt(text, start, end);
    if (candidate) found.push(candidate);
    if (found.length >= MAX_CANDIDATES) break;
  }
  return found;
}

function letteredAt(text: string, start: number, end: number): Candidate | null {
  const written = text.slice(start, end);
  const code = written.replaceAll('-', '');
  if (code.length < MIN_LENGTH || code.length > MAX_LENGTH || !/[A-Za-z]/.test(code)) return null;
  if (/^[A-Z]{1,2}-\d+$/.test(written) || /^[xX]+\d+$/.test(code)) return null;
  const shape = shapeOf(code, written);
  const around = `${text.charAt(start - 1)} ${text.charAt(end)}`;
  if (shape === null || /[@/\\&_*•#+]/.test(around) || /^[-.'’][\p{L}\p{N}]/u.test(text.slice(end, end + 2)))
    return null;
  return { start, end, code, shape, isDoubtful: false, isAlone: standsAlone(text, start, end) };
}

function shapeOf(code: string, written: string): Candidate['shape'] | null {
  const hasDigits = /\d/.test(code);
  const isCapital = !/[a-z]/.test(code);
  if (hasDigits) {
    // "10min", "250GB", "6-cijferige", "1234th": numbers with a word grown to them.
    if (/^\d+[A-Za-z]{1,3}$/.test(code) && !/^\d+[A-Z]$/.test(code))
      return /^\d{3,}[A-Z]{2,3}$/.test(code) ? 'mixed' : null;
    return written === code || isCapital ? 'mixed' : null;
  }
  // "XXXXXX" stands for something.
  if (new Set(code).size < MIN_LETTERS) return null;
  if (isCapital) return 'capitals';
  return /^[a-z]{5,8}$/.test(written) ? 'small' : null;
}

function standsAlone(text: string, start: number, end: number): boolean {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const next = text.indexOf('\n', end);
  const line = text.slice(lineStart, start) + text.slice(end, next === -1 ? text.length : next);
  if (!/[\p{L}\p{N}]/u.test(line.slice(0, 200))) return true;
  const isLed = /^\s*[^\n:.]{0,30}:\s*$/.test(text.slice(0, start));
  return (
    isLed && /^[.!。]?(?:\s|$)/.test(text.slice(end, end + 2)) && !/^ \p{L}/u.test(text.slice(end, end + 2))
  );
}
