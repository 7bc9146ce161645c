/** Why a PIN is refused when it is chosen. Unlocking never says anything but right or wrong. */
export type PinWeakness = 'not-six-digits' | 'repeated' | 'sequence' | 'common';

/**
 * Common PINs beyond the runs and repeats that have rules of their own: first all others of six digits among the ten
 * thousand most used passwords, the most used first (SecLists, `10k-most-common.txt`, MIT licence), which with the rules
 * covers the hundred commonest and some forty more; then what is patterned in the same ways.
 */
const COMMON = new Set(
  (
    '112233 123321 123654 789456 159753 314159 246810 111222 147258 102030 159357 147852 362436 456123 ' +
    '741852 123789 666999 010203 134679 420247 124578 321654 135790 196969 142536 200000 987456 100000 ' +
    '223344 112358 753951 555666 635241 000001 000007 420000 655321 120676 963852 124038 123457 852456 ' +
    '515000 336699 951753 456654 222333 102938 789987 121314 070462 427900 123987 112211 332211 778899 ' +
    '321123 445566 333666 789654 616913 199999 123098 753159 666777 902100 222777 456321 515051 159951 ' +
    '142857 789123 ' +
    '258456 333444 667788 777888 888999 100200 125125 147369 258369 654123 110000 113355 122333 123000 ' +
    '123400 001122 292513 987321 201314 123455'
  ).split(' '),
);

/**
 * Says why `pin` may not be chosen, or null when it may.
 *
 * NIST SP 800-63B-4 §3.2.10: an activation secret should be compared with a list of common values.
 */
export function pinWeakness(pin: string): PinWeakness | null {
  if (!/^[0-9]{6}$/.test(pin)) return 'not-six-digits';
  if (/^(\d)\1{5}$/.test(pin) || /^(\d\d)\1\1$/.test(pin) || /^(\d{3})\1$/.test(pin)) return 'repeated';
  const steps = new Set([...pin].slice(1).map((digit, i) => (Number(digit) - Number(pin[i]) + 10) % 10));
  if (steps.size === 1) return 'sequence';
  return COMMON.has(pin) ? 'common' : null;
}

/** True for what reads as a date (ddmmyy, mmddyy, yymmdd, or a year with two digits): worth a warning, not a refusal. */
export function looksLikeDate(pin: string): boolean {
  const [a = 0, b = 0, c = 0] = [pin.slice(0, 2), pin.slice(2, 4), pin.slice(4, 6)].map(Number);
  const dayAndMonth = (day: number, month: number) => day >= 1 && day <= 31 && month >= 1 && month <= 12;
  return dayAndMonth(a, b) || dayAndMonth(b, a) || dayAndMonth(c, b) || /^(19|20)/.test(pin);
}
