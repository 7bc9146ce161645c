/** What an enrolment script did, read from its notes and from what it printed. */
import { readFileSync } from 'node:fs';

/**
 * @typedef {{ opened: string } | { typed: string, secret: boolean }
 *   | { secret: string, digits?: number, period?: number, algo?: string }} Note
 *
 * @typedef {object} AppUser how one user signs in
 * @property {string} user
 * @property {string} password
 * @property {string} signInAt
 * @property {string} uri
 * @property {string | null} qr the picture that the application showed at enrolment
 * @property {string} challengeUrl
 * @property {string} finalUrl
 * @property {string} finalText
 */

/** @param {string} printed a report in JSON, maybe after other words */
function reportIn(printed) {
  const from = printed.search(/^\{/m);
  if (from < 0) throw new Error('The enrolment script printed no report.');
  return JSON.parse(printed.slice(from));
}

/** @param {{ secret: string, digits?: number, period?: number, algo?: string }} code @param {string} user */
function uriOf({ secret, digits = 6, period = 30, algo = 'sha1' }, user) {
  const parameters = new URLSearchParams({ secret, digits: `${digits}`, period: `${period}` });
  return `otpauth://totp/App:${encodeURIComponent(user)}?${parameters}&algorithm=${algo.toUpperCase()}&issuer=App`;
}

/** @param {string} notesFile @param {string} printed @param {string | null} qr @returns {AppUser[]} */
export function usersOf(notesFile, printed, qr) {
  const report = reportIn(printed);
  const runs = report.runs ?? [report];
  /** @type {Map<string, AppUser>} */
  const users = new Map();
  const now = { opened: '', user: '', password: '' };
  for (const line of readFileSync(notesFile, 'utf8').trim().split('\n')) {
    /** @type {any} */
    const note = JSON.parse(line);
    if (note.opened && !note.opened.startsWith('about:')) now.opened = note.opened;
    else if ('typed' in note && note.secret) now.password = note.typed;
    else if ('typed' in note && !/^\d{6,8}$/.test(note.typed)) now.user = note.typed;
    else if (typeof note.secret === 'string') {
      const { user, password, opened: signInAt } = now;
      const run = runs.find((/** @type {any} */ each) => each.user === user) ?? runs[0];
      const isQr = /^otpauth:/.test(report.qr ?? '');
      users.set(user, {
        user,
        password,
        signInAt,
        uri: isQr ? report.qr : uriOf(note, user),
        qr: isQr ? qr : null,
        challengeUrl: run.challengeUrl ?? '',
        finalUrl: run.finalUrl ?? '',
        finalText: run.finalText ?? '',
      });
    }
  }
  if (users.size === 0) throw new Error('The enrolment script used no code.');
  return [...users.values()];
}
