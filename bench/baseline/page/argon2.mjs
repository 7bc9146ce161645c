/** Argon2id with the parameters of a PIN slot, for the bench to call. */
import { argon2id } from 'hash-wasm';

globalThis.stretch = (password) =>
  argon2id({
    password,
    salt: crypto.getRandomValues(new Uint8Array(32)),
    memorySize: 65_536,
    iterations: 3,
    parallelism: 1,
    hashLength: 32,
    outputType: 'binary',
  });
