import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomBytes } from '../../src/vault/cipher.ts';
import { dataKey, openRecord, parseRecord, sealRecord } from '../../src/vault/record.ts';

const belongs = { vault: 'AAAAAAAAAAAAAAAAAAAAAA==', generation: 1 };
const identity = { id: 'a', kind: 'account' as const, ...belongs };
const keyPromise = dataKey(randomBytes(32), belongs);

describe('a sealed record', () => {
  it('gives its document back', async () => {
    const key = await keyPromise;
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (document) => {
        const record = await sealRecord(key, identity, document);
        expect(JSON.stringify(await openRecord(key, record))).toBe(JSON.stringify(document));
      }),
      { numRuns: 50 },
    );
  });

  it.each([
    ['id', { id: 'b' }],
    ['kind', { kind: 'notes' as const }],
    ['generation', { generation: 2 }],
    ['vault', { vault: 'AQAAAAAAAAAAAAAAAAAAAA==' }],
  ])('does not open under another %s', async (_, changed) => {
    const key = await keyPromise;
    expect(await openRecord(key, { ...(await sealRecord(key, identity, {})), ...changed })).toBeNull();
  });

  it('does not open with any byte changed, and not when cut short', async () => {
    const key = await keyPromise;
    const record = await sealRecord(key, identity, { issuer: 'x' });
    for (let i = 0; i < record.sealed.length; i++) {
      const sealed = Uint8Array.from(record.sealed);
      sealed[i] = (sealed[i] ?? 0) ^ 1;
      expect(await openRecord(key, { ...record, sealed })).toBeNull();
      expect(await openRecord(key, { ...record, sealed: record.sealed.slice(0, i) })).toBeNull();
    }
  });

  it('has the size of its class, whatever the length of the names', async () => {
    const key = await keyPromise;
    const sizes = await Promise.all(
      [1, 60, 200].map(async (length) => (await sealRecord(key, identity, 'x'.repeat(length))).sealed.length),
    );
    expect(new Set(sizes)).toEqual(new Set([12 + 256 + 16]));
  });

  it('is told from what is none', () => {
    for (const broken of [
      null,
      [],
      { id: 'a' },
      { ...identity, sealed: 'text' },
      { ...identity, kind: 'x' },
    ]) {
      expect(parseRecord(broken)).toBeNull();
    }
  });
});
