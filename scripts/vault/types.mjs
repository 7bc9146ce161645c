/**
 * Types only. Everything read from a profile is `unknown` until `vault-data.mjs` has looked at it.
 *
 * @typedef {object} DeviceKey a CryptoKey as it lies on the disk
 * @property {true} cryptoKey
 * @property {string} algorithm
 * @property {string} hash
 * @property {number} bits
 * @property {boolean} extractable
 * @property {Buffer} raw
 *
 * @typedef {Map<string, Map<string, unknown>>} Stores the values of a database, by store and key
 * @typedef {{ name: string, stores: Stores }} RawDatabase
 *
 * @typedef {object} RawProfile
 * @property {'chromium' | 'firefox'} browser
 * @property {string} extension its id or, in Firefox, its uuid
 * @property {RawDatabase[]} databases
 * @property {Map<string, unknown>} local
 * @property {string[]} problems sentences on what could not be read
 *
 * @typedef {{ memoryKiB: number, iterations: number, parallelism: number, salt?: string }} Argon2
 * @typedef {object} Factor
 * @property {string} type
 * @property {Argon2} [argon2]
 * @property {string} [credential]
 * @property {string} [input]
 * @property {string | null} [relyingParty]
 * @property {number} [number]
 * @property {string} [half]
 *
 * @typedef {{ format: number, vault: string, generation: number, createdAt: number, revision: number }} Meta
 * @typedef {object} Slot
 * @property {number} version
 * @property {string} id
 * @property {string} vault
 * @property {number} generation
 * @property {Buffer} salt
 * @property {Factor[]} factors
 * @property {Buffer} sealed
 *
 * @typedef {{ id: string, kind: string, vault: string, generation: number, sealed: Buffer }} VaultRecord
 * @typedef {{ failures: number, lastFailureAt: number }} Attempts
 *
 * @typedef {object} VaultData
 * @property {Meta} meta
 * @property {Slot[]} slots
 * @property {VaultRecord[]} records
 *
 * @typedef {object} Shown what the user has, from the environment
 * @property {string} [pin]
 * @property {string} [passphrase]
 * @property {string} [recoveryCode]
 * @property {string} [contact] the text to the recovery contact
 * @property {Buffer} [passkey] output of the PRF
 */
export {};
