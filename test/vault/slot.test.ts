import { beforeAll, describe, expect, it } from 'vitest';
import { newArgon2, parseArgon2 } from '../../src/vault/argon2.ts';
import { randomBytes } from '../../src/vault/cipher.ts';
import { makeDeviceKey } from '../../src/vault/factor.ts';
import { type Materials, makePlannedSlot } from '../../src/vault/generation.ts';
import { decodeSlot, encodeSlot, openSlot, parseSlot, type Slot } from '../../src/vault/slot.ts';
import { stretchNew } from '../../src/vault/stretched.ts';

const belongs = { vault: 'AAAAAAAAAAAAAAAAAAAAAA==', generation: 3 };
const masterKey = randomBytes(32);
const key = randomBytes(32);
let device: CryptoKey;
let materials: Materials;
let pin: Slot;
let recovery: Slot;

beforeAll(async () => {
  device = await makeDeviceKey();
  materials = { pin: await stretchNew('493817'), device, recovery: { key, number: 2 } };
  pin = await makePlannedSlot(belongs, masterKey, ['pin', 'device'], materials);
  recovery = await makePlannedSlot(belongs, masterKey, ['recovery'], materials);
});

describe('the PIN slot', () => {
  it('opens with its PIN on its device', async () => {
    expect(await openSlot(pin, { pin: '493817', device })).toEqual(masterKey);
  });
  it('does not open with another PIN, on another device, or with one of both', async () => {
    expect(await openSlot(pin, { pin: '493818', device })).toBeNull();
    expect(await openSlot(pin, { pin: '493817', device: await makeDeviceKey() })).toBeNull();
    expect(await openSlot(pin, { pin: '493817' })).toBeNull();
    expect(await openSlot(pin, { device })).toBeNull();
  });
  it('has a device key that cannot be exported', async () => {
    await expect(crypto.subtle.exportKey('raw', device)).rejects.toThrow();
  });
  it.each([
    ['generation', { generation: 4 }],
    ['vault', { vault: 'AQAAAAAAAAAAAAAAAAAAAA==' }],
    ['id', { id: 'another' }],
    ['salt', { salt: randomBytes(32) }],
  ])('does not open once its %s was changed', async (_, changed) => {
    expect(await openSlot({ ...pin, ...changed }, { pin: '493817', device })).toBeNull();
  });
  it('does not open with other parameters, even where the stretched PIN is the same', async () => {
    const [first, second] = pin.factors;
    if (first?.type !== 'pin' || !second || !materials.pin) throw new Error('no PIN factor');
    const factors = [{ ...first, argon2: { ...first.argon2, iterations: 2 } }, second];
    expect(await openSlot({ ...pin, factors }, { pin: materials.pin, device })).toBeNull();
  });
});

describe('Argon2id parameters', () => {
  it('that ask for too much or too little are refused', () => {
    const sane = newArgon2();
    expect(parseArgon2(sane)).toEqual(sane);
    for (const off of [
      { memoryKiB: 2 ** 30 },
      { memoryKiB: 8 },
      { iterations: 1 },
      { iterations: 1e9 },
      { parallelism: 0 },
      { salt: 'AA==' },
      { salt: 7 },
    ]) {
      expect(parseArgon2({ ...sane, ...off })).toBeNull();
      const factors = [{ type: 'pin', argon2: { ...sane, ...off } }, { type: 'device' }];
      expect(parseSlot({ ...pin, factors })).toBeNull();
    }
  });
});

describe('the recovery slot', () => {
  it('opens with its code only', async () => {
    expect(await openSlot(recovery, { recovery: { key } })).toEqual(masterKey);
    expect(await openSlot(recovery, { recovery: { key: randomBytes(32) } })).toBeNull();
    const factors = [{ type: 'recovery' as const, number: 1 }];
    expect(await openSlot({ ...recovery, factors }, { recovery: { key } })).toBeNull();
  });
});

it('slots survive their JSON form and a changed one is refused', () => {
  for (const slot of [pin, recovery])
    expect(decodeSlot(JSON.parse(JSON.stringify(encodeSlot(slot))))).toEqual(slot);
  for (const broken of [
    null,
    7,
    {},
    { ...pin, salt: new Uint8Array(3) },
    { ...pin, version: 3 },
    { ...pin, factors: [] },
    { ...pin, factors: [{ type: 'other' }] },
    { ...pin, factors: [...pin.factors].reverse() },
    { ...pin, factors: [...pin.factors, { type: 'device' }] },
  ]) {
    expect(parseSlot(broken)).toBeNull();
  }
});
