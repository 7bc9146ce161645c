import { beforeAll, describe, expect, it } from 'vitest';
import { randomBytes } from '../../src/vault/cipher.ts';
import { areSaneParameters, makeDeviceKey } from '../../src/vault/pin-key.ts';
import {
  decodeSlot,
  encodeSlot,
  makePinSlot,
  makeRecoverySlot,
  openPinSlot,
  openRecoverySlot,
  type PinSlot,
  parseSlot,
  type RecoverySlot,
} from '../../src/vault/slot.ts';

const belongs = { vault: 'AAAAAAAAAAAAAAAAAAAAAA==', generation: 3 };
const masterKey = randomBytes(32);
const secret = randomBytes(17);
let device: CryptoKey;
let pin: PinSlot;
let recovery: RecoverySlot;

beforeAll(async () => {
  device = await makeDeviceKey();
  pin = await makePinSlot(belongs, masterKey, '493817', device);
  recovery = await makeRecoverySlot(belongs, masterKey, secret, 2);
});

describe('the PIN slot', () => {
  it('opens with its PIN on its device', async () => {
    expect(await openPinSlot(pin, '493817', device)).toEqual(masterKey);
  });
  it('does not open with another PIN, nor on another device', async () => {
    expect(await openPinSlot(pin, '493818', device)).toBeNull();
    expect(await openPinSlot(pin, '493817', await makeDeviceKey())).toBeNull();
  });
  it('has a device key that cannot be exported', async () => {
    await expect(crypto.subtle.exportKey('raw', device)).rejects.toThrow();
  });
  it.each([
    ['generation', { generation: 4 }],
    ['vault', { vault: 'AQAAAAAAAAAAAAAAAAAAAA==' }],
    ['id', { id: 'another' }],
    ['iterations', { argon2: { memoryKiB: 65_536, iterations: 2, parallelism: 1 } }],
  ])('does not open once its %s was changed', async (_, changed) => {
    expect(await openPinSlot({ ...pin, ...changed }, '493817', device)).toBeNull();
  });
  it('refuses parameters that ask for too much or too little', () => {
    const sane = { memoryKiB: 65_536, iterations: 3, parallelism: 1 };
    expect(areSaneParameters(sane)).toBe(true);
    for (const off of [
      { memoryKiB: 2 ** 30 },
      { memoryKiB: 8 },
      { iterations: 1 },
      { iterations: 1e9 },
      { parallelism: 0 },
    ]) {
      expect(areSaneParameters({ ...sane, ...off })).toBe(false);
      expect(parseSlot({ ...pin, argon2: { ...sane, ...off } })).toBeNull();
    }
  });
});

describe('the recovery slot', () => {
  it('opens with its code only', async () => {
    expect(await openRecoverySlot(recovery, secret)).toEqual(masterKey);
    expect(await openRecoverySlot(recovery, randomBytes(17))).toBeNull();
    expect(await openRecoverySlot({ ...recovery, number: 1 }, secret)).toBeNull();
  });
});

it('slots survive their JSON form and a changed one is refused', () => {
  expect(decodeSlot(JSON.parse(JSON.stringify(encodeSlot(pin))))).toEqual(pin);
  expect(decodeSlot(JSON.parse(JSON.stringify(encodeSlot(recovery))))).toEqual(recovery);
  for (const broken of [null, 7, {}, { ...pin, salt: new Uint8Array(3) }, { ...pin, type: 'other' }]) {
    expect(parseSlot(broken)).toBeNull();
  }
});
