/** What is done to accounts and settings. */
import { changed, newAccount, uriOf } from './ledger.mjs';
import { granted } from './outcome.mjs';

/**
 * @typedef {import('./operations.mjs').Plan} Plan
 * @typedef {import('./operations.mjs').World} World
 * @typedef {import('./operations.mjs').Ask} Ask
 */

const idOf = (list, name) => list.accounts.find((account) => account.name === name)?.id;
const listOf = async (ask) => granted(await ask('accounts'), 'accounts');

/** @param {World} world @returns {Plan} */
export function add({ ledger, serial }) {
  const account = newAccount(serial());
  return {
    run: async (ask) => {
      const drafted = granted(
        await ask('draftFromUri', { uri: uriOf(account), from: 'uri' }),
        'draftFromUri',
      );
      const { issuer, name, site } = account;
      granted(await ask('saveDraft', { id: drafted.draft.id, issuer, name, site }), 'saveDraft');
    },
    after: () => changed(ledger, ({ vault }) => void vault.accounts.push(account)),
  };
}

/** @param {World} world @returns {Plan} */
export function edit({ ledger, random }) {
  const { name, site } = random.pick(ledger.vault.accounts);
  const issuer = `Issuer ${random.below(1e6)}`;
  return {
    run: async (ask) => {
      const id = idOf(await listOf(ask), name);
      granted(await ask('editAccount', { id, issuer, name, sites: [site] }), 'editAccount');
    },
    after: () =>
      changed(ledger, ({ vault }) => {
        vault.accounts.find((account) => account.name === name).issuer = issuer;
      }),
  };
}

/** @param {World} world @returns {Plan} */
export function remove({ ledger, random }) {
  const { name } = random.pick(ledger.vault.accounts);
  return {
    run: async (ask) => {
      granted(await ask('deleteAccount', { id: idOf(await listOf(ask), name) }), 'deleteAccount');
    },
    after: () =>
      changed(ledger, ({ vault }) => {
        vault.accounts = vault.accounts.filter((account) => account.name !== name);
      }),
  };
}

export const missingIn = (vault, backup) =>
  backup.accounts.filter(({ name }) => !vault.accounts.some((account) => account.name === name));

/** @param {Ask} ask @param {import('./ledger.mjs').Backup} backup */
export async function openBackup(ask, { file, passphrase, pin }) {
  granted(
    await ask('restoreOpen', { file, second: { kind: 'passphrase', passphrase }, ...(pin && { pin }) }),
    'restoreOpen',
  );
}

/** @param {World} world @returns {Plan} */
export function restore({ ledger, random, backups }) {
  const useful = backups.filter((backup) => missingIn(ledger.vault, backup).length > 0);
  const backup = random.pick(useful);
  return {
    run: async (ask) => {
      await openBackup(ask, backup);
      granted(await ask('restoreMerge'), 'restoreMerge');
    },
    after: () =>
      changed(ledger, ({ vault }) => void vault.accounts.push(...structuredClone(missingIn(vault, backup)))),
  };
}

/** @param {World} world @returns {Plan} */
export function setting({ ledger, random }) {
  const change = random.pick([
    { theme: random.pick(['light', 'dark']) },
    { language: random.pick(['en', 'nl']) },
    { autoLockMinutes: 60 + random.below(400) },
  ]);
  return {
    run: async (ask) => {
      granted(await ask('changeSettings', { ...change, pin: ledger.vault?.pin }), 'changeSettings');
    },
    after: () => changed(ledger, ({ settings }) => void Object.assign(settings, change)),
  };
}
