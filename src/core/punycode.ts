/** Bootstring with the parameters of Punycode, RFC 3492 §5. */
const BASE = 36;
const T_MIN = 1;
const T_MAX = 26;
const SKEW = 38;
const DAMP = 700;
const INITIAL_BIAS = 72;
const INITIAL_N = 128;
const LAST_CODE_POINT = 0x10ffff;

/** The longest text that is decoded: a label has 63 characters, RFC 1035 §2.3.4. */
const MAX_LENGTH = 63;

function digitOf(char: number): number | null {
  if (char >= 0x30 && char <= 0x39) return char - 0x30 + 26;
  const letter = (char | 0x20) - 0x61;
  return letter >= 0 && letter < 26 ? letter : null;
}

/** RFC 3492 §6.1. */
function adapt(delta: number, points: number, first: boolean): number {
  let rest = first ? Math.floor(delta / DAMP) : delta >> 1;
  rest += Math.floor(rest / points);
  let k = 0;
  while (rest > ((BASE - T_MIN) * T_MAX) >> 1) {
    rest = Math.floor(rest / (BASE - T_MIN));
    k += BASE;
  }
  return k + Math.floor(((BASE - T_MIN + 1) * rest) / (rest + SKEW));
}

/** The text that this Punycode stands for (RFC 3492 §6.2), without the prefix `xn--`; null when it is none. */
export function decodePunycode(text: string): string | null {
  if (text.length > MAX_LENGTH) return null;
  const end = text.lastIndexOf('-');
  const basic = end > 0 ? text.slice(0, end) : '';
  const points = Array.from(basic, (char) => char.charCodeAt(0));
  if (points.some((point) => point >= INITIAL_N)) return null;
  let n = INITIAL_N;
  let i = 0;
  let bias = INITIAL_BIAS;
  for (let at = end > 0 ? end + 1 : 0; at < text.length; ) {
    const before = i;
    let weight = 1;
    for (let k = BASE; ; k += BASE) {
      const digit = digitOf(text.charCodeAt(at++));
      if (digit === null) return null;
      i += digit * weight;
      if (i > Number.MAX_SAFE_INTEGER) return null;
      const t = Math.min(Math.max(k - bias, T_MIN), T_MAX);
      if (digit < t) break;
      weight *= BASE - t;
    }
    const count = points.length + 1;
    bias = adapt(i - before, count, before === 0);
    n += Math.floor(i / count);
    i %= count;
    if (n > LAST_CODE_POINT || (n >= 0xd800 && n <= 0xdfff)) return null;
    points.splice(i++, 0, n);
  }
  return String.fromCodePoint(...points);
}

/** A label of a domain as it is read: Unicode for `xn--…` (RFC 5890 §2.3.2.1), else, or where that is broken, as it stands. */
export function readableLabel(label: string): string {
  return /^xn--./i.test(label) ? (decodePunycode(label.slice(4)) ?? label) : label;
}
