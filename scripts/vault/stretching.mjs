import { argon2id } from 'hash-wasm';
import { bytesOf } from './slots.mjs';
import { Unreadable } from './unreadable.mjs';

/** @type {Map<string, Promise<Uint8Array>>} */
const before = new Map();

/** Parameters come from the disk: outside these bounds they are not to be paid for. @param {import('./types.mjs').Argon2} costs */
function areBounded({ memoryKiB, iterations, parallelism }) {
  return (
    memoryKiB >= 19456 &&
    memoryKiB <= 262144 &&
    iterations >= 2 &&
    iterations <= 10 &&
    parallelism >= 1 &&
    parallelism <= 4
  );
}

/**
 * Argon2id, 32 bytes; counted once for all slots with the same salt.
 *
 * @param {string} secret
 * @param {import('./types.mjs').Argon2 | undefined} costs
 */
export function stretched(secret, costs) {
  if (!costs?.salt || !areBounded(costs))
    throw new Unreadable('The parameters of Argon2id are outside their bounds.');
  const { memoryKiB, iterations, parallelism, salt } = costs;
  const name = JSON.stringify([secret, memoryKiB, iterations, parallelism, salt]);
  const known =
    before.get(name) ??
    argon2id({
      password: secret,
      salt: bytesOf(salt),
      memorySize: memoryKiB,
      iterations,
      parallelism,
      hashLength: 32,
      outputType: 'binary',
    });
  before.set(name, known);
  return known;
}
