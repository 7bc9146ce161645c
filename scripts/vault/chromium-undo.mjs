import { Cursor } from './cursor.mjs';
import { Unreadable } from './unreadable.mjs';

// Metadata (three zero bytes of prefix) of the kind 50: of a transaction, and what undoes it.
const PREFIX = '\x00\x00\x00\x00\x32';
const TRANSACTION = `${PREFIX}\x01`;
const UNDO = `${PREFIX}\x02`;

/** The fields of a protobuf message, all of which are bytes here. @param {Buffer} bytes @returns {Map<number, Buffer>} */
function message(bytes) {
  const input = new Cursor(bytes);
  /** @type {Map<number, Buffer>} */
  const fields = new Map();
  while (!input.done) {
    const tag = input.varint();
    if ((tag & 7) === 0) input.varint();
    else if ((tag & 7) === 2) fields.set(tag >>> 3, input.sized());
    else throw new Unreadable('The notes on an unfinished transaction are damaged.');
  }
  return fields;
}

/** @param {Map<string, Buffer>} entries @param {Buffer} task */
function undoOne(entries, task) {
  const fields = message(task);
  const put = fields.get(1);
  const remove = fields.get(2);
  const { key, value } = {
    key: message(put ?? remove ?? Buffer.alloc(0)).get(1),
    value: put && message(put).get(2),
  };
  if (!key) throw new Unreadable('A transaction was left unfinished in a way that is not known here.');
  if (put) entries.set(key.toString('latin1'), value ?? Buffer.alloc(0));
  else entries.delete(key.toString('latin1'));
}

/**
 * Chromium writes a transaction in pieces, each with what undoes it, and undoes what was not committed when it opens the
 * store again. A browser that was killed leaves such pieces.
 *
 * @param {Map<string, Buffer>} entries changed in place
 */
export function undoUnfinished(entries) {
  const unfinished = [...entries.keys()]
    .filter((key) => key.startsWith(TRANSACTION))
    // A committed transaction has lost its locks.
    .filter((key) => message(entries.get(key) ?? Buffer.alloc(0)).has(1))
    .map((key) => key.slice(TRANSACTION.length));
  for (const number of unfinished) {
    // 0 after the number: undo; 1: clean up after a commit. Their order is that of the keys: the last change first.
    const start = `${UNDO}${number}\x00`;
    const tasks = [...entries.keys()].filter((key) => key.startsWith(start)).sort();
    for (const task of tasks) undoOne(entries, entries.get(task) ?? Buffer.alloc(0));
  }
}
