/** The rows of QWERTY, QWERTZ and AZERTY; each row stands half a key to the right of the one above. */
const LAYOUTS = [
  ['1234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'],
  ['1234567890', 'qwertzuiop', 'asdfghjkl', 'yxcvbnm'],
  ['1234567890', 'azertyuiop', 'qsdfghjklm', 'wxcvbn'],
];

const NEIGHBOURS = new Set(LAYOUTS.flatMap(pairsOf));

function pairsOf(rows: string[]): string[] {
  return rows.flatMap((row, y) =>
    [...row].flatMap((key, x) => {
      const below = rows[y + 1] ?? '';
      const beside = [row[x + 1], below[x - 1], below[x]].filter((other) => other !== undefined);
      return beside.flatMap((other) => [key + other, other + key]);
    }),
  );
}

/** True for keys side by side, on one of the three layouts. */
export function areNeighbours(a: string, b: string): boolean {
  return NEIGHBOURS.has(a + b);
}
