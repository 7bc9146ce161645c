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

/** What most password stores use instead, with the iterations that OWASP asks of it. */
globalThis.pbkdf2 = async (password) => {
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(password), 'PBKDF2', false, [
    'deriveBits',
  ]);
  const salt = crypto.getRandomValues(new Uint8Array(32));
  return crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations: 600_000 }, key, 256);
};
