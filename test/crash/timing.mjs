/** How long each message of an operation took when nothing was killed; a kill is drawn over that. */

const GUESS_MS = 400;
/** A little beyond the end: what was acknowledged a moment ago must be there too. */
const BEYOND = 1.5;
/** The last message is the one that commits. */
const LAST_WEIGHT = 3;

export function timings() {
  /** @type {Map<string, number[]>} */
  const known = new Map();

  return {
    /** @param {string} key @param {number[]} marks moments, the start first */
    learn: (key, marks) => {
      const times = known.get(key) ?? [];
      for (let i = 1; i < marks.length; i++) {
        const took = marks[i] - marks[i - 1];
        times[i - 1] = times[i - 1] === undefined ? took : (times[i - 1] + took) / 2;
      }
      known.set(key, times);
    },
    /** Milliseconds from the start. @param {string} key @param {number} messages @param {import('./random.mjs').Random} random */
    draw: (key, messages, random) => {
      const times = Array.from({ length: messages }, (_, i) => known.get(key)?.[i] ?? GUESS_MS);
      const at = random.weighted(times.map((_, i) => [i, i === messages - 1 ? LAST_WEIGHT : 1]));
      return times.slice(0, at).reduce((sum, time) => sum + time, 0) + random.next() * BEYOND * times[at];
    },
  };
}
