/** What the digits that a page got mean. */

/**
 * @typedef {object} Count
 * @property {number} fills
 * @property {number} codes different ones
 * @property {boolean} trapped digits in a hidden field, or more than one code's at once
 * @property {number} posted
 */

export const NOT_FILLED = 'not filled';

/** @param {import('./server.mjs').Taken[]} taken @returns {Count} */
export function count(taken) {
  const inFields = taken.filter(({ posted }) => !posted);
  return {
    fills: inFields.filter(({ fresh }) => fresh).length,
    codes: new Set(inFields.filter(({ text }) => text.length >= 6).map(({ text }) => text)).size,
    trapped: inFields.some(({ trap, text }) => trap || text.length > 6),
    posted: taken.length - inFields.length,
  };
}

/**
 * @param {object} seen
 * @param {import('./pages.mjs').AttackPage['expect']} seen.expect
 * @param {'chrome' | 'firefox'} seen.browser
 * @param {Count} seen.count
 * @param {boolean} seen.popup it opened
 * @param {boolean} seen.knowing the offer was in plain sight: what hides nothing is no trick
 * @returns {string | null} what went wrong
 */
export function fault({ expect, browser, count: { fills, codes, trapped, posted }, popup, knowing }) {
  if (posted > 0) return 'a code was posted';
  if (trapped) return 'digits came into a hidden field';
  if (expect === 'nothing' || expect === 'popup') return fills > 0 && !knowing ? 'filled by a trick' : null;
  // Firefox cannot tell what was seen: a click in a page opens the popup there, and fills nothing.
  if (browser === 'firefox') {
    if (fills > 0) return 'filled without the popup';
    return popup ? null : 'the popup did not open';
  }
  if (fills === 0) return NOT_FILLED;
  // One gesture fills at most twice: the code, and the one that follows it in the same field.
  if (expect === 'refill') return codes === 2 ? null : `${codes} codes for one gesture, and not 2`;
  if (codes > 1 || (expect === 'once' && fills > 1)) return 'more than one code for one gesture';
  return null;
}
