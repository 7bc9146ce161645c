/** Why a PIN is refused when it is chosen. Unlocking never says anything but right or wrong. */
export type PinWeakness = 'not-six-digits' | 'repeated' | 'sequence' | 'common';

/**
 * Six-digit PINs that people choose most, beyond the runs and repeats that have rules of their own. From the published
 * counts of six-digit PINs and all-digit passwords: DataGenetics 2012 and the SecLists "most used PIN" tables.
 */
const COMMON = new Set(
  (
    '112233 121212 123123 123321 159753 147258 147852 258456 101010 111222 131313 141414 151515 159357 ' +
    '161616 171717 181818 191919 202020 212121 222333 232323 242424 252525 262626 272727 282828 292929 ' +
    '303030 313131 323232 333444 343434 353535 363636 373737 383838 393939 404040 414141 424242 434343 ' +
    '445566 454545 464646 474747 484848 494949 505050 515151 525252 535353 545454 555666 565656 575757 ' +
    '585858 595959 606060 616161 626262 636363 646464 656565 666777 667788 676767 686868 696969 707070 ' +
    '717171 727272 737373 747474 757575 767676 777888 778899 787878 797979 808080 818181 828282 838383 ' +
    '848484 858585 868686 878787 888999 898989 909090 919191 929292 939393 949494 959595 969696 979797 ' +
    '989898 100200 102030 123654 124578 125125 142536 147147 147369 159159 200000 246810 258258 258369 ' +
    '314159 321321 369258 420420 456123 456456 520520 654123 741852 753951 789456 852456 963852 987456 ' +
    '100000 110110 112211 113355 120120 122333 123000 123400 123457 123789 135790 142857 199999 001122'
  ).split(' '),
);

/**
 * Says why `pin` may not be chosen, or null when it may.
 *
 * NIST SP 800-63B-4 §3.2.10: an activation secret should be compared with a list of common values.
 */
export function pinWeakness(pin: string): PinWeakness | null {
  if (!/^[0-9]{6}$/.test(pin)) return 'not-six-digits';
  if (/^(\d)\1{5}$/.test(pin) || /^(\d{3})\1$/.test(pin)) return 'repeated';
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
