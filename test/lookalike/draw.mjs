/** mulberry32: the same numbers for the same seed. @param {number} seed */
export function seededRandom(seed) {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * Takes `count` of the list, or all, out of it.
 *
 * @template T
 * @param {T[]} list
 * @param {number} count
 * @param {() => number} random
 */
export function take(list, count, random) {
  const taken = [];
  while (taken.length < count && list.length > 0)
    taken.push(...list.splice(Math.floor(random() * list.length), 1));
  return taken;
}
