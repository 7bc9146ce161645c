/** A passkey authenticator in software, ES256 only: what Chrome asks of a security key, as JSON in and out. */
import { createHash, createHmac, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

/**
 * @typedef {object} Passkey
 * @property {string} id base64url
 * @property {string} rpId
 * @property {string} userHandle base64url
 * @property {boolean} discoverable
 * @property {string} privateKey PEM
 * @property {string} prfSecret base64url
 * @property {number} uses
 */

const AAGUID = Buffer.alloc(16);
const FLAGS = { userPresent: 0x01, userVerified: 0x04, attested: 0x40 };

const bytes = (text) => Buffer.from(text, 'base64url');
const text = (buffer) => buffer.toString('base64url');
const sha256 = (data) => createHash('sha256').update(data).digest();

/** An error that the page sees under this name. */
class Refusal extends Error {
  constructor(name, message) {
    super(message);
    this.name = name;
  }
}

const notAllowed = () =>
  new Refusal(
    'NotAllowedError',
    'The operation either timed out or was not allowed. See: https://www.w3.org/TR/webauthn-2/#sctn-privacy-considerations-client.',
  );

const clientData = (type, { challenge, extensions }) =>
  Buffer.from(
    JSON.stringify({
      type: `webauthn.${type}`,
      challenge,
      origin: extensions.remoteDesktopClientOverride.origin,
      crossOrigin: false,
    }),
  );

function authenticatorData(rpId, flags, uses, attested = Buffer.alloc(0)) {
  const counter = Buffer.alloc(4);
  counter.writeUInt32BE(uses);
  return Buffer.concat([sha256(rpId), Buffer.from([flags]), counter, attested]);
}

/** The public key as COSE, after the id that it goes by. */
function attestedData(id, publicKey) {
  const { x, y } = publicKey.export({ format: 'jwk' });
  const idLength = Buffer.from([0, id.length]);
  const head = Buffer.from('a5010203262001215820', 'hex');
  return Buffer.concat([AAGUID, idLength, id, head, bytes(x), Buffer.from('225820', 'hex'), bytes(y)]);
}

/** CBOR of { fmt: 'none', attStmt: {}, authData }. */
const attestation = (data) =>
  Buffer.concat([
    Buffer.from('a363666d74646e6f6e656761747453746d74a068617574684461746158', 'hex'),
    Buffer.from([data.length]),
    data,
  ]);

/** @param {Passkey} passkey @param {any} asked the prf extension's input */
function prfResults(passkey, asked) {
  const salts = asked.evalByCredential?.[passkey.id] ?? asked.eval;
  if (!salts) return undefined;
  const evaluate = (salt) =>
    text(
      createHmac('sha256', bytes(passkey.prfSecret))
        .update(sha256(Buffer.concat([Buffer.from('WebAuthn PRF\0'), bytes(salt)])))
        .digest(),
    );
  return { first: evaluate(salts.first), ...(salts.second ? { second: evaluate(salts.second) } : {}) };
}

/**
 * @param {object} options
 * @param {boolean} options.userVerified
 * @param {boolean} options.prf
 * @param {Passkey[]} options.passkeys it adds to this list
 */
export function softwareAuthenticator({ userVerified, prf, passkeys }) {
  const flags = FLAGS.userPresent | FLAGS.userVerified;
  let verifies = userVerified;

  function create(request) {
    if (!verifies) throw notAllowed();
    const { rp, user, extensions, excludeCredentials = [], authenticatorSelection = {} } = request;
    if (excludeCredentials.some(({ id }) => passkeys.some((passkey) => passkey.id === id))) {
      throw new Refusal(
        'InvalidStateError',
        'The user attempted to register an authenticator that contains one of the credentials already registered with the relying party.',
      );
    }
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const id = randomBytes(32);
    /** @type {Passkey} */
    const passkey = {
      id: text(id),
      rpId: rp.id,
      userHandle: user.id,
      discoverable: (authenticatorSelection.residentKey ?? 'discouraged') !== 'discouraged',
      privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
      prfSecret: text(randomBytes(32)),
      uses: 1,
    };
    passkeys.push(passkey);
    const data = authenticatorData(rp.id, flags | FLAGS.attested, passkey.uses, attestedData(id, publicKey));
    const results = prf && extensions.prf ? prfResults(passkey, extensions.prf) : undefined;
    return {
      ...envelope(passkey),
      clientExtensionResults: {
        ...(extensions.credProps ? { credProps: { rk: passkey.discoverable } } : {}),
        ...(extensions.prf ? { prf: { enabled: prf, ...(results ? { results } : {}) } } : {}),
      },
      response: {
        clientDataJSON: text(clientData('create', request)),
        attestationObject: text(attestation(data)),
        authenticatorData: text(data),
        publicKey: text(publicKey.export({ type: 'spki', format: 'der' })),
        publicKeyAlgorithm: -7,
        transports: ['internal'],
      },
    };
  }

  function get(request) {
    const { rpId, extensions, allowCredentials = [] } = request;
    const passkey = passkeys.findLast(
      (known) =>
        known.rpId === rpId &&
        (allowCredentials.length === 0
          ? known.discoverable
          : allowCredentials.some(({ id }) => id === known.id)),
    );
    if (!passkey || !verifies) throw notAllowed();
    passkey.uses++;
    const data = authenticatorData(rpId, flags, passkey.uses);
    const client = clientData('get', request);
    const results = prf && extensions.prf ? prfResults(passkey, extensions.prf) : undefined;
    return {
      ...envelope(passkey),
      clientExtensionResults: extensions.prf ? { prf: results ? { results } : {} } : {},
      response: {
        clientDataJSON: text(client),
        authenticatorData: text(data),
        signature: text(sign('sha256', Buffer.concat([data, sha256(client)]), passkey.privateKey)),
        userHandle: passkey.userHandle,
      },
    };
  }

  const envelope = ({ id }) => ({
    id,
    rawId: id,
    type: 'public-key',
    authenticatorAttachment: 'platform',
  });

  const ceremonies = { create, get };

  return {
    passkeys,
    /** @param {boolean} refuse */
    refuse: (refuse) => {
      verifies = !refuse;
    },
    /**
     * @param {'create' | 'get'} kind
     * @param {any} request the options of the call, as JSON
     * @returns {{ responseJson: string } | { error: { name: string, message: string } }}
     */
    answer: (kind, request) => {
      try {
        return { responseJson: JSON.stringify(ceremonies[kind](request)) };
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        return { error: { name: error.name, message: error.message } };
      }
    },
  };
}
