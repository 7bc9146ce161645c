// Looks for pieces of known byte strings in every file of a browser profile. Node built-ins only.
//   findPieces(dir, needles: Buffer[]) -> [{needle, file, how, count}]   (one row per needle, file and form)
// A needle is cut into chunks such that any 16 consecutive raw bytes, or 24 consecutive text characters
// (hex, base64, and the needle itself if it is text), contain at least one whole chunk.
import fs from 'node:fs';
import path from 'node:path';

const BITS = 24,
  SIZE = 1 << BITS;
const hash = (lo, hi) => (Math.imul(lo, 0x9e3779b1) ^ Math.imul(hi, 0x85ebca6b)) >>> (32 - BITS);

const isText = (n) => n.length > 0 && n.every((c) => c >= 0x20 && c < 0x7f);
const wide = (s) => Buffer.from(s, 'utf16le');

/** The index of all chunks: reusable for several directories. */
export function makeIndex(needles) {
  const map = new Map(),
    bits = new Uint32Array(SIZE >>> 5);
  const add = (buf, needle, how) => {
    const h = hash(buf.readInt32LE(0), buf.readInt32LE(4));
    bits[h >>> 5] |= 1 << (h & 31);
    const e = { buf, needle, how };
    const l = map.get(h);
    if (l) l.push(e);
    else map.set(h, [e]);
  };
  const text = (s, step, needle, how) => {
    for (let i = 0; i + step <= s.length; i += step) {
      const c = s.slice(i, i + step);
      add(Buffer.from(c, 'latin1'), needle, how);
      add(wide(c), needle, `${how}-utf16`);
    }
  };
  needles.forEach((n, k) => {
    if (isText(n)) text(n.toString('latin1'), 12, k, 'text');
    for (let i = 0; i + 8 <= n.length; i += 8) if (!isText(n)) add(n.subarray(i, i + 8), k, 'raw');
    const hex = n.toString('hex');
    text(hex, 12, k, 'hex');
    text(hex.toUpperCase(), 12, k, 'HEX');
    for (let o = 0; o < 3; o++) {
      const b = n.subarray(o, o + Math.floor((n.length - o) / 3) * 3).toString('base64');
      text(b, 12, k, 'base64');
      if (/[+/]/.test(b)) text(b.replace(/\+/g, '-').replace(/\//g, '_'), 12, k, 'base64url');
    }
  });
  return { map, bits };
}

function scanBuffer({ map, bits }, b, hit) {
  if (b.length < 8) return;
  let lo = b.readInt32LE(0),
    hi = b.readInt32LE(4);
  for (let p = 0, end = b.length - 8; ; p++) {
    const h = hash(lo, hi);
    if ((bits[h >>> 5] >>> (h & 31)) & 1) {
      for (const e of map.get(h)) {
        const c = e.buf;
        if (p + c.length <= b.length && c.compare(b, p, p + c.length) === 0) hit(e);
      }
    }
    if (p >= end) return;
    lo = (lo >>> 8) | (hi << 24);
    hi = (hi >>> 8) | (b[p + 8] << 24);
  }
}

/** Raw snappy (no framing). null if it is not valid snappy; with `lax`, what was decoded before an error. */
export function unsnappy(src, lax = false, max = 64 << 20) {
  let p = 0,
    len = 0,
    s = 0;
  for (;;) {
    if (p >= src.length || s > 28) return null;
    const c = src[p++];
    len += (c & 127) * 2 ** s;
    s += 7;
    if (c < 128) break;
  }
  if (len === 0 || len > max || len > src.length * 64 + 64) return null;
  const out = Buffer.alloc(len);
  let o = 0;
  const fail = () => (lax && o > 16 ? out.subarray(0, o) : null);
  while (p < src.length && o < len) {
    const t = src[p++];
    if ((t & 3) === 0) {
      let n = t >>> 2;
      if (n >= 60) {
        const k = n - 59;
        if (p + k > src.length) return fail();
        n = 0;
        for (let i = 0; i < k; i++) n += src[p + i] * 2 ** (8 * i);
        p += k;
      }
      n++;
      if (p + n > src.length || o + n > len) return fail();
      src.copy(out, o, p, p + n);
      p += n;
      o += n;
    } else {
      let n, d;
      if ((t & 3) === 1) {
        if (p + 1 > src.length) return fail();
        n = ((t >>> 2) & 7) + 4;
        d = ((t >>> 5) << 8) | src[p++];
      } else if ((t & 3) === 2) {
        if (p + 2 > src.length) return fail();
        n = (t >>> 2) + 1;
        d = src.readUInt16LE(p);
        p += 2;
      } else {
        if (p + 4 > src.length) return fail();
        n = (t >>> 2) + 1;
        d = src.readUInt32LE(p);
        p += 4;
      }
      if (d === 0 || d > o || o + n > len) return fail();
      for (; n-- > 0; o++) out[o] = out[o - d];
    }
  }
  return o === len ? out : fail();
}

const varint = (b, p) => {
  let v = 0,
    s = 1;
  for (let i = 0; i < 9 && p < b.length; i++) {
    const c = b[p++];
    v += (c & 127) * s;
    s *= 128;
    if (c < 128) return [v, p];
  }
  return [NaN, p];
};

/** Decompressed blocks of a LevelDB table: footer -> index block -> data blocks. */
function* levelTable(b) {
  if (b.length < 48 || b.readUInt32LE(b.length - 8) !== 0x8b80fb57) return;
  const block = (off, size) => {
    if (!(off + size + 5 <= b.length)) return null;
    const raw = b.subarray(off, off + size);
    return b[off + size] === 1 ? unsnappy(raw) : raw;
  };
  let p = b.length - 48;
  for (let skipped = 0; skipped < 2; skipped++) [, p] = varint(b, p);
  const [off, at] = varint(b, p);
  const [size] = varint(b, at);
  const index = block(off, size);
  if (!index || index.length < 4) return;
  const end = index.length - 4 - 4 * index.readUInt32LE(index.length - 4);
  for (let q = 0; q < end; ) {
    let non;
    let vl;
    [, q] = varint(index, q);
    [non, q] = varint(index, q);
    [vl, q] = varint(index, q);
    const val = index.subarray(q + non, q + non + vl);
    q += non + vl;
    const [o, r] = varint(val, 0),
      [s] = varint(val, r);
    const d = block(o, s);
    if (d) yield d;
  }
}

/** A LevelDB log with its record headers (7 bytes, and every 32 KiB) taken out. */
function levelLog(b) {
  const out = [];
  for (let base = 0; base < b.length; base += 32768) {
    const end = Math.min(base + 32768, b.length);
    for (let p = base; p + 7 <= end; ) {
      const n = b.readUInt16LE(p + 4),
        t = b[p + 6];
      if (t < 1 || t > 4 || p + 7 + n > end) break;
      out.push(b.subarray(p + 7, p + 7 + n));
      p += 7 + n;
    }
  }
  return Buffer.concat(out);
}

/** Assembled cell payloads of all table-leaf pages of an SQLite file (also those in the freelist). */
function* sqlitePayloads(b, pageSize, page, count) {
  for (let k = 1; k <= count; k++) {
    const pg = page(k);
    if (!pg) continue;
    const h = k === 1 ? 100 : 0;
    const type = pg[h];
    if (type !== 13 && type !== 10 && type !== 2) continue;
    const n = pg.readUInt16BE(h + 3),
      ptr = h + (type === 2 ? 12 : 8);
    if (ptr + 2 * n > pg.length) continue;
    const U = pageSize - b[20],
      X = type === 13 ? U - 35 : Math.floor(((U - 12) * 64) / 255) - 23,
      M = Math.floor(((U - 12) * 32) / 255) - 23;
    for (let i = 0; i < n; i++) {
      let p = pg.readUInt16BE(ptr + 2 * i),
        P;
      if (p >= U) continue;
      if (type === 2) p += 4;
      [P, p] = varint(pg, p);
      if (type === 13) [, p] = varint(pg, p);
      if (!(P > 0 && P < 1 << 28)) continue;
      const K = M + ((P - M) % (U - 4)),
        local = P <= X ? P : K <= X ? K : M;
      const parts = [pg.subarray(p, p + local)];
      let got = local;
      if (P > local && p + local + 4 <= pg.length) {
        for (let o = pg.readUInt32BE(p + local), g = 0; o && got < P && g < 65536; g++) {
          const op = page(o);
          if (!op) break;
          parts.push(op.subarray(4, Math.min(U, 4 + P - got)));
          got += U - 4;
          o = op.readUInt32BE(0);
        }
      }
      yield parts.length === 1 ? parts[0] : Buffer.concat(parts);
    }
  }
}

function* recordBlobs(pay) {
  let [hl, p] = varint(pay, 0);
  if (!(hl <= pay.length)) return;
  let q = hl;
  while (p < hl) {
    let t;
    [t, p] = varint(pay, p);
    const n = t >= 12 ? Math.floor((t - 12) / 2) : [0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0][t];
    if (t >= 12 && n > 16 && q + n <= pay.length) yield pay.subarray(q, q + n);
    q += n;
  }
}

function* sqliteValues(b) {
  let ps, base, page, count;
  if (b.length >= 512 && b.toString('latin1', 0, 15) === 'SQLite format 3') {
    ps = b.readUInt16BE(16);
    if (ps === 1) ps = 65536;
    if (ps < 512) return;
    count = Math.floor(b.length / ps);
    base = b;
    page = (k) => (k >= 1 && k <= count ? b.subarray((k - 1) * ps, k * ps) : null);
  } else if (b.length > 56 && (b.readUInt32BE(0) & ~1) === 0x377f0682) {
    // WAL: every frame's page, newest copy for overflow
    ps = b.readUInt32BE(8);
    const at = new Map();
    count = 0;
    const frames = [];
    for (let p = 32; p + 24 + ps <= b.length; p += 24 + ps) {
      const k = b.readUInt32BE(p),
        pg = b.subarray(p + 24, p + 24 + ps);
      at.set(k, pg);
      frames.push([k, pg]);
      count = Math.max(count, k);
    }
    base = Buffer.alloc(100);
    page = (k) => at.get(k) ?? null;
  } else return;
  for (const pay of sqlitePayloads(base, ps, page, count)) {
    yield ['sqlite-payload', pay];
    for (const blob of recordBlobs(pay)) yield* valueForms(blob);
  }
}

/** A value as Firefox (whole blob) or Chromium (after its FF 11 xx prefix) compresses it. */
function* valueForms(v) {
  const d = unsnappy(v, true);
  if (d) yield ['snappy', d];
  for (let i = 0; i < Math.min(64, v.length - 3); i++)
    if (v[i] === 0xff && v[i + 1] === 0x11) {
      const e = unsnappy(v.subarray(i + 3), true);
      if (e) yield ['snappy', e];
    }
}

export function* files(dir) {
  let l;
  try {
    l = fs.readdirSync(dir, { withFileTypes: true });
  } catch {
    return;
  }
  for (const e of l) {
    const q = path.join(dir, e.name);
    if (e.isDirectory()) yield* files(q);
    else if (e.isFile()) yield q;
  }
}

export function findPieces(dir, needles, index = makeIndex(needles)) {
  const found = new Map();
  for (const f of files(dir)) {
    let b;
    try {
      b = fs.readFileSync(f);
    } catch {
      continue;
    }
    const file = path.relative(dir, f);
    const go = (buf, pre) =>
      scanBuffer(index, buf, (e) => {
        const how = pre + e.how,
          id = `${e.needle}|${file}|${how}`,
          r = found.get(id);
        if (r) r.count++;
        else found.set(id, { needle: e.needle, file, how, count: 1 });
      });
    go(b, '');
    if (/\.(ldb|sst)$/.test(f)) for (const d of levelTable(b)) go(d, 'leveldb-block:');
    else if (/\d{6}\.log$/.test(f)) go(levelLog(b), 'leveldb-log:');
    else if (/\/final$/.test(f) || /\/\d+$/.test(f)) for (const [h, d] of valueForms(b)) go(d, `file-${h}:`);
    for (const [h, d] of sqliteValues(b)) go(d, `${h}:`);
  }
  return [...found.values()];
}
