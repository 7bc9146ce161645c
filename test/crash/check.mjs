/** Whether a vault is what the ledger says: how it presents itself, what opens it, and what is in it. */
import { totp } from '../site/totp.mjs';
import { recoveryProofs } from './keys.mjs';
import { modeProofs, secondOf, secretBytes, slotTypes } from './ledger.mjs';
import { granted, Violation } from './outcome.mjs';

/**
 * @typedef {(name: string, data?: unknown) => Promise<any>} Ask
 * @typedef {import('./ledger.mjs').Ledger} Ledger
 * @typedef {import('./ledger.mjs').Vault} Vault
 */

/** @param {string} what @param {unknown} seen @param {unknown} expected */
function same(what, seen, expected) {
  if (JSON.stringify(seen) !== JSON.stringify(expected))
    throw new Violation(`${what}: ${JSON.stringify(seen)}, expected ${JSON.stringify(expected)}`);
}

/** @param {import('./inspect.mjs').Inspected} seen @param {Vault} vault @param {boolean} lost without the device key */
export function checkSlots(seen, vault, lost) {
  const expected = slotTypes(vault).filter((types) => !lost || !types.includes('device'));
  same('stored slots', seen.slots.map(({ types }) => types).sort(), expected);
}

/** @param {any} lock @param {Vault} vault @param {boolean} lost */
export function checkLockView(lock, vault, lost) {
  const { mode, second, contact, recoveryNumber } = lock;
  const { passphrase } = vault;
  same(
    'the lock screen',
    { mode, second, contact, recoveryNumber },
    {
      mode: vault.mode,
      second: passphrase === null ? null : 'passphrase',
      contact: vault.contact !== null,
      recoveryNumber: vault.recoveryNumber,
    },
  );
  const expected = lost && vault.mode !== 'strong' ? 'lost' : 'open';
  same('the PIN', lock.pin.kind, expected);
}

/** Begins and leaves a sitting with each of what the mode takes. @param {Ask} ask @param {Vault} vault @param {boolean} all */
export async function checkRecovery(ask, vault, all) {
  // Two of these ask Argon2id each; the code's own slot is in the first.
  const proofs = recoveryProofs(vault).slice(0, all ? undefined : 1);
  for (const each of proofs) {
    const begun = await ask('renewalBegin', { purpose: 'recover', proofs: each });
    granted(begun, `recovery with ${Object.keys(each).join(' and ')}`);
    await ask('setupCancel');
  }
}

/** @param {Ask} ask @param {object} proofs */
const unlockWith = async (ask, proofs) => (await ask('unlock', proofs)).ok;

/**
 * Locks it and opens it with what was acknowledged; tells when what opens it is what was not.
 *
 * @param {Ask} ask
 * @param {Vault} vault
 * @param {Vault | null} other of the outcome that the stores do not show
 */
export async function checkOpens(ask, vault, other) {
  await ask('lock');
  const { state, lock } = await ask('status');
  same('state after a lock', state, 'locked');
  if (lock.asks === 'second') {
    granted(await ask('unlock', { second: secondOf(vault) }), 'the passphrase');
    await ask('lock');
    const { lock: then } = await ask('status');
    same('strong mode after the passphrase asks', then.asks, 'pin');
  }
  if (await unlockWith(ask, modeProofs(vault))) return;
  const swapped =
    other && other.pin !== vault.pin && (await unlockWith(ask, { ...modeProofs(vault), pin: other.pin }));
  throw new Violation(
    swapped
      ? 'the stores show one outcome, and the PIN of the other opens the vault'
      : `the PIN does not open the vault in ${vault.mode} mode`,
  );
}

/** What differs between the ledger and what the open vault lists. @param {any} list @param {Vault} vault */
function accountDifferences(list, vault) {
  const wrong = [];
  if (list.unreadable > 0) wrong.push(`${list.unreadable} unreadable`);
  for (const expected of vault.accounts) {
    const found = list.accounts.filter(({ name }) => name === expected.name);
    const [account] = found;
    if (found.length !== 1) wrong.push(`${expected.name} is there ${found.length} times`);
    else if (account.issuer !== expected.issuer) wrong.push(`${expected.name} has another issuer`);
    else if (account.sites.join() !== expected.site) wrong.push(`${expected.name} has other sites`);
    else if (account.code.code !== totp(secretBytes(expected.secret), account.code.validFrom))
      wrong.push(`${expected.name} makes other codes`);
  }
  const names = new Set(vault.accounts.map(({ name }) => name));
  const more = list.accounts.filter(({ name }) => !names.has(name));
  if (more.length > 0) wrong.push(`${more.map(({ name }) => name).join(', ')} should not be there`);
  return wrong;
}

/**
 * The candidate that is what the open vault shows. @param {Ask} ask @param {Ledger[]} candidates
 * @returns {Promise<Ledger>}
 */
export async function fitting(ask, candidates) {
  const list = granted(await ask('accounts'), 'accounts');
  const { theme, language, autoLockMinutes } = await ask('settings');
  const settings = { theme, language, autoLockMinutes };
  const wrong = candidates.map((candidate) => [
    ...accountDifferences(list, candidate.vault),
    ...Object.entries(candidate.settings)
      .filter(([name, value]) => settings[name] !== value)
      .map(([name, value]) => `${name} is ${settings[name]}, not ${value}`),
  ]);
  const index = wrong.findIndex((each) => each.length === 0);
  if (index >= 0) return candidates[index];
  throw new Violation(`no outcome fits: ${wrong.map((each) => each.join('; ')).join(' | or ')}`);
}
