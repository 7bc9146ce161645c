import { Cursor } from './cursor.mjs';
import { logRecords } from './leveldb-log.mjs';
import { Unreadable } from './unreadable.mjs';

/**
 * Which files count: `tables` by number, and the logs from `log` on.
 *
 * @typedef {{ tables: Set<number>, log: number, logBefore: number }} Version
 */

/** @type {Record<number, (input: Cursor, version: Version) => void>} */
const FIELDS = {
  1: (input) => void input.sized(),
  2: (input, version) => {
    version.log = input.varint();
  },
  3: (input) => void input.varint(),
  4: (input) => void input.varint(),
  5: (input) => {
    input.varint();
    input.sized();
  },
  6: (input, version) => {
    input.varint();
    version.tables.delete(input.varint());
  },
  7: (input, version) => {
    input.varint();
    version.tables.add(input.varint());
    input.varint();
    input.sized();
    input.sized();
  },
  9: (input, version) => {
    version.logBefore = input.varint();
  },
};

/** @param {Buffer} bytes @returns {Version} */
export function manifestVersion(bytes) {
  /** @type {Version} */
  const version = { tables: new Set(), log: 0, logBefore: 0 };
  for (const edit of logRecords(bytes)) {
    const input = new Cursor(edit);
    while (!input.done) {
      const field = FIELDS[input.varint()];
      if (!field) throw new Unreadable('The manifest is damaged.');
      field(input, version);
    }
  }
  return version;
}
