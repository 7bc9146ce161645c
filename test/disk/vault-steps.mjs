/** What replaces slots or records, each as a user could ask for it; gives what opens the vault from then on. */
import { failNineTimes } from './stores.mjs';

/**
 * @typedef {import('./subject.mjs').Subject} Subject
 * @typedef {import('./subject.mjs').Mode} Mode
 * @typedef {{ mode: Mode, pin: string, passphrase: string, recoveryCode: string }} Held
 * @typedef {keyof typeof STEPS} Step
 */
const PINS = ['493817', '860424', '731905'];
const WRONG_PIN = '204817';
const PASSPHRASES = ['correct horse battery staple', 'vier paarden in het natte gras'];
/** @type {Record<Mode, Mode>} */
const NEXT_MODE = { basic: 'strong', strong: 'two-step', 'two-step': 'basic' };

const after = (list, value) => list[(list.indexOf(value) + 1) % list.length];
const passphraseOf = ({ passphrase }) => ({ kind: 'passphrase', passphrase });
const secondOf = (held) => (held.mode === 'basic' ? null : passphraseOf(held));
/** What the mode protects with. @param {Held} held */
const proofsOf = (held) => ({
  pin: held.pin,
  ...(held.mode === 'two-step' && { second: passphraseOf(held) }),
});

/** @param {Subject} subject @param {Mode} mode @param {string} [pin] @returns {Promise<Held>} */
export async function makeVault(subject, mode, pin = PINS[0]) {
  const held = { mode, pin, passphrase: PASSPHRASES[0], recoveryCode: '' };
  subject.keepSecrets({ ...held, pin: WRONG_PIN });
  subject.keepSecrets(held);
  const question = await subject.mustGrant('setupBegin', { pin, mode, second: secondOf(held) });
  return { ...held, recoveryCode: await subject.confirm(question) };
}

/** As it asks to be opened, whatever that is now. @param {Subject} subject @param {Held} held */
export async function unlock(subject, held) {
  const status = await subject.ask('status');
  if (status.state !== 'locked') return;
  const second = passphraseOf(held);
  const { pin } = held;
  const data = { pin: { pin }, second: { second }, 'pin-and-second': { pin, second } }[status.lock.asks];
  await subject.mustGrant('unlock', data);
  await subject.collect();
}

/** Leaves old versions of records behind: an account gets another issuer, one is deleted. @param {Subject} subject */
export async function renames(subject) {
  const { accounts } = await subject.mustGrant('accounts');
  const [edited, deleted] = accounts;
  const { id, issuer, name, sites } = edited;
  await subject.mustGrant('editAccount', { id, issuer: `${issuer} anders`, name, sites });
  if (accounts.length > 2) await subject.mustGrant('deleteAccount', { id: deleted.id });
  await subject.collect();
}

/** Begins the next generation, up to the question for the recovery code. @param {Subject} subject @param {string} purpose @param {object} proofs @param {Held} next */
export async function renewal(subject, purpose, proofs, next) {
  subject.keepSecrets(next);
  await subject.mustGrant('renewalBegin', { purpose, proofs });
  const { pin, mode } = next;
  return subject.mustGrant('renewalChoose', { pin, mode, second: secondOf(next) });
}

/** Seals everything anew, in the same mode and under the same PIN. @param {Subject} subject @param {Held} held */
export const rotation = (subject, held) => renewal(subject, 'mode', proofsOf(held), held);

export const STEPS = {
  /** @param {Subject} subject @param {Held} held @returns {Promise<Held>} */
  'a changed PIN': async (subject, held) => {
    const next = { ...held, pin: after(PINS, held.pin) };
    subject.keepSecrets(next);
    await subject.mustGrant('changePin', { ...proofsOf(held), next: next.pin });
    return next;
  },

  /** @param {Subject} subject @param {Held} held @returns {Promise<Held>} */
  'another contact': async (subject, held) => {
    // The second one replaces the first.
    for (let i = 0; i < 2; i++) {
      const { text } = await subject.mustGrant('contactMake', proofsOf(held));
      subject.keepSecrets({ contact: text });
      await subject.collect();
    }
    return held;
  },

  /** @param {Subject} subject @param {Held} held @returns {Promise<Held>} */
  'a removed contact': async (subject, held) => {
    const { text } = await subject.mustGrant('contactMake', proofsOf(held));
    subject.keepSecrets({ contact: text });
    await subject.collect();
    await subject.mustGrant('contactRemove', { pin: held.pin });
    return held;
  },

  /** @param {Subject} subject @param {Held} held @returns {Promise<Held>} */
  'a recovery': async (subject, held) => {
    const { mode, recoveryCode, pin } = held;
    const proofs = { recoveryCode, ...(mode === 'two-step' && { pin }) };
    const next = { ...held, pin: after(PINS, pin), passphrase: after(PASSPHRASES, held.passphrase) };
    next.recoveryCode = await subject.confirm(await renewal(subject, 'recover', proofs, next));
    await unlock(subject, next);
    return next;
  },

  /** @param {Subject} subject @param {Held} held @returns {Promise<Held>} */
  'another mode': async (subject, held) => {
    const next = { ...held, mode: NEXT_MODE[held.mode] };
    const question = await renewal(subject, 'mode', proofsOf(held), next);
    return { ...next, recoveryCode: await subject.confirm(question) };
  },

  /** @param {Subject} subject @param {Held} held @returns {Promise<Held>} */
  'ten wrong PINs': async (subject, held) => {
    await subject.ask('lock');
    await failNineTimes(subject.session.driver);
    await subject.ask('unlock', { ...proofsOf(held), pin: WRONG_PIN });
    const { lock } = await subject.ask('status');
    if (lock?.pin.kind !== 'spent') throw new Error(`The PIN is ${lock?.pin.kind ?? 'of no use'}.`);
    return held;
  },
};
