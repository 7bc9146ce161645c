/** What may be shown of a vault: no secret, no sealed bytes, no salt, and of an identity its first characters. */
import { vaultNumber } from './profile.mjs';
import { tryVault } from './trying.mjs';
import { attemptsFrom, copyIn, vaultIn } from './vault-data.mjs';

/** @typedef {import('./types.mjs').Slot} Slot */
/** @typedef {import('./types.mjs').VaultRecord} VaultRecord */
/** @typedef {Awaited<ReturnType<typeof summarise>>} Summary */

const SETTINGS = ['language', 'theme', 'autoLockMinutes', 'lockWithScreen', 'pinForCodes', 'wipeAtTen'];
const KNOWN = ['sentinel', 'attempts', 'mirror', 'lastDatabase', 'erasing', ...SETTINGS];

/** @param {string} id */
const short = (id) => id.slice(0, 8);

/** @param {import('./types.mjs').Factor} factor */
function factorShown({ type, argon2, relyingParty, number }) {
  const costs = argon2 && {
    memoryKiB: argon2.memoryKiB,
    iterations: argon2.iterations,
    parallelism: argon2.parallelism,
  };
  return {
    type,
    ...(costs && { argon2: costs }),
    ...(relyingParty !== undefined && { relyingParty }),
    ...(number !== undefined && { number }),
  };
}

/** @param {Slot} slot @param {import('./trying.mjs').Trial} [trial] */
function slotShown({ id, version, generation, factors }, trial) {
  return { id: short(id), version, generation, factors: factors.map(factorShown), ...trial };
}

/** @template T @param {T[]} values @param {(value: T) => string} name */
function counts(values, name) {
  /** @type {Record<string, number>} */
  const found = {};
  for (const value of values) found[name(value)] = (found[name(value)] ?? 0) + 1;
  return found;
}

/**
 * @param {{ meta: import('./types.mjs').Meta | null, slots: Slot[], records: VaultRecord[] }} vault
 * @param {import('./materials.mjs').Have | null} have
 * @param {import('./vault-data.mjs').Report} report
 */
async function vaultShown(vault, have, report) {
  const tried = have && (await tryVault(vault, have, report));
  const { meta } = vault;
  return {
    meta: meta && { ...meta, vault: short(meta.vault) },
    slots: vault.slots.map((slot, index) => slotShown(slot, tried?.trials[index])),
    records: counts(vault.records, ({ kind }) => kind),
    generations: [...new Set(vault.records.map(({ generation }) => generation))].sort((a, b) => a - b),
    ...(tried && { opened: tried.opened }),
  };
}

/** @param {Map<string, unknown>} local @param {import('./vault-data.mjs').Report} report */
function localShown(local, report) {
  /** @type {Record<string, unknown>} */
  const shown = {};
  const sentinel = local.get('sentinel');
  shown.sentinel = typeof sentinel === 'string' ? short(sentinel) : null;
  shown.attempts = attemptsFrom(local.get('attempts'), "storage.local's attempts", report);
  for (const name of SETTINGS) if (local.has(name)) shown[name] = local.get(name);
  for (const name of local.keys())
    if (!KNOWN.includes(name) && !name.startsWith('mirror:'))
      report.notes.push(`storage.local has ${name}, which the document does not name.`);
  return shown;
}

/**
 * @param {import('./types.mjs').RawProfile} raw
 * @param {import('./types.mjs').Shown | null} shown what to try the slots with
 */
export async function summarise(raw, shown) {
  const report = { problems: [...raw.problems], notes: /** @type {string[]} */ ([]) };
  const vaults = raw.databases
    .map((database) => ({ name: database.name, ...vaultIn(database, report) }))
    .sort((a, b) => vaultNumber(b.name) - vaultNumber(a.name));
  const current = vaults.find(({ meta }) => meta !== null);
  const unread = raw.problems.length > 0;
  if (!current && !unread) report.problems.push('No database holds a vault.');
  const sentinel = raw.local.get('sentinel');
  if (current?.meta && !unread && sentinel !== current.meta.vault)
    report.problems.push("storage.local's sentinel is not the vault's identity.");
  const databases = [];
  for (const vault of vaults) {
    const have = shown && { ...shown, deviceKey: vault.deviceKey?.raw ?? null };
    const { name, attempts, deviceKey } = vault;
    databases.push({
      name,
      current: vault === current,
      ...(await vaultShown(vault, have, report)),
      attempts,
      deviceKey: deviceKey !== null,
    });
  }
  const copied = copyIn(raw.local, report);
  // The copy's slots of the same generation ask for the device key of the database.
  const have = shown && { ...shown, deviceKey: current?.deviceKey?.raw ?? null };
  const copy = copied && {
    ...(await vaultShown(copied, have, report)),
    whole: copied.missing + copied.changed === 0,
    missing: copied.missing,
    changed: copied.changed,
    stray: copied.stray,
  };
  const { browser, extension } = raw;
  return { browser, extension, databases, copy, local: localShown(raw.local, report), ...report };
}
