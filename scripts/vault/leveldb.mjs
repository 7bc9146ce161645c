/** Reads a LevelDB folder without opening it, so that nothing in it changes. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Cursor } from './cursor.mjs';
import { logRecords } from './leveldb-log.mjs';
import { manifestVersion } from './leveldb-manifest.mjs';
import { tableEntries } from './leveldb-table.mjs';
import { inFile, Unreadable } from './unreadable.mjs';

/**
 * One change of one key; `value` is null for a deletion. The highest `sequence` of a key counts.
 *
 * @typedef {{ key: Buffer, sequence: number, value: Buffer | null }} Change
 */

/** @param {Buffer} bytes @returns {Generator<Change>} */
function* changesInLog(bytes) {
  for (const batch of logRecords(bytes)) {
    const input = new Cursor(batch);
    const first = input.uint64();
    const count = input.uint32();
    for (let index = 0; index < count; index++) {
      const put = input.byte() === 1;
      const key = input.sized();
      yield { key, sequence: first + index, value: put ? input.sized() : null };
    }
  }
}

/** @param {Buffer} bytes @returns {Generator<Change>} */
function* changesInTable(bytes) {
  for (const [internal, value] of tableEntries(bytes)) {
    const split = internal.length - 8;
    if (split < 0) throw new Unreadable('The table is damaged.');
    const tail = internal.readBigUInt64LE(split);
    yield {
      key: internal.subarray(0, split),
      sequence: Number(tail >> 8n),
      value: (tail & 255n) === 1n ? value : null,
    };
  }
}

/**
 * The files of the folder that count.
 *
 * @param {string} folder
 * @returns {string[]}
 */
function liveFiles(folder) {
  const current = inFile(path.join(folder, 'CURRENT'), () => {
    const name = readFileSync(path.join(folder, 'CURRENT'), 'utf8').trim();
    if (!/^MANIFEST-\d+$/.test(name)) throw new Unreadable('It names no manifest.');
    return name;
  });
  const manifest = path.join(folder, current);
  const version = inFile(manifest, () => manifestVersion(readFileSync(manifest)));
  const names = readdirSync(folder);
  const tables = [...version.tables].map((number) => {
    const stem = String(number).padStart(6, '0');
    const name = [`${stem}.ldb`, `${stem}.sst`].find((file) => names.includes(file));
    if (!name) throw new Unreadable(`${folder}: The table ${stem}.ldb is missing.`);
    return name;
  });
  const logs = names.filter((name) => {
    const number = Number(/^(\d+)\.log$/.exec(name)?.[1] ?? Number.NaN);
    return number >= version.log || number === version.logBefore;
  });
  return [...tables, ...logs];
}

/**
 * What the store holds now. The map's keys are the keys' bytes as latin 1.
 *
 * @param {string} folder
 * @returns {Map<string, Buffer>}
 */
export function readLevelDb(folder) {
  /** @type {Map<string, Change>} */
  const newest = new Map();
  for (const name of liveFiles(folder)) {
    const file = path.join(folder, name);
    inFile(file, () => {
      const bytes = readFileSync(file);
      for (const change of name.endsWith('.log') ? changesInLog(bytes) : changesInTable(bytes)) {
        const key = change.key.toString('latin1');
        if (change.sequence >= (newest.get(key)?.sequence ?? -1)) newest.set(key, change);
      }
    });
  }
  /** @type {Map<string, Buffer>} */
  const entries = new Map();
  for (const [key, { value }] of newest) if (value !== null) entries.set(key, value);
  return entries;
}
