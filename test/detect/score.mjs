/** How well what was found covers what is labelled. A field or a row of boxes is one unit. */

/**
 * @typedef {import('./corpus.mjs').LabelledPage} LabelledPage
 * @typedef {import('./look.mjs').Look} Look
 * @typedef {{ file: string, positive: 'single' | 'split', any: boolean, all: boolean, rule: string, kind: string,
 *   channel: import('./corpus.mjs').Channel }} Unit
 */

const CODE = new Set(['totp', 'enrolment', 'sent']);
const NEVER_DECIDES = new Set(['not seen']);

/** @param {LabelledPage} page */
export function selectorsOf({ positives, ignore = [] }) {
  return [
    ...positives.flatMap((each) => (each.kind === 'split' ? each.selectors : [each.selector])),
    ...ignore,
  ];
}

/** @param {LabelledPage} page @param {Look} look */
function scorePage(page, look) {
  const found = look.fields.map((field, at) => ({ ...field, boxes: look.boxes[at] ?? [] }));
  const codes = found.filter(({ kind }) => CODE.has(kind));
  const covered = new Set(codes.flatMap(({ boxes }) => boxes));
  let next = 0;
  const units = page.positives.map((positive) => {
    const count = positive.kind === 'split' ? positive.selectors.length : 1;
    const boxes = look.labelled.slice(next, next + count);
    next += count;
    const judged = found.find((field) => field.boxes.some((box) => boxes.includes(box)));
    return {
      file: page.file,
      positive: positive.kind,
      any: boxes.some((box) => covered.has(box)),
      all: boxes.every((box) => covered.has(box)),
      rule: judged?.rule ?? 'not seen',
      kind: judged?.kind ?? 'none',
      channel: page.channel ?? 'unstated',
    };
  });
  const claimed = new Set(look.labelled);
  const falseFinds = codes.filter(({ boxes }) => !boxes.some((box) => claimed.has(box)));
  return {
    file: page.file,
    units,
    falseFinds,
    found: codes.map(({ selectors, kind, rule }) => ({ selectors, kind, rule })),
    rules: found.map(({ rule }) => rule),
    took: look.took,
  };
}

/** Percent with one decimal; a whole of none is whole. */
const percent = (part, whole) => (whole === 0 ? 100 : Math.round((1000 * part) / whole) / 10);
const ratio = (part, whole) => `${part}/${whole}`;

/** @param {LabelledPage[]} pages @param {Look[]} looks */
export function score(pages, looks) {
  const scored = pages.map((page, at) => scorePage(page, /** @type {Look} */ (looks[at])));
  const units = scored.flatMap((page) => page.units);
  const hits = units.filter(({ any }) => any).length;
  const falseFinds = scored.flatMap(({ file, falseFinds: fields }) =>
    fields.map((field) => ({ file, ...field })),
  );
  const of = (kind) => units.filter(({ positive }) => positive === kind);
  const singles = of('single');
  const splits = of('split');
  const told = units.filter(({ any, channel }) => any && (channel === 'totp' || channel === 'sms-or-email'));
  const toldRight = told.filter(({ channel, kind }) => (channel === 'totp') === (kind !== 'sent'));
  return {
    pages: pages.length,
    precision: percent(hits, hits + falseFinds.length),
    recall: percent(hits, units.length),
    f1: percent(2 * hits, hits + falseFinds.length + units.length),
    singles: ratio(singles.filter(({ any }) => any).length, singles.length),
    splits: {
      any: ratio(splits.filter(({ any }) => any).length, splits.length),
      all: ratio(splits.filter(({ all }) => all).length, splits.length),
    },
    channel: ratio(toldRight.length, told.length),
    falsePages: ratio(scored.filter((page) => page.falseFinds.length > 0).length, pages.length),
    slowestMs: Math.round(Math.max(0, ...scored.map(({ took }) => took))),
    missed: units.filter(({ any }) => !any),
    partly: units.filter(({ any, all, positive }) => positive === 'split' && any && !all),
    untold: told.filter((unit) => !toldRight.includes(unit)),
    falseFinds: falseFinds.map(({ file, selectors, kind, rule }) => ({ file, selectors, kind, rule })),
    rules: new Set(scored.flatMap(({ rules }) => rules).filter((rule) => !NEVER_DECIDES.has(rule))),
    files: scored.map(({ file, found }) => ({ file, found })),
  };
}
