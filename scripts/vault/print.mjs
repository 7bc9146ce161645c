/** @typedef {import('./summary.mjs').Summary} Summary */
/** @typedef {Summary['databases'][number]} Database */
/** @typedef {Database['slots'][number]} Slot */

/** @type {Record<string, string>} */
const NAMES = { pin: 'PIN', device: 'device key', recovery: 'recovery code', contact: 'recovery contact' };

/** @param {number} time */
const date = (time) => new Date(time).toISOString();

/** @param {Slot['factors'][number]} factor */
function factorText({ type, argon2, relyingParty, number }) {
  const details = [
    argon2 && `Argon2id ${argon2.memoryKiB} KiB, ${argon2.iterations}, ${argon2.parallelism}`,
    relyingParty !== undefined && `of ${relyingParty ?? 'the extension itself'}`,
    number !== undefined && `number ${number}`,
  ].filter(Boolean);
  return `${NAMES[type] ?? type}${details.length > 0 ? ` (${details.join('; ')})` : ''}`;
}

/** @param {Slot} slot */
function slotText(slot) {
  const { id, version, generation, factors, opened, missing = [] } = slot;
  const tried =
    opened === undefined
      ? ''
      : opened === null
        ? `; not tried, no ${missing.map((type) => NAMES[type] ?? type).join(' and ')}`
        : opened
          ? '; opens'
          : '; does NOT open';
  return `  slot ${id}  version ${version}, generation ${generation}: ${factors.map(factorText).join(' + ')}${tried}`;
}

/** @param {Record<string, number>} counts */
function countsText(counts) {
  return (
    Object.entries(counts)
      .map(([kind, count]) => `${count} ${kind}`)
      .join(', ') || 'none'
  );
}

/** @param {Record<string, number>} records @param {Record<string, number>} opened */
function openedText(records, opened) {
  const kinds = Object.entries(records).map(([kind, count]) => `${opened[kind] ?? 0} of ${count} ${kind}`);
  return kinds.join(', ') || 'none';
}

/** @param {Pick<Database, 'meta' | 'slots' | 'records' | 'generations' | 'opened'>} vault */
function vaultLines({ meta, slots, records, generations, opened }) {
  return [
    meta
      ? `  format ${meta.format}, vault ${meta.vault}, generation ${meta.generation}, revision ${meta.revision}, made ${date(meta.createdAt)}`
      : '  no meta: what a killed worker left behind, or damaged',
    ...slots.map(slotText),
    `  records: ${countsText(records)}${generations.length > 0 ? `; generation ${generations.join(', ')}` : ''}`,
    ...(opened ? [`  records that decrypt: ${openedText(records, opened)}`] : []),
  ];
}

/** @param {{ failures: number, lastFailureAt: number } | null} attempts */
function attemptsText(attempts) {
  if (!attempts) return 'none noted';
  const { failures, lastFailureAt } = attempts;
  return `${failures} failed${failures > 0 ? `, the last ${date(lastFailureAt)}` : ''}`;
}

/** @param {Summary} summary */
export function printed({ browser, extension, databases, copy, local, problems, notes }) {
  const { sentinel, attempts, ...settings } = local;
  return [
    `${browser === 'firefox' ? 'Firefox' : 'Chromium'}, extension ${extension}`,
    ...databases.flatMap((database) => [
      '',
      `database ${database.name}${database.current ? ': THE VAULT' : ''}`,
      ...vaultLines(database),
      `  attempts: ${attemptsText(database.attempts)}`,
      `  device key: ${database.deviceKey ? 'there' : 'none'}`,
    ]),
    '',
    ...(copy
      ? [
          `second copy: ${copy.whole ? 'whole' : `NOT whole, ${copy.missing} records missing, ${copy.changed} changed`}${copy.stray > 0 ? `; ${copy.stray} records beside it` : ''}`,
          ...vaultLines(copy),
        ]
      : ['second copy: none']),
    '',
    `storage.local: sentinel ${sentinel ?? 'none'}`,
    `  attempts: ${attemptsText(/** @type {Database['attempts']} */ (attempts))}`,
    `  settings: ${
      Object.entries(settings)
        .map(([name, value]) => `${name} ${JSON.stringify(value)}`)
        .join(', ') || 'none'
    }`,
    ...(problems.length > 0 ? ['', 'DAMAGED', ...problems.map((line) => `  ${line}`)] : []),
    ...(notes.length > 0
      ? ['', 'not as docs/vault-format.md says', ...notes.map((line) => `  ${line}`)]
      : []),
  ].join('\n');
}
