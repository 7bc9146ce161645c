import { expectationOf } from './cases.mjs';

/**
 * How well messages are read. `wrong` lists the cases, to be shown for the tuned part only.
 *
 * @param {object[]} cases
 * @param {(text: string) => import('../../src/core/read-message.ts').Message} read
 */
export function scoreMessages(cases, read) {
  const counts = Object.fromEntries(
    ['kind', 'code', 'noCode', 'domain', 'issuer', 'warnings'].map((name) => [name, { right: 0, of: 0 }]),
  );
  const wrong = [];
  for (const labelled of cases) {
    const expected = expectationOf(labelled);
    const message = read(labelled.text);
    const code = message.kind === 'code' ? message.code : null;
    const bound = message.kind === 'code' ? message.bound : null;
    const missed = [];
    const check = (name, isRight) => {
      counts[name].of += 1;
      if (isRight) counts[name].right += 1;
      else missed.push(name);
    };
    // A file that only says "no code" leaves open which of the two kinds without one it is.
    if (expected.kind === null) check('kind', message.kind !== 'code');
    else if (expected.kind !== undefined) check('kind', message.kind === expected.kind);
    if (expected.code) check('code', code === expected.code);
    else if (expected.code === null) check('noCode', code === null);
    if (expected.domain !== undefined) check('domain', (bound?.host ?? null) === expected.domain);
    if (expected.embedded !== undefined) check('domain', (bound?.embedded ?? null) === expected.embedded);
    if (expected.issuer !== undefined) check('issuer', message.issuer === expected.issuer);
    if (expected.warnings !== undefined) {
      const codes = message.warnings.map((warning) => warning.code);
      check('warnings', JSON.stringify(codes) === JSON.stringify(expected.warnings));
    }
    if (missed.length > 0) wrong.push({ missed, text: labelled.text, expected, message });
  }
  return { counts, wrong };
}
