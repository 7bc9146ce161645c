/** What must be on no disk: what the test made up, and what follows from it by docs/vault-format.md. */
import { hkdfSync, randomBytes } from 'node:crypto';
import { secretOf } from '../../scripts/vault/written-code.mjs';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Without padding: twenty bytes need none. @param {Buffer} bytes */
function base32(bytes) {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{5}/g) ?? []).map((five) => ALPHABET[Number.parseInt(five, 2)]).join('');
}

const hkdf = (key, salt, info) => Buffer.from(hkdfSync('sha256', key, salt, info, 32));

/** One that chance does not bring up: each name is long enough to be looked for. @param {number} serial */
export function newAccount(serial) {
  const mark = randomBytes(4).toString('hex');
  const seed = randomBytes(20);
  return {
    seed,
    secret: base32(seed),
    issuer: `Zonnebloemenbank ${mark}`,
    name: `klant-${serial}-${mark}@voorbeeld`,
    site: `zonnebloemen-${serial}-${mark}.example`,
  };
}

/** @typedef {ReturnType<typeof newAccount>} Account */

/** @param {Account} account */
export function uriOf({ issuer, name, secret }) {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(name)}`;
  return `otpauth://totp/${label}?secret=${secret}&issuer=${encodeURIComponent(issuer)}`;
}

/** @param {Account} account @returns {Record<string, import('./needles.mjs').Needle>} */
export const secretsOfAccount = ({ seed, secret, issuer, name, site }) => ({
  seed,
  'seed in base 32': secret,
  'seed in small base 32': secret.toLowerCase(),
  issuer,
  name,
  site,
});

/** A PIN where it says that it is one; the digits alone come up by chance. @param {string} pin */
export const secretsOfPin = (pin) => ({
  'PIN in JSON': `"pin":"${pin}"`,
  'next PIN in JSON': `"next":"${pin}"`,
  'PIN in a form': `pin=${pin}`,
  'PIN in a value of V8': Buffer.from(`"\x03pin"\x06${pin}`, 'latin1'),
});

/** @param {string} written as it is shown @param {1 | 2} kind 1: the recovery code, 2: the text to a contact */
export function secretsOfCode(written, kind) {
  const plain = written.replaceAll('-', '');
  const secret = secretOf(plain, kind);
  if (!secret) throw new Error('This is no written code.');
  const dashed = (plain.match(/.{5}/g) ?? []).join('-');
  return {
    'written code': plain,
    'written code with dashes': dashed,
    'secret of the code': secret,
    ...(kind === 1 && { 'recovery key': hkdf(secret, Buffer.alloc(0), 'tweestap recovery v2') }),
  };
}

const bytes = (text) => Buffer.from(text, 'base64');

/** Keys that the browser's memory holds while the vault is open or being renewed. @param {Record<string, any>} memory */
export function secretsInMemory({ session, sessionPin, pendingVault }) {
  /** @type {Record<string, Buffer>} */
  const secrets = {};
  if (session) {
    const { masterKey, vault, generation } = session;
    secrets['master key'] = bytes(masterKey);
    secrets['data key'] = hkdf(bytes(masterKey), bytes(vault), `tweestap data v1 ${generation}`);
  }
  if (sessionPin) secrets.pepper = bytes(sessionPin.pepper);
  const waiting = { PIN: pendingVault?.pin, passphrase: pendingVault?.second };
  for (const [of, value] of Object.entries(waiting))
    if (value?.stretched) secrets[`stretched ${of}`] = bytes(value.stretched);
  return secrets;
}
