/** The ways in which a step ends other than well. */

/** What was promised does not hold. */
/** The browser cannot read a store of ours for good; the product said so, and lost nothing. */
export class DeadStore extends Error {}

export class Violation extends Error {}

/** The kill came while a message was under way, or before the next one. */
export class Interrupted extends Error {}

/** The value of a `Result` that must not be a refusal. @param {any} result @param {string} what */
export function granted(result, what) {
  if (result?.ok) return result.value;
  throw new Violation(`${what} was refused: ${JSON.stringify(result?.error ?? result)}`);
}
