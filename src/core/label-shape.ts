/** Letters and digits that pass for each other in a hurry (the ASCII homoglyphs of dnstwist), each group named by its last. */
const GROUPS = ['0o', '1il', '83', '96', 'db', 'ce', 'qg', 'nrm', '5s'];

const GROUP_OF = new Map(GROUPS.flatMap((group) => [...group].map((char) => [char, group.at(-1) ?? char])));

/** Two letters that pass for one, as their groups name them: vv as w, rn as m, cl as d, lc as k … */
const PAIRS: Record<string, string> = {
  vv: 'w',
  mm: 'm',
  el: 'b',
  bl: 'b',
  lb: 'b',
  lh: 'h',
  lk: 'k',
  le: 'k',
};
const PAIR = new RegExp(Object.keys(PAIRS).join('|'), 'g');

/** What is left of a label at a glance: labels that pass for each other have the same shape. No hyphens are in it. */
export function shapeOf(label: string): string {
  let grouped = '';
  for (const char of label) if (char !== '-') grouped += GROUP_OF.get(char) ?? char;
  return grouped.replace(PAIR, (pair) => PAIRS[pair] ?? pair);
}

/** True where the two letters pass for each other. */
export function passesFor(a: string, b: string): boolean {
  return (GROUP_OF.get(a) ?? a) === (GROUP_OF.get(b) ?? b);
}
