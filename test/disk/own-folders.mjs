/** Where a browser keeps what belongs to our origin alone. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { isVaultName, readProfile, vaultNumber } from '../../scripts/vault/profile.mjs';

/** Folders that are named for our origin. @param {string} profile @param {string} base address of our pages */
export function ownFolders(profile, base) {
  const { host } = new URL(base);
  return readdirSync(profile, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name.includes(host))
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name));
}

/** The device key, which a script cannot export; of a closed browser. @param {string} profile @returns {Buffer} */
export function deviceKeyIn(profile) {
  const [newest] = readProfile(profile)
    .databases.filter(({ name }) => isVaultName(name))
    .sort((a, b) => vaultNumber(b.name) - vaultNumber(a.name));
  const key = /** @type {any} */ (newest?.stores.get('keys')?.get('device'));
  if (!key?.raw) throw new Error('There is no device key.');
  return key.raw;
}
