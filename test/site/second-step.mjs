import { matchingSteps, stepAt } from './totp.mjs';

/**
 * @typedef {import('./enrolment.mjs').Enrolment} Enrolment
 * @typedef {import('./users.mjs').User} User
 * @typedef {{ ok: true, drift: number } | { ok: false, error: string }} Verdict
 *   `drift` says how many steps the code was ahead of (or behind) the site's clock.
 */

const MOST_WRONG = 10;
const WRONG_WITHIN = 60_000;

/**
 * Decides about one code of a user, and counts it.
 *
 * A step is good once: a code of the last accepted step, or of one before it, is refused (RFC 6238 §5.2).
 * That holds for the code which confirmed the enrolment, too.
 * @param {User} user
 * @param {Enrolment} enrolment the one in force, or the one being confirmed
 * @param {string} given
 * @param {number} time in milliseconds
 * @returns {Verdict}
 */
export function checkCode(user, enrolment, given, time) {
  const code = given.trim();
  user.wrongAt = user.wrongAt.filter((at) => time - at < WRONG_WITHIN);
  if (user.wrongAt.length >= MOST_WRONG) {
    user.counts.limited += 1;
    return { ok: false, error: 'Too many wrong codes. Wait a minute and try again.' };
  }
  const steps = matchingSteps(enrolment.secret, code, time, enrolment.settings);
  const fresh = steps.find((step) => step > user.lastStep);
  if (fresh !== undefined) {
    user.lastStep = fresh;
    user.wrongAt = [];
    user.counts.accepted += 1;
    return { ok: true, drift: fresh - stepAt(time, enrolment.settings.period) };
  }
  if (steps.length > 0) {
    user.counts.replays += 1;
    return { ok: false, error: 'This code was used already. Wait for the next one.' };
  }
  user.counts.refused += 1;
  user.wrongAt.push(time);
  return { ok: false, error: 'That code is not right. Check it and try again.' };
}
