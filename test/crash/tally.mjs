/** What a run counts, and its line at the end. */

/** @param {{ browser: string, seed: number, log: (line: string) => void }} options */
export function tallyOf({ browser, seed, log }) {
  /** @type {Record<string, Record<string, number>>} */
  const counts = { kills: {}, operations: {}, outcomes: {}, harm: {}, notes: {} };
  /** @type {string[]} */
  const violations = [];
  const sum = (group) => Object.values(counts[group]).reduce((total, count) => total + count, 0);
  const list = (group) =>
    Object.entries(counts[group])
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([name, count]) => `${name} ${count}`)
      .join(', ') || 'none';

  return {
    log,
    /** @param {keyof typeof counts} group @param {string} name */
    count: (group, name) => {
      counts[group][name] = (counts[group][name] ?? 0) + 1;
    },
    /** @param {string} step @param {string} message */
    violation: (step, message) => {
      violations.push(`${step}: ${message}`);
      log(`VIOLATION (--browser ${browser} --seed ${seed}, ${step}): ${message}`);
    },
    violations,
    counts,
    kills: () => sum('kills'),
    /** @param {number} seconds */
    report: (seconds) =>
      [
        `${browser}, seed ${seed}: ${sum('kills')} kills (${list('kills')}) in ${seconds.toFixed(0)} s`,
        `  outcomes: ${list('outcomes')}`,
        `  operations: ${list('operations')}`,
        `  harm: ${list('harm')}`,
        `  notes: ${list('notes')}`,
        `  violations: ${violations.length}`,
        ...violations.map((each) => `    ${each}`),
      ].join('\n'),
  };
}
