/**
 * Kills the worker or the whole browser in the middle of everything that changes a vault, harms the files of a closed
 * browser, and holds what is there afterwards against what was acknowledged. See `npm run test:crash`.
 */

import { add } from './accounts.mjs';
import { setup } from './keys.mjs';
import { NO_SETTINGS, newPassphrase } from './ledger.mjs';
import { DeadStore, granted, Violation } from './outcome.mjs';
import { randomFrom } from './random.mjs';
import { harmStep, runPlan } from './repair.mjs';
import { openBrowser } from './session.mjs';
import { step } from './step.mjs';
import { tallyOf } from './tally.mjs';
import { timings } from './timing.mjs';

const HARM_CHANCE = 0.15;
const FEW_ACCOUNTS = 3;
const DRAW_SECONDS = 30;

/** Accounts, and a backup of them, so that there is something to lose and to restore. @param {import('./step.mjs').Context} context */
async function furnish({ session, world }) {
  const { ask } = session.bridge;
  if (!world.ledger.vault) return;
  while (world.ledger.vault.accounts.length < FEW_ACCOUNTS) {
    const plan = add(world);
    await plan.run(ask, {});
    world.ledger = plan.after({});
  }
  if (world.backups.length > 0 && !world.random.chance(0.1)) return;
  const passphrase = newPassphrase(world.random);
  const { pin, mode, accounts } = world.ledger.vault;
  const made = await ask('backupMake', { pin, secret: { kind: 'passphrase', passphrase } });
  const { file } = granted(made, 'backupMake');
  granted(await ask('backupCheck', { file }), 'backupCheck');
  const backup = {
    file,
    passphrase,
    pin: mode === 'two-step' ? pin : null,
    accounts: structuredClone(accounts),
  };
  world.backups = [backup, ...world.backups].slice(0, 3);
}

/**
 * @param {object} options
 * @param {'chrome' | 'firefox'} options.browser
 * @param {number} options.kills
 * @param {number} options.seed
 * @param {string} [options.build] dist/<browser> of this repository
 * @param {number} [options.harmChance] of harm to the files between two kills
 * @param {boolean} [options.made] begins with a vault, so that a short run is not spent on making one
 * @param {number} [options.seconds] no step begins later than this
 * @param {(line: string) => void} [options.log]
 */
export async function crashRun(options) {
  const { browser, kills, seed, build, harmChance = HARM_CHANCE, made = false, log = () => {} } = options;
  const end = Date.now() + (options.seconds ?? Number.POSITIVE_INFINITY) * 1000;
  const random = randomFrom(seed);
  const tally = tallyOf({ browser, seed, log });
  const timing = timings();
  const began = Date.now();
  let serial = 0;
  /** @type {import('./step.mjs').Context | null} */
  let context = null;
  const begin = async () => {
    const world = {
      ledger: { vault: null, settings: NO_SETTINGS },
      random,
      backups: [],
      serial: () => ++serial,
    };
    const begun = { session: await openBrowser(browser, build), world, tally, timing };
    if (!made) return begun;
    await runPlan(begun, setup(world)).catch(async (error) => {
      await begun.session.end();
      throw error;
    });
    return begun;
  };
  try {
    for (let i = 1; tally.kills() < kills && i < kills * 3 && Date.now() < end; i++) {
      context ??= await begin();
      const { world } = context;
      context.words = `step ${i}`;
      try {
        await furnish(context);
        const harms = world.ledger.vault && random.chance(harmChance);
        await (harms ? harmStep : step)(context, `step ${i}`);
      } catch (error) {
        const { message } = /** @type {Error} */ (error);
        // A browser that does not start, say: nothing was seen to be wrong, and nothing to be right.
        if (error instanceof DeadStore)
          tally.count('notes', 'a store that the browser cannot read, and says so');
        else
          tally.violation(
            context.words,
            error instanceof Violation ? message : `could not be judged: ${message}`,
          );
        // What cannot be trusted any more is no ground for the next step.
        await context.session.end();
        context = null;
      }
    }
  } finally {
    await context?.session.end();
  }
  return { ...tally, text: tally.report((Date.now() - began) / 1000) };
}

/**
 * A draw for `npm test`: throws when something was lost. On a busy machine it makes fewer kills and not a longer wait.
 *
 * @param {'chrome' | 'firefox'} browser
 * @param {{ kills?: number, seed?: number, build?: string }} [options]
 */
export async function crashDraw(browser, { kills = 6, seed = Date.now() % 1e6, build } = {}) {
  const made = { made: true, seconds: DRAW_SECONDS };
  const { violations, text } = await crashRun({ browser, kills, seed, ...made, ...(build && { build }) });
  if (violations.length > 0) throw new Error(text);
  return text;
}
