/** What is on the disk is not what it should be. The message is a sentence for the user, without any of the bytes. */
export class Unreadable extends Error {
  /** @param {string} message @param {boolean} [located] the message says where */
  constructor(message, located = false) {
    super(message);
    this.located = located;
  }
}

/** @param {unknown} error */
function sentence(error) {
  if (error instanceof Unreadable) return error.message;
  // Reading past the end of bytes that are not what they should be.
  if (error instanceof RangeError) return 'The data is damaged.';
  const { code, syscall } = /** @type {NodeJS.ErrnoException} */ (error);
  return syscall ? `It could not be read (${code}).` : null;
}

/**
 * Says in which file it was; every other error stays as it is.
 *
 * @template T
 * @param {string} where
 * @param {() => T} read
 * @returns {T}
 */
export function inFile(where, read) {
  try {
    return read();
  } catch (error) {
    const said = sentence(error);
    if (said === null || (error instanceof Unreadable && error.located)) throw error;
    throw new Unreadable(`${where}: ${said}`, true);
  }
}
