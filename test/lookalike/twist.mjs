/**
 * Makes look-alikes of a domain by the families that dnstwist publishes (https://github.com/elceef/dnstwist, its README and
 * manual). Written from their descriptions and kept apart from the detector: no table of src is used here.
 */
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const CHARS = `${LETTERS}0123456789-`;

const KEYS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
/** Sides and diagonals of each key, on QWERTY. */
const NEAR = Object.fromEntries(
  KEYS.flatMap((row, y) =>
    [...row].map((key, x) => {
      const near = [
        row[x - 1],
        row[x + 1],
        KEYS[y - 1]?.[x],
        KEYS[y - 1]?.[x + 1],
        KEYS[y + 1]?.[x],
        KEYS[y + 1]?.[x - 1],
      ];
      return [key, near.filter(Boolean)];
    }),
  ),
);

const GLYPHS = {
  0: ['o'],
  1: ['l', 'i'],
  a: ['à', 'á', 'ä', 'å', 'ɑ', 'ạ', 'ə', 'а'],
  b: ['d', 'lb', 'ɓ', 'ḅ'],
  c: ['e', 'ć', 'ç', 'с'],
  d: ['b', 'cl', 'ɗ', 'đ', 'ḍ'],
  e: ['c', 'é', 'ê', 'ė', 'ę', 'е'],
  g: ['q', 'ġ', 'ğ', 'ɡ'],
  h: ['lh', 'ĥ', 'ħ', 'һ'],
  i: ['1', 'l', 'í', 'ï', 'ı', 'ɩ', 'і'],
  j: ['ʝ', 'ĵ', 'ј'],
  k: ['lk', 'ik', 'lc', 'ķ', 'ḳ', 'к'],
  l: ['1', 'i', 'ł', 'ӏ'],
  m: ['n', 'nn', 'rn', 'rr', 'ṃ', 'м'],
  n: ['m', 'r', 'ń', 'ñ', 'ņ'],
  o: ['0', 'ọ', 'ö', 'ø', 'ο', 'о'],
  p: ['ƿ', 'ƥ', 'р'],
  q: ['g', 'ʠ'],
  r: ['ʀ', 'ŕ', 'ř', 'ɾ'],
  s: ['ʂ', 'ś', 'š', 'ѕ'],
  t: ['ţ', 'ŧ', 'ț'],
  u: ['ù', 'ü', 'ū', 'ʉ', 'υ'],
  v: ['ѵ', 'ᴠ'],
  w: ['vv', 'ŵ', 'ẃ', 'ԝ'],
  y: ['ý', 'ÿ', 'у'],
  z: ['ź', 'ż', 'ʐ'],
};

const SUFFIXES =
  'com net org info biz eu nl de be fr co.uk com.au io co me app online site shop xyz top club live ru cn us.com pages.dev';

/** Half of these the detector lists too, half it has never heard of. */
const WORDS =
  'login secure account support verify auth update wallet help pay orchid zebra harbor lantern quartz velvet meadow'.split(
    ' ',
  );

/** @type {Record<string, (label: string, suffix: string) => Iterable<string>>} each gives hosts */
export const FAMILIES = {
  *addition(label, suffix) {
    for (const char of `${LETTERS}0123456789`) yield `${label}${char}.${suffix}`;
  },
  *bitsquatting(label, suffix) {
    for (const [i, char] of [...label].entries()) {
      for (let bit = 0; bit < 8; bit++) {
        const flipped = String.fromCharCode(char.charCodeAt(0) ^ (1 << bit));
        if (CHARS.includes(flipped)) yield `${label.slice(0, i)}${flipped}${label.slice(i + 1)}.${suffix}`;
      }
    }
  },
  *homoglyph(label, suffix) {
    const once = [...glyphs(label)];
    for (const made of once) {
      yield `${made}.${suffix}`;
      for (const again of glyphs(made)) yield `${again}.${suffix}`;
    }
  },
  *hyphenation(label, suffix) {
    for (let i = 1; i < label.length; i++) yield `${label.slice(0, i)}-${label.slice(i)}.${suffix}`;
    if (label.includes('-')) yield `${label.replaceAll('-', '')}.${suffix}`;
  },
  *insertion(label, suffix) {
    for (let i = 1; i < label.length - 1; i++) {
      for (const key of NEAR[label[i]] ?? []) {
        yield `${label.slice(0, i)}${key}${label.slice(i)}.${suffix}`;
        yield `${label.slice(0, i + 1)}${key}${label.slice(i + 1)}.${suffix}`;
      }
    }
  },
  *omission(label, suffix) {
    for (let i = 0; i < label.length; i++) yield `${label.slice(0, i)}${label.slice(i + 1)}.${suffix}`;
  },
  *repetition(label, suffix) {
    for (let i = 0; i < label.length; i++) yield `${label.slice(0, i)}${label[i]}${label.slice(i)}.${suffix}`;
  },
  *replacement(label, suffix) {
    for (let i = 0; i < label.length; i++) {
      for (const key of NEAR[label[i]] ?? [])
        yield `${label.slice(0, i)}${key}${label.slice(i + 1)}.${suffix}`;
    }
  },
  *subdomain(label, suffix) {
    for (let i = 1; i < label.length - 1; i++) yield `${label.slice(0, i)}.${label.slice(i)}.${suffix}`;
    yield `${label}.${suffix}.example.net`;
    yield `www.${label}.${suffix}.secure-pages.org`;
  },
  *transposition(label, suffix) {
    for (let i = 0; i + 1 < label.length; i++) {
      yield `${label.slice(0, i)}${label[i + 1]}${label[i]}${label.slice(i + 2)}.${suffix}`;
    }
  },
  *'vowel-swap'(label, suffix) {
    for (const [i, char] of [...label].entries()) {
      if (!'aeiou'.includes(char)) continue;
      for (const vowel of 'aeiou') yield `${label.slice(0, i)}${vowel}${label.slice(i + 1)}.${suffix}`;
    }
  },
  *'other-suffix'(label) {
    for (const suffix of SUFFIXES.split(' ')) yield `${label}.${suffix}`;
  },
  *'name-inside'(label, suffix) {
    for (const word of WORDS) {
      for (const made of [`${label}-${word}`, `${word}-${label}`, `${label}${word}`, `${word}${label}`]) {
        yield `${made}.${suffix}`;
        yield `${made}.net`;
      }
    }
  },
};

function* glyphs(label) {
  const chars = [...label];
  for (const [i, char] of chars.entries()) {
    for (const glyph of GLYPHS[char] ?? [])
      yield [...chars.slice(0, i), glyph, ...chars.slice(i + 1)].join('');
  }
}
