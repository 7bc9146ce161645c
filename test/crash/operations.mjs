/**
 * What is done to a vault, each in the order of messages of our own pages. `run` sends them and keeps in `notes` what it
 * learns on the way; `after` is the ledger that it makes; `took` says from the stores whether it did, where the list of
 * accounts cannot tell.
 *
 * @typedef {import('./ledger.mjs').Ledger} Ledger
 * @typedef {import('./random.mjs').Random} Random
 * @typedef {import('./inspect.mjs').Inspected} Inspected
 * @typedef {(name: string, data?: unknown) => Promise<any>} Ask
 *
 * @typedef {object} Plan
 * @property {(ask: Ask, notes: any) => Promise<void>} run
 * @property {(notes: any) => Ledger | null} after null: it cannot have happened yet
 * @property {(now: Inspected, before: Inspected) => boolean} [took]
 * @property {(notes: any) => Ledger[]} [between] other states that a broken-off one may leave
 * @property {(ask: Ask, notes: any) => Promise<void>} [resume] goes on where a sitting was open
 *
 * @typedef {object} World
 * @property {Ledger} ledger
 * @property {Random} random
 * @property {import('./ledger.mjs').Backup[]} backups
 * @property {() => number} serial
 */
import { add, edit, missingIn, remove, restore, setting } from './accounts.mjs';
import { changeMode, changePin, contactMake, contactRemove, recover, setup, startOver } from './keys.mjs';

/** @param {World} world */
const some = ({ ledger }) => ledger.vault.accounts.length > 1;

/** Name, weight, messages, when it makes sense, plan. */
const OPERATIONS = [
  ['add', 4, 2, ({ ledger }) => ledger.vault.accounts.length < 9, add],
  ['edit', 2, 2, some, edit],
  ['delete', 2, 2, some, remove],
  ['change PIN', 3, 1, () => true, changePin],
  ['change mode', 4, 3, () => true, changeMode],
  ['recover', 4, 3, () => true, recover],
  ['contact', 2, 1, () => true, contactMake],
  ['contact away', 2, 1, ({ ledger }) => ledger.vault.contact !== null, contactRemove],
  [
    'restore',
    4,
    2,
    ({ ledger, backups }) => backups.some((backup) => missingIn(ledger.vault, backup).length > 0),
    restore,
  ],
  ['start over', 1, 1, () => true, startOver],
  ['setting', 1, 1, () => true, setting],
];

/** @param {World} world */
export function drawOperation(world) {
  if (!world.ledger.vault) return { name: 'create', messages: 2, plan: setup(world) };
  const ready = OPERATIONS.filter(([, , , makesSense]) => makesSense(world));
  const [name, , messages, , make] = world.random.weighted(ready.map((entry) => [entry, entry[1]]));
  return { name, messages, plan: make(world) };
}
