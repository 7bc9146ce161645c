import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { randomBytes } from '../../src/vault/cipher.ts';
import {
  type EscrowFactor,
  escrowData,
  escrowMaterial,
  escrowName,
  makeHalves,
  parseEscrowFactor,
  readHalf,
} from '../../src/vault/escrow.ts';

const belongs = { vault: 'AAAAAAAAAAAAAAAAAAAAAA==', generation: 3 };
const salt = randomBytes(32);
let made: Awaited<ReturnType<typeof makeHalves>>;

beforeAll(async () => {
  made = await makeHalves(belongs);
});

const error = async (file: Uint8Array, factor: EscrowFactor = made.factor, of = belongs) => {
  const read = await readHalf(file, factor, of);
  return read.ok ? null : read.error;
};

describe('the two halves', () => {
  it('make the same key whenever both are there', async () => {
    const back = await readHalf(made.file.bytes, made.factor, belongs);
    expect(back).toEqual({ ok: true, value: made.remote });
    const key = await escrowMaterial(made.factor, made.remote, salt);
    expect(key).toHaveLength(32);
    expect(back.ok && (await escrowMaterial(made.factor, back.value, salt))).toEqual(key);
  });

  it('make another key with another half, on either side, or another salt', async () => {
    const key = await escrowMaterial(made.factor, made.remote, salt);
    const other = await makeHalves(belongs);
    expect(await escrowMaterial(made.factor, other.remote, salt)).not.toEqual(key);
    expect(await escrowMaterial(other.factor, made.remote, salt)).not.toEqual(key);
    expect(await escrowMaterial(made.factor, made.remote, randomBytes(32))).not.toEqual(key);
  });

  it('are new each time, and so is the name of the file', async () => {
    const other = await makeHalves(belongs);
    expect(other.remote).not.toEqual(made.remote);
    expect(other.factor.half).not.toBe(made.factor.half);
    expect(other.file.name).not.toBe(made.file.name);
    expect(made.file.name).toMatch(/^escrow-[0-9a-f]{32}\.json$/);
    expect(escrowName(made.factor)).toBe(made.file.name);
  });

  it('stand in the account without a word of this device’s half', () => {
    const text = new TextDecoder().decode(made.file.bytes);
    expect(text).toContain('"version": 1');
    expect(text).not.toContain(made.factor.half);
  });

  it('make no key of a half that is too short', async () => {
    expect(await escrowMaterial(made.factor, randomBytes(31), salt)).toBeNull();
    expect(await escrowMaterial({ ...made.factor, half: 'AAAA' }, made.remote, salt)).toBeNull();
  });
});

describe('a file in the account', () => {
  it('of another vault, another generation or an earlier pair is told', async () => {
    const of = async (vault: string, generation: number) =>
      (await makeHalves({ vault, generation })).file.bytes;
    expect(await error(await of('AQAAAAAAAAAAAAAAAAAAAA==', 3))).toBe('other-half');
    expect(await error(await of(belongs.vault, 2))).toBe('other-half');
    expect(await error(await of(belongs.vault, 3))).toBe('other-half');
    expect(await error(made.file.bytes, made.factor, { ...belongs, generation: 4 })).toBe('other-half');
    const elsewhere = { ...belongs, vault: 'AQAAAAAAAAAAAAAAAAAAAA==' };
    expect(await error(made.file.bytes, made.factor, elsewhere)).toBe('other-half');
  });

  it('with any bit changed is refused', async () => {
    for (let bit = 0; bit < 8 * made.file.bytes.length; bit++) {
      const changed = made.file.bytes.slice();
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(await error(changed), String(bit)).not.toBeNull();
    }
  });

  it('that says the same in other words is refused', async () => {
    const value = JSON.parse(new TextDecoder().decode(made.file.bytes)) as Record<string, unknown>;
    const spelt = (content: unknown) => new TextEncoder().encode(JSON.stringify(content));
    expect(await error(spelt(value))).toBe('changed-half');
    expect(await error(spelt({ ...value, more: 1 }))).toBe('changed-half');
  });

  it('that the account’s owner wrote for this very pair, with a half of his choice, is refused', async () => {
    const forger = await makeHalves(belongs);
    const text = new TextDecoder().decode(forger.file.bytes);
    const forged = text.replace(forger.factor.id, made.factor.id);
    expect(await error(new TextEncoder().encode(forged))).toBe('changed-half');
    expect(await error(new TextEncoder().encode(forged), { ...forger.factor, id: made.factor.id })).toBe(
      'changed-half',
    );
  });

  it('is refused, and nothing else happens, whatever it is', async () => {
    const anything = fc.oneof(
      fc.uint8Array({ maxLength: 2048 }),
      fc.json().map((text) => new TextEncoder().encode(text)),
      fc
        .dictionary(
          fc.constantFrom('format', 'version', 'vault', 'generation', 'id', 'half', 'mac'),
          fc.jsonValue(),
        )
        .map((value) => new TextEncoder().encode(JSON.stringify(value))),
    );
    await fc.assert(
      fc.asyncProperty(anything, async (bytes) => {
        expect(await error(bytes)).not.toBeNull();
      }),
    );
  });
});

describe('a stored factor', () => {
  it('is read back as it is', () => {
    expect(parseEscrowFactor(JSON.parse(JSON.stringify(made.factor)))).toEqual(made.factor);
    expect(escrowData(made.factor)).toEqual(['escrow', made.factor.id, made.factor.half]);
  });

  it.each([
    ['nothing', null],
    ['another type', { type: 'contact' }],
    ['a short half', { half: 'AAAA' }],
    ['a number for a half', { half: 7 }],
    ['no identity', { id: undefined }],
    ['an identity in another spelling', { id: 'AAAAAAAAAAAAAAAAAAAAAB==' }],
  ])('is none with %s', (_, change) => {
    expect(parseEscrowFactor(change && { ...made.factor, ...change })).toBeNull();
  });
});
