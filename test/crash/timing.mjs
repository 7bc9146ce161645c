/** How long each message of an operation took when nothing was killed; a kill is drawn over that. */

const GUESS_MS = 400;
/** A little beyond the end: what was acknowledged a moment ago must be there too. */
const BEYOND = 1.5;
/** The last message is the one that commits. */
const LAST_WEIGHT = 3;
const WRITES_CHANCE = 0.4;
const MOST_WRITES = 6;

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
    /**
     * A moment from the start, or, since what follows a commit is short, one of the writes to the other store.
     *
     * @param {string} key
     * @param {number} messages
     * @param {import('./random.mjs').Random} random
     * @returns {{ delay: number, writes: number | null }} milliseconds; with `writes` at most these
     */
    draw: (key, messages, random) => {
      const times = Array.from({ length: messages }, (_, i) => known.get(key)?.[i] ?? GUESS_MS);
      if (random.chance(WRITES_CHANCE)) {
        const all = times.reduce((sum, time) => sum + time, 0);
        return { delay: all * BEYOND, writes: 1 + random.below(MOST_WRITES) };
      }
      const at = random.weighted(times.map((_, i) => [i, i === messages - 1 ? LAST_WEIGHT : 1]));
      const before = times.slice(0, at).reduce((sum, time) => sum + time, 0);
      return { delay: before + random.next() * BEYOND * times[at], writes: null };
    },
  };
}
