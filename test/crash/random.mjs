/** Everything that a run draws comes from one seed. */

/** @typedef {ReturnType<typeof randomFrom>} Random */

/** Mulberry32: small, and the same everywhere. @param {number} seed */
export function randomFrom(seed) {
  let state = seed >>> 0;
  /** From 0 up to 1. */
  function next() {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
  const below = (limit) => Math.floor(next() * limit);

  return {
    next,
    below,
    chance: (probability) => next() < probability,
    /** @template T @param {readonly T[]} list @returns {T} */
    pick: (list) => list[below(list.length)],
    /** @template T @param {readonly (readonly [T, number])[]} weighted @returns {T} */
    weighted: (weighted) => {
      let left = next() * weighted.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [value, weight] of weighted) {
        left -= weight;
        if (left < 0) return value;
      }
      return weighted[0][0];
    },
    bytes: (length) => Buffer.from(Array.from({ length }, () => below(256))),
  };
}
