import { Unreadable } from './unreadable.mjs';

const SECRET = 0x0100;
const TYPE = 0xff00;
const EXTRACTABLE = 1;

/** Length and a zero, then UTF-16. @param {import('./mozilla-value.mjs').MozillaReader} reader */
function text(reader) {
  const [length] = reader.pair();
  return reader.padded(2 * length).toString('utf16le');
}

/**
 * A CryptoKey as Firefox writes it (dom/crypto/CryptoKey.cpp): what it may do, three keys of which a secret one has the
 * first, and the algorithm.
 *
 * @param {import('./mozilla-value.mjs').MozillaReader} reader behind the tag
 * @returns {import('./types.mjs').DeviceKey}
 */
export function cryptoKeyIn(reader) {
  const [attributes] = reader.pair();
  if ((attributes & TYPE) !== SECRET) throw new Unreadable('A key is not a secret key.');
  const [raw] = [0, 1, 2].map(() => reader.padded(reader.pair()[0]));
  const algorithm = text(reader);
  // The kind of the algorithm and its version, which its name has said.
  reader.pair();
  const bits = reader.pair()[0];
  const hash = text(reader);
  return {
    cryptoKey: true,
    algorithm,
    hash,
    bits,
    extractable: (attributes & EXTRACTABLE) !== 0,
    raw: raw ?? Buffer.alloc(0),
  };
}
