/** The browser closed, its files harmed, and the way back to a whole vault. */

import { openBackup } from './accounts.mjs';
import { checkLockView, checkRecovery, checkSlots } from './check.mjs';
import { harm } from './harm.mjs';
import { recoverNow, setup } from './keys.mjs';
import { NO_SETTINGS } from './ledger.mjs';
import { granted, Violation } from './outcome.mjs';
import { checkVault, firstStatus, wholeStores } from './step.mjs';

/** @typedef {import('./step.mjs').Context} Context */

/** Runs a plan undisturbed; the ledger takes what it makes. @param {Context} context @param {import('./operations.mjs').Plan} plan */
export async function runPlan({ session, world }, plan) {
  const notes = {};
  await plan.run(session.bridge.ask, notes);
  const after = plan.after(notes);
  if (!after) throw new Violation('an operation ended without its effect');
  world.ledger = after;
}

/** Erases what is there, and begins anew. @param {Context} context */
async function beginAnew(context) {
  const { ask } = context.session.bridge;
  granted(await ask('startOver', { word: 'DELETE' }), 'startOver');
  const { state } = await ask('status');
  if (state !== 'none') throw new Violation(`state is ${state} after starting over`);
  context.world.ledger = { vault: null, settings: NO_SETTINGS };
}

/** From a backup, over what cannot be read. @param {Context} context */
async function restoreBackup(context) {
  const { session, world } = context;
  const { ask } = session.bridge;
  const backup = world.random.pick(world.backups);
  await openBackup(ask, backup);
  await runPlan(context, setup(world));
  granted(await ask('restoreMerge'), 'restoreMerge');
  world.ledger.vault.accounts = structuredClone(backup.accounts);
}

/** What the browser says of the settings after their store was harmed. @param {Context} context */
async function takeSettings({ session, world, tally }) {
  const { theme, language, autoLockMinutes } = await session.bridge.ask('settings');
  const seen = { theme, language, autoLockMinutes };
  if (JSON.stringify(seen) !== JSON.stringify(world.ledger.settings)) tally.count('notes', 'settings lost');
  world.ledger = { ...world.ledger, settings: seen };
}

/** The vault is there: by itself, or after the second copy was put in its place. @param {Context} context @param {any} lock */
async function checkHealed(context, lock) {
  const { session, world, tally } = context;
  const { vault } = world.ledger;
  if (lock.pin.kind === 'lost' && vault.mode !== 'strong') {
    checkLockView(lock, vault, true);
    checkSlots(await wholeStores(context), vault, true);
    await checkRecovery(session.bridge.ask, vault, false);
    await runPlan(context, recoverNow(world));
    await checkVault(context, [world.ledger]);
    return 'healed, PIN lost';
  }
  // In strong mode the passphrase opens it whether or not the device key is new.
  await checkVault(context, [world.ledger]);
  tally.count('notes', `healed in ${vault.mode}`);
  return 'healed';
}

/** @param {Context} context @param {any} status @param {string[]} stores */
async function fromRestoreScreen(context, status, stores) {
  const { session, world } = context;
  const { ask } = session.bridge;
  const { random } = world;
  const known = world.ledger.vault.accounts.length;
  if (!stores.includes('local') && status.copy !== known)
    throw new Violation(`the restore screen offers ${status.copy} accounts of ${known}, its store unharmed`);
  if (random.chance(0.3)) {
    const { state, lock } = await ask('status');
    if (state === 'locked') return `at the next look ${await checkHealed(context, lock)}`;
  }
  if (status.copy !== null && random.chance(0.6)) {
    granted(await ask('restoreCopy'), 'restoreCopy');
    const { state, lock } = await ask('status');
    if (state !== 'locked') throw new Violation(`state is ${state} after restoreCopy`);
    return `second copy put back, ${await checkHealed(context, lock)}`;
  }
  if (world.backups.length > 0 && random.chance(0.6)) {
    await restoreBackup(context);
    await takeSettings(context);
    await checkVault(context, [world.ledger]);
    return 'restored from a backup';
  }
  await beginAnew(context);
  return 'started over';
}

/** @param {Context} context @param {string} name */
export async function harmStep(context, name) {
  const { session, world, tally } = context;
  const { random } = world;
  const stores = random.weighted([
    [['indexedDB'], 5],
    [['local'], 4],
    [['indexedDB', 'local'], 1],
  ]);
  const kill = random.chance(0.5);
  let done = [];
  context.words = `${name}, harm`;
  await session.reopen(kill, () => {
    done = harm(session.browser, session.profile, session.base, random, stores);
    context.words = `${name}, ${done.join(' and ')} (${world.ledger.vault.mode}, closed by ${kill ? 'SIGKILL' : 'the user'})`;
  });
  const words = context.words;
  const status = await firstStatus(context);
  const outcome = await judge(context, status, stores);
  for (const each of done) tally.count('harm', `${each} → ${outcome}`);
  tally.log(`${words}: ${outcome}`);
}

/** @param {Context} context @param {any} status @param {string[]} stores */
async function judge(context, status, stores) {
  const both = stores.length === 2;
  if (status.state === 'none' && !both) throw new Violation('state is none where a vault was');
  if (status.state === 'damaged') {
    const screen = `restore screen (${status.code})`;
    return `${screen}, ${await fromRestoreScreen(context, status, stores)}`;
  }
  if (both) {
    // With both stores harmed an older state may be what is left: only that it is none of the impossible ones counts.
    if (status.state !== 'none') await beginAnew(context);
    context.world.ledger = { vault: null, settings: NO_SETTINGS };
    return `both harmed: ${status.state}`;
  }
  if (status.state !== 'locked') throw new Violation(`state is ${status.state} after the harm`);
  if (stores.includes('local')) await takeSettings(context);
  return checkHealed(context, status.lock);
}
