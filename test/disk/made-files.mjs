/** Small files in the formats of both browsers, made from their descriptions alone: what the scan has to find its way in. */

/** @param {number} value */
export function smallFirst(value) {
  const bytes = [];
  for (; value > 127; value = Math.floor(value / 128)) bytes.push((value & 127) | 128);
  return Buffer.from([...bytes, value]);
}

/** @param {number} value */
export function greatFirst(value) {
  const bytes = [value & 127];
  for (let rest = Math.floor(value / 128); rest > 0; rest = Math.floor(rest / 128))
    bytes.unshift((rest & 127) | 128);
  return Buffer.from(bytes);
}

/** Copies whatever stood before, four bytes or more. @param {Buffer} bytes */
export function snappy(bytes) {
  const parts = [smallFirst(bytes.length)];
  const literal = (from, to) => {
    for (let at = from; at < to; at += 60) {
      const part = bytes.subarray(at, Math.min(to, at + 60));
      parts.push(Buffer.from([(part.length - 1) << 2]), part);
    }
  };
  let start = 0;
  for (let at = 4; at + 4 <= bytes.length; ) {
    const before = bytes.subarray(0, at).lastIndexOf(bytes.subarray(at, at + 4));
    if (before < 0 || at - before > 65_535) {
      at++;
      continue;
    }
    let count = 4;
    while (count < 64 && at + count < bytes.length && bytes[before + count] === bytes[at + count]) count++;
    literal(start, at);
    const distance = at - before;
    parts.push(Buffer.from([((count - 1) << 2) | 2, distance & 255, distance >> 8]));
    at += count;
    start = at;
  }
  literal(start, bytes.length);
  return Buffer.concat(parts);
}

/** One sequence of literals, and a copy of its first bytes. @param {Buffer} bytes at least 20 of them */
export function lz4(bytes) {
  const head = Buffer.alloc(12);
  head.write('mozLz40\0', 'latin1');
  head.writeUInt32LE(bytes.length + 8, 8);
  const rest = bytes.length - 15;
  const lengths = [...Array(Math.floor(rest / 255)).fill(255), rest % 255];
  const distance = Buffer.from([bytes.length & 255, bytes.length >> 8]);
  return Buffer.concat([head, Buffer.from([0xf4, ...lengths]), bytes, distance]);
}

/** @param {[key: Buffer, value: Buffer][]} entries the second shares three bytes of the first one's key */
function block(entries) {
  const parts = entries.map(([key, value], i) => {
    const shared = i === 0 ? 0 : 3;
    const own = key.subarray(shared);
    return Buffer.concat([
      Buffer.from([shared]),
      smallFirst(own.length),
      smallFirst(value.length),
      own,
      value,
    ]);
  });
  return Buffer.concat([...parts, Buffer.from([0, 0, 0, 0, 1, 0, 0, 0])]);
}

/** A table of one compressed block. @param {[key: Buffer, value: Buffer][]} entries */
export function levelTable(entries) {
  const data = snappy(block(entries));
  const trailer = (kind) => Buffer.from([kind, 0, 0, 0, 0]);
  const handle = Buffer.concat([smallFirst(0), smallFirst(data.length)]);
  const index = block([[Buffer.from('last'), handle]]);
  const footer = Buffer.alloc(48);
  Buffer.concat([Buffer.from([0, 0]), smallFirst(data.length + 5), smallFirst(index.length)]).copy(footer);
  Buffer.from('57fb808b247547db', 'hex').copy(footer, 40);
  return Buffer.concat([data, trailer(1), index, trailer(0), footer]);
}

/** @param {Buffer} content cut wherever a block of 32 KiB ends */
export function levelLog(content) {
  const parts = [];
  for (let at = 0, place = 0; at < content.length; ) {
    const size = Math.min(content.length - at, 32_768 - (place % 32_768) - 7);
    const kind = at === 0 ? (size === content.length ? 1 : 2) : at + size === content.length ? 4 : 3;
    parts.push(Buffer.from([0, 0, 0, 0, size & 255, size >> 8, kind]), content.subarray(at, at + size));
    at += size;
    place += size + 7;
  }
  return Buffer.concat(parts);
}

const PAGE = 512;

/** Pages of a table with one row of one blob, which goes on in overflow pages. @param {Buffer} blob up to 60,000 bytes */
export function sqlitePages(blob) {
  const type = greatFirst(blob.length * 2 + 12);
  const row = Buffer.concat([Buffer.from([type.length + 1]), type, blob]);
  const most = PAGE - 35;
  const least = Math.floor(((PAGE - 12) * 32) / 255) - 23;
  const wanted = least + ((row.length - least) % (PAGE - 4));
  const local = row.length <= most ? row.length : wanted <= most ? wanted : least;
  const cell = Buffer.concat([greatFirst(row.length), Buffer.from([1]), row.subarray(0, local)]);
  const leaf = Buffer.alloc(PAGE);
  const at = PAGE - cell.length - 4;
  Buffer.from([13, 0, 0, 0, 1, at >> 8, at & 255, 0, at >> 8, at & 255]).copy(leaf);
  cell.copy(leaf, at);
  const first = Buffer.alloc(PAGE);
  first.write('SQLite format 3\0', 'latin1');
  first.writeUInt16BE(PAGE, 16);
  const pages = [first, leaf];
  if (local < row.length) leaf.writeUInt32BE(3, PAGE - 4);
  for (let from = local; from < row.length; from += PAGE - 4) {
    const page = Buffer.alloc(PAGE);
    if (from + PAGE - 4 < row.length) page.writeUInt32BE(pages.length + 2);
    row.copy(page, 4, from, from + PAGE - 4);
    pages.push(page);
  }
  return pages;
}

/** The write-ahead log that holds these pages, the last one first. @param {Buffer[]} pages */
export function sqliteLog(pages) {
  const head = Buffer.alloc(32);
  head.writeUInt32BE(0x377f0682);
  head.writeUInt32BE(PAGE, 8);
  const frames = pages.map((page, i) => {
    const frame = Buffer.alloc(24);
    frame.writeUInt32BE(i + 1);
    return Buffer.concat([frame, page]);
  });
  return Buffer.concat([head, ...frames.reverse()]);
}
