import { beforeAll, describe, expect, it } from 'vitest';
import { toBase64 } from '../../src/core/base64.ts';
import type { Mode, SecondKind } from '../../src/core/mode.ts';
import { randomBytes } from '../../src/vault/cipher.ts';
import { type FactorType, makeDeviceKey, type Proofs } from '../../src/vault/factor.ts';
import { type Materials, makePlannedSlot, makeSessionSlot } from '../../src/vault/generation.ts';
import { contactPlan, modeOf, SESSION_PLAN, secondOf, storedPlans } from '../../src/vault/modes.ts';
import { factorTypes, openSlot, type Slot } from '../../src/vault/slot.ts';
import { stretchNew } from '../../src/vault/stretched.ts';

/** The table of SECURITY.md, written out once more: what opens, and with what. Everything else opens nothing. */
const TABLE: [Mode, SecondKind | null, FactorType[][]][] = [
  ['basic', null, [['pin', 'device'], ['recovery'], ['contact']]],
  ['strong', 'passphrase', [['passphrase'], ['recovery'], ['contact']]],
  ['strong', 'passkey', [['passkey'], ['recovery'], ['contact']]],
  [
    'two-step',
    'passphrase',
    [
      ['pin', 'device', 'passphrase'],
      ['pin', 'recovery'],
      ['passphrase', 'recovery'],
      ['passphrase', 'contact'],
    ],
  ],
  [
    'two-step',
    'passkey',
    [
      ['pin', 'device', 'passkey'],
      ['pin', 'recovery'],
      ['passkey', 'recovery'],
      ['passkey', 'contact'],
    ],
  ],
];
const ALL: FactorType[] = ['pin', 'device', 'pepper', 'passphrase', 'passkey', 'recovery', 'contact'];
const SUBSETS = Array.from({ length: 2 ** ALL.length }, (_, bits) => ALL.filter((_, i) => bits & (1 << i)));

const belongs = { vault: 'AAAAAAAAAAAAAAAAAAAAAA==', generation: 1 };
const masterKey = randomBytes(32);
const recovery = { key: randomBytes(32), number: 1 };
const contact = { text: randomBytes(17), half: toBase64(randomBytes(17)) };
const passkey = {
  kind: 'passkey' as const,
  credential: 'Y3JlZA',
  input: toBase64(randomBytes(32)),
  relyingParty: null,
  output: randomBytes(32),
};
let materials: Materials;
let proofs: Required<Proofs>;

beforeAll(async () => {
  const [pin, text, device] = await Promise.all([
    stretchNew('493817'),
    stretchNew('a long enough passphrase'),
    makeDeviceKey(),
  ]);
  materials = { pin, device, recovery, contact, second: { kind: 'passphrase', ...text } };
  proofs = {
    pin,
    device,
    pepper: randomBytes(32),
    passphrase: text,
    passkey: passkey.output,
    recovery,
    contact: contact.text,
  };
});

async function slotsOf(mode: Mode, second: SecondKind | null): Promise<Slot[]> {
  const with_ = second === 'passkey' ? { ...materials, second: passkey } : materials;
  const plans = [...storedPlans(mode, second), contactPlan(mode, second)];
  return Promise.all(plans.map((plan) => makePlannedSlot(belongs, masterKey, plan, with_)));
}

describe.each(TABLE)('%s mode with the second secret %s', (mode, second, opens) => {
  it('stores the slots of the table and no other', async () => {
    const slots = await slotsOf(mode, second);
    expect(slots.map(factorTypes)).toEqual(opens);
    expect(modeOf(slots)).toBe(mode);
    expect(secondOf(slots)).toBe(second);
  });

  it('opens with what the table says, and with nothing less', async () => {
    const slots = await slotsOf(mode, second);
    for (const shown of SUBSETS) {
      const some = Object.fromEntries(shown.map((type) => [type, proofs[type]])) as Proofs;
      const opened = await Promise.all(slots.map((slot) => openSlot(slot, some)));
      const expected = opens.map((types) => types.every((type) => shown.includes(type)));
      expect(
        opened.map((key) => key !== null),
        shown.join('+'),
      ).toEqual(expected);
    }
  });

  it('is told by what is left when the PIN has ended', async () => {
    const left = (await slotsOf(mode, second)).filter((slot) => !factorTypes(slot).includes('pin'));
    expect(modeOf(left)).toBe(mode);
  });
});

it('the PIN’s slot of a session opens with PIN, device key and pepper together only', async () => {
  if (!materials.pin || !materials.device) throw new Error('no materials');
  const { slot, pepper } = await makeSessionSlot(belongs, masterKey, materials.pin, materials.device);
  expect(factorTypes(slot)).toEqual(SESSION_PLAN);
  const all: Proofs = { pin: proofs.pin, device: proofs.device, pepper };
  expect(await openSlot(slot, all)).toEqual(masterKey);
  for (const type of SESSION_PLAN) expect(await openSlot(slot, { ...all, [type]: undefined })).toBeNull();
  expect(await openSlot(slot, { ...all, pepper: randomBytes(32) })).toBeNull();
});
