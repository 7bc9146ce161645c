/** RFC 4226 appendix D: the secret is ASCII; `decimal` is the truncated value before it is cut to six digits. */
export const RFC4226_SECRET = '12345678901234567890';

export const RFC4226_ROWS = [
  { counter: 0, decimal: '1284755224', code: '755224' },
  { counter: 1, decimal: '1094287082', code: '287082' },
  { counter: 2, decimal: '0137359152', code: '359152' },
  { counter: 3, decimal: '1726969429', code: '969429' },
  { counter: 4, decimal: '1640338314', code: '338314' },
  { counter: 5, decimal: '0868254676', code: '254676' },
  { counter: 6, decimal: '1918287922', code: '287922' },
  { counter: 7, decimal: '0082162583', code: '162583' },
  { counter: 8, decimal: '0673399871', code: '399871' },
  { counter: 9, decimal: '0645520489', code: '520489' },
] as const;
