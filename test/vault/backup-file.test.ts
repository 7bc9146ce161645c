import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { openBody, openFileSlots, readBackup, writeBackup } from '../../src/vault/backup-file.ts';
import { type Bytes, randomBytes } from '../../src/vault/cipher.ts';
import { stretchNew } from '../../src/vault/stretched.ts';

const belongs = { vault: 'AAAAAAAAAAAAAAAAAAAAAA==', generation: 2 };
const document = { accounts: [{ issuer: 'Acme' }] };
const key = randomBytes(32);
let file: Bytes;
let withPassphrase: Bytes;

beforeAll(async () => {
  const recovery = { key, number: 4 };
  ({ file } = await writeBackup(document, belongs, 1_800_000_000_000, ['recovery'], { recovery }));
  const second = { kind: 'passphrase' as const, ...(await stretchNew('a long enough passphrase')) };
  ({ file: withPassphrase } = await writeBackup(document, belongs, 0, ['passphrase'], { second }));
});

async function opened(bytes: Bytes, proofs: Parameters<typeof openFileSlots>[1]) {
  const read = await readBackup(bytes);
  if (!read.ok) return read.error;
  const fileKey = await openFileSlots(read.value, proofs);
  return fileKey ? openBody(read.value, fileKey) : 'wrong-secret';
}

describe('a backup file', () => {
  it('gives its document back, and says what opens it', async () => {
    expect(await opened(file, { recovery: { key } })).toEqual(document);
    const read = await readBackup(file);
    expect(read.ok && read.value.header).toMatchObject({
      ...belongs,
      madeAt: 1_800_000_000_000,
      slots: [{ factors: [{ type: 'recovery', number: 4 }] }],
    });
    expect(await opened(withPassphrase, { passphrase: 'a long enough passphrase' })).toEqual(document);
  });

  it('tells a wrong secret from damage', async () => {
    expect(await opened(file, { recovery: { key: randomBytes(32) } })).toBe('wrong-secret');
    expect(await opened(withPassphrase, { passphrase: 'another long passphrase' })).toBe('wrong-secret');
  });

  it('is cut wherever it is cut', async () => {
    for (let length = 8; length < file.length; length += length < 700 ? 1 : 97)
      expect(await opened(file.slice(0, length), { recovery: { key } }), `${length}`).toBe('backup-cut');
  });

  it('is damaged wherever a bit was flipped, and never opens', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(file.length - 1), fc.nat(7), async (at, bit) => {
        const changed = Uint8Array.from(file);
        changed[at] = (changed[at] ?? 0) ^ (1 << bit);
        expect(await opened(changed, { recovery: { key } })).toBe(at < 8 ? 'not-a-backup' : 'backup-damaged');
      }),
      { numRuns: 400, examples: Array.from({ length: 21 }, (_, at) => [at, 0]) },
    );
  });

  it('is damaged by what is added', async () => {
    expect(await opened(Uint8Array.from([...file, 0]), { recovery: { key } })).toBe('backup-damaged');
  });

  it('of another program, or of a newer version, is said to be that', async () => {
    expect(await opened(new TextEncoder().encode('{"tokens":[]}'), {})).toBe('not-a-backup');
    expect(await opened(new Uint8Array(), {})).toBe('not-a-backup');
    const newer = Uint8Array.from(file);
    newer[8] = 2;
    const check = new Uint8Array(await crypto.subtle.digest('SHA-256', newer.slice(0, 17)));
    newer.set(check.subarray(0, 4), 17);
    expect(await opened(newer, {})).toBe('backup-too-new');
  });

  it('has a size that says little', async () => {
    const sizes = await Promise.all(
      [1, 5, 20].map(async (count) => {
        const many = { accounts: Array.from({ length: count }, () => ({ issuer: 'Acme' })) };
        const made = await writeBackup(many, belongs, 0, ['recovery'], { recovery: { key, number: 4 } });
        return made.file.length;
      }),
    );
    expect(new Set(sizes).size).toBe(1);
  });

  it('never throws on anything', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (noise) => {
        const start = new TextEncoder().encode('TWEESTAP');
        await readBackup(Uint8Array.from(noise));
        expect((await readBackup(Uint8Array.from([...start, ...noise]))).ok).toBe(false);
      }),
    );
  });
});
