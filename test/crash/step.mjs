/** One operation, one kill, and what is there afterwards. */
import { performance } from 'node:perf_hooks';
import { sleep } from '../e2e/driver/wait.mjs';
import { checkLockView, checkOpens, checkRecovery, checkSlots, fitting } from './check.mjs';
import { inspect, notWhole, orphans } from './inspect.mjs';
import { confirmCode } from './keys.mjs';
import { drawOperation } from './operations.mjs';
import { DeadStore, Interrupted, Violation } from './outcome.mjs';

/**
 * @typedef {import('./operations.mjs').Plan} Plan
 * @typedef {import('./operations.mjs').World} World
 * @typedef {import('./ledger.mjs').Ledger} Ledger
 *
 * @typedef {object} Context
 * @property {import('./session.mjs').Session} session
 * @property {World} world
 * @property {ReturnType<typeof import('./tally.mjs').tallyOf>} tally
 * @property {ReturnType<typeof import('./timing.mjs').timings>} timing
 * @property {string} [words] what is being done, for the log
 */

const WHOLE_MS = 6000;
const ANSWERS_MS = 8000;
const LOOK_MS = 2;

/** @param {Context} context @param {{ delay: number, writes: number | null }} when @param {number} from writes before @param {() => boolean} over */
async function moment({ session }, { delay, writes }, from, over) {
  if (writes === null) return sleep(delay);
  const end = Date.now() + delay;
  while (Date.now() < end && !over() && (await session.bridge.writes()) < from + writes) await sleep(LOOK_MS);
}

/**
 * Runs a plan and kills in the middle. `done`: all of it was acknowledged.
 *
 * @param {Context} context
 * @param {Plan} plan
 * @param {'worker' | 'browser'} kind
 * @param {{ delay: number, writes: number | null }} when
 */
async function runKilled(context, plan, kind, when) {
  const { session, tally } = context;
  const { bridge, driver } = session;
  const kill = { killed: false, at: 0, over: false };
  const written = await bridge.writes();
  const marks = [performance.now()];
  const notes = {};
  const end = { done: false, error: null };
  const ask = async (name, data) => {
    const reply = await bridge.ask(name, data, kill);
    if (!kill.killed) marks.push(performance.now());
    return reply;
  };
  const working = plan.run(ask, notes).then(
    () => {
      end.done = true;
    },
    (error) => {
      if (!(error instanceof Interrupted)) end.error = error;
    },
  );
  await moment(context, when, written, () => end.done || end.error !== null);
  kill.killed = true;
  if (kind === 'worker' && !(await driver.workerRunning())) tally.count('notes', 'no worker was running');
  await (kind === 'worker' ? driver.killWorker() : driver.killBrowser());
  kill.at = Date.now();
  kill.over = true;
  // A browser that is gone answers nothing any more.
  await (kind === 'worker' ? working : Promise.race([working, sleep(200)]));
  if (end.error) throw end.error;
  return { done: end.done, notes, marks };
}

/** The first answer to `status`; one that fails and then comes is noted. @param {Context} context */
export async function firstStatus({ session, tally, words }) {
  const end = Date.now() + ANSWERS_MS;
  let failures = 0;
  for (;;) {
    const answer = await session.bridge.raw('status');
    if ('reply' in answer) {
      if (failures > 0) tally.count('notes', 'status failed first and then answered');
      return answer.reply;
    }
    failures++;
    if (failures === 1) tally.log(`${words}: status fails with ${answer.failed}`);
    if (Date.now() > end) throw new Violation(`status fails: ${answer.failed} (${failures} times)`);
    await sleep(300);
  }
}

/** The stores once they are whole. @param {Context} context */
export async function wholeStores({ session, tally }) {
  const end = Date.now() + WHOLE_MS;
  for (;;) {
    const seen = await inspect(session.driver);
    const wrong = notWhole(seen);
    if (wrong.length === 0) {
      if (orphans(seen) > 0) tally.count('notes', 'records left over in the second copy');
      return seen;
    }
    if (Date.now() > end) throw new Violation(`not one whole generation: ${wrong.join('; ')}`);
    await sleep(200);
  }
}

/**
 * What waits in the browser's memory goes on or is given up, as the user chooses.
 *
 * @param {Context} context
 * @param {any} status
 * @param {Plan} plan
 * @param {any} notes
 * @returns {Promise<boolean>} whether the operation was brought to its end
 */
async function settle({ session, world, tally }, status, plan, notes) {
  const { ask } = session.bridge;
  const { random } = world;
  const onwards = random.chance(0.6);
  if (status.state === 'setup') {
    notes.question ??= status;
    tally.count('notes', onwards ? 'code confirmed after the kill' : 'code given up after the kill');
    await (onwards ? confirmCode(ask, status) : ask('setupCancel'));
    return onwards;
  }
  if (status.state !== 'renewing') return false;
  const goesOn = onwards && plan.resume !== undefined;
  tally.count('notes', goesOn ? 'sitting gone on with' : 'sitting given up');
  await (goesOn ? plan.resume(ask, notes) : ask('setupCancel'));
  return goesOn;
}

/**
 * The browser does not read its own stores: says what the product makes of that.
 *
 * @param {Context} context
 * @param {import('./ledger.mjs').Vault} vault
 * @param {Error} error
 * @returns {Promise<never>}
 */
async function unreadable({ session }, vault, error) {
  if (error instanceof Violation) throw error;
  const { ask, raw } = session.bridge;
  const opened = await checkOpens(ask, vault, null).then(
    () => 'it opens',
    ({ message }) => message,
  );
  const { failed, reply } = await raw('accounts');
  const said = failed ?? (reply.ok ? `${reply.value.accounts.length} accounts` : reply.error);
  const { mirrored } = await ask('status');
  if (opened === 'it opens' && reply?.ok && mirrored === false) throw new DeadStore(error.message);
  throw new Violation(`the browser cannot read a store (${error.message}); ${opened}; accounts: ${said}`);
}

/**
 * The whole of what has to hold of a vault that is there.
 *
 * @param {Context} context
 * @param {Ledger[]} candidates with the same proofs
 * @param {{ other?: Ledger | null, lost?: boolean }} [options]
 */
export async function checkVault(context, candidates, { other = null, lost = false } = {}) {
  const { ask } = context.session.bridge;
  const [{ vault }] = candidates;
  await ask('lock');
  const status = await ask('status');
  if (status.state !== 'locked') throw new Violation(`state is ${status.state} (${status.code}), not locked`);
  const seen = await wholeStores(context).catch((error) => unreadable(context, vault, error));
  checkSlots(seen, vault, lost);
  checkLockView(status.lock, vault, lost);
  await checkRecovery(ask, vault, context.world.random.chance(vault.mode === 'two-step' ? 0.3 : 1));
  await checkOpens(ask, vault, other?.vault ?? null);
  const found = await fitting(ask, candidates);
  const after = await wholeStores(context);
  if (after.sentinel !== after.meta.vault) throw new Violation('there is no sentinel beside the open vault');
  return found;
}

/** @param {Context} context @param {any} status */
async function checkNone({ session }, status) {
  if (status.state !== 'none') throw new Violation(`state is ${status.state} where nothing was made`);
  const seen = await inspect(session.driver);
  if (seen.index || seen.copies.length > 0 || seen.sentinel)
    throw new Violation('something of a vault is left in storage.local');
}

/** @param {Context} context @param {string} name for the log */
export async function step(context, name) {
  const { session, world, tally, timing } = context;
  const { random } = world;
  const operation = drawOperation(world);
  const before = world.ledger;
  const stored = await inspect(session.driver);
  const kind = random.chance(0.5) ? 'worker' : 'browser';
  const key = `${operation.name} ${before.vault?.mode}`;
  const when = timing.draw(key, operation.messages, random);
  const words = `${name}, ${operation.name} in ${before.vault?.mode ?? 'nothing'}, ${kind} killed after ${when.writes === null ? `${when.delay.toFixed(0)} ms` : `${when.writes} writes`}`;
  context.words = words;
  const { done, notes, marks } = await runKilled(context, operation.plan, kind, when);
  tally.count('kills', kind);
  tally.count('operations', operation.name);
  if (kind === 'browser') await session.reopen(true);
  timing.learn(key, marks);

  const { plan } = operation;
  let status = await firstStatus(context);
  if (status.state === 'damaged')
    throw new Violation(`state is damaged (${status.code}, second copy ${status.copy}) after a kill`);
  const ended = (await settle(context, status, plan, notes)) || done;
  const now = await inspect(session.driver);
  const after = plan.after(notes);
  let candidates = [before, ...(after ? [after] : []), ...(plan.between?.(notes) ?? [])];
  let other = null;
  if (ended) candidates = [after];
  else if (plan.took && after) {
    const took = plan.took(now, stored);
    other = took ? before : after;
    candidates = took ? [after] : candidates.filter((candidate) => candidate !== after);
  }
  const [{ vault }] = candidates;
  if (!done) status = await firstStatus(context);
  // A key of before must not look at a vault of after.
  if (vault && status.state === 'unlocked') await fitting(session.bridge.ask, candidates);
  if (vault === null) await checkNone(context, status);
  world.ledger = vault === null ? candidates[0] : await checkVault(context, candidates, { other });
  const outcome = done
    ? 'acknowledged'
    : ended
      ? 'gone on with'
      : world.ledger === after
        ? 'after'
        : 'before';
  tally.count('outcomes', outcome);
  tally.log(`${words}: ${outcome}`);
}
