/** The texts behind the model's names. */
import type { Name } from './actions.ts';

const PINS: Record<Name, string> = { A: '493817', B: '860424', C: '275036', wrong: '718293' };
const WEAK: Record<Name, string> = {
  'weak sequence': '345678',
  'weak repeated': '775775',
  'weak common': '147258',
  'weak not-six-digits': '49381',
  'weak passphrase-short': 'fourteen chars',
  'weak passphrase-simple': 'aaaaaaaaaaaaaaaaaa',
};
const PASSPHRASES: Record<Name, string> = {
  P: 'correct horse battery',
  Q: 'ünder the wéstern bridge',
  R: 'seven copper lanterns hum',
  wrong: 'not this one, nor that one',
};
const SECRETS = [
  'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
  'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
  'MFRGGZDFMZTWQ2LKNNWG23TPOBYXE43U',
].flatMap((text) => [text, text.replace('3', '4'), text.replace('3', '5')]);

export const PIN_NAMES = ['A', 'B', 'C'];
export const PASSPHRASE_NAMES = ['P', 'Q', 'R'];
export const SECRET_NAMES = SECRETS.map((_, i) => `secret ${i}`);
export const WEAK_PINS = Object.keys(WEAK).filter((name) => !name.includes('passphrase'));
export const WEAK_PASSPHRASES = Object.keys(WEAK).filter((name) => name.includes('passphrase'));

function known(table: Record<Name, string>, name: Name): string {
  const text = table[name] ?? WEAK[name];
  if (text === undefined) throw new Error(`no text for ${name}`);
  return text;
}

export const pinText = (name: Name) => known(PINS, name);
export const passphraseText = (name: Name) => known(PASSPHRASES, name);
export const secretText = (name: Name) =>
  known(Object.fromEntries(SECRET_NAMES.map((key, i) => [key, SECRETS[i] ?? ''])), name);
export const ISSUER = 'Zephyr Harbour Bank';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

function bytesOf(base32: string): Buffer {
  const bits = [...base32].map((char) => ALPHABET.indexOf(char).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}

/** How a secret could stand in a store: as it is, in UTF-16, in hex, and in base 64 at each of its three offsets. */
function formsOf(secret: Buffer): string[] {
  const base64 = [0, 1, 2].map((offset) => {
    const text = Buffer.concat([Buffer.alloc(offset), secret]).toString('base64');
    // The characters that are of the secret alone.
    return text.slice(Math.ceil((offset * 8) / 6), Math.floor(((offset + secret.length) * 8) / 6));
  });
  const plain = secret.toString('latin1');
  const wide = Buffer.from(plain, 'utf16le').toString('latin1');
  return [plain, wide, secret.toString('hex'), ...base64].filter((form) => form.length > 5);
}

/** All forms of all texts that may stand in no store. */
export function needles(): string[] {
  const texts = [...Object.values(PINS), ...Object.values(PASSPHRASES), ...SECRETS, ISSUER, 'account no. '];
  return [...texts.map((text) => Buffer.from(text, 'utf8')), ...SECRETS.map(bytesOf)].flatMap(formsOf);
}
