/** What is done to keys: a vault is made, is opened by something else from then on, and goes. */
import { changed, MODES, modeProofs, NO_SETTINGS, newPassphrase, newPin, secondOf } from './ledger.mjs';
import { granted } from './outcome.mjs';

/**
 * @typedef {import('./operations.mjs').Plan} Plan
 * @typedef {import('./operations.mjs').World} World
 * @typedef {import('./operations.mjs').Ask} Ask
 * @typedef {import('./ledger.mjs').Ledger} Ledger
 * @typedef {import('./random.mjs').Random} Random
 */

/** @param {Ask} ask @param {{ recoveryCode: string, askGroups: number[] }} question */
export async function confirmCode(ask, { recoveryCode, askGroups }) {
  const groups = askGroups.map((number) => recoveryCode.slice((number - 1) * 5, number * 5));
  granted(await ask('setupConfirm', { groups }), 'setupConfirm');
}

const factorId = (seen, factor) => seen.slots.find(({ types }) => types.split('+').includes(factor))?.id;
const keyringOf = (seen) => seen.current?.records.find(({ kind }) => kind === 'keyring')?.sealed;
const newGeneration = (now, before) => now.meta?.generation === before.meta.generation + 1;

/** @param {Random} random */
function drawVault(random, mode = random.pick(MODES)) {
  const passphrase = mode === 'basic' ? null : newPassphrase(random);
  return { mode, pin: newPin(random), passphrase };
}

/** @param {World} world @returns {Plan} */
export function setup({ ledger, random }) {
  const chosen = drawVault(random);
  return {
    run: async (ask, notes) => {
      const { pin, mode } = chosen;
      notes.question = granted(
        await ask('setupBegin', { pin, mode, second: secondOf(chosen) }),
        'setupBegin',
      );
      await confirmCode(ask, notes.question);
    },
    after: ({ question }) =>
      question &&
      changed(ledger, (next) => {
        const { recoveryCode, number } = question;
        next.vault = { ...chosen, recoveryCode, recoveryNumber: number, contact: null, accounts: [] };
      }),
    took: (now) => now.meta !== null,
  };
}

/** @param {World} world @returns {Plan} */
export function changePin({ ledger, random }) {
  const next = newPin(random);
  const { vault } = ledger;
  return {
    run: async (ask) => {
      granted(await ask('changePin', { ...modeProofs(vault), next }), 'changePin');
    },
    after: () =>
      changed(ledger, (copy) => {
        copy.vault.pin = next;
      }),
    took: (now, before) =>
      vault.mode === 'strong'
        ? keyringOf(now) !== keyringOf(before)
        : factorId(now, 'pin') !== factorId(before, 'pin'),
  };
}

/**
 * From what is shown to the next generation.
 *
 * @param {Ledger} ledger
 * @param {'mode' | 'recover'} purpose
 * @param {object} proofs
 * @param {{ mode: import('./ledger.mjs').Mode, pin: string, passphrase: string | null }} next
 * @returns {Plan}
 */
function renewal(ledger, purpose, proofs, next) {
  const resume = async (ask, notes) => {
    const { pin, mode } = next;
    const chosen = await ask('renewalChoose', { pin, mode, second: secondOf(next) });
    notes.question = granted(chosen, 'renewalChoose');
    await confirmCode(ask, notes.question);
  };
  return {
    run: async (ask, notes) => {
      granted(await ask('renewalBegin', { purpose, proofs }), 'renewalBegin');
      await resume(ask, notes);
    },
    resume,
    after: ({ question }) =>
      question &&
      changed(ledger, ({ vault }) => {
        const { recoveryCode, number } = question;
        Object.assign(vault, { ...next, recoveryCode, recoveryNumber: number, contact: null });
      }),
    took: newGeneration,
  };
}

/** Another mode, or the same one anew: a rotation. @param {World} world @returns {Plan} */
export function changeMode({ ledger, random }) {
  const next = drawVault(random);
  if (random.chance(0.5)) next.pin = ledger.vault.pin;
  return renewal(ledger, 'mode', modeProofs(ledger.vault), next);
}

/** All that the mode takes when the PIN was forgotten. @param {import('./ledger.mjs').Vault} vault */
export function recoveryProofs({ mode, pin, passphrase, recoveryCode, contact }) {
  const second = secondOf({ passphrase });
  const text = contact?.text ?? null;
  const withContact = text === null ? [] : [{ contact: text }];
  if (mode === 'basic') return [{ recoveryCode }, ...withContact];
  if (mode === 'strong') return [{ recoveryCode }, { second }, ...withContact];
  return [
    { recoveryCode, second },
    { recoveryCode, pin },
    ...withContact.map((each) => ({ ...each, second })),
  ];
}

/** @param {World} world @returns {Plan} */
export function recover({ ledger, random }) {
  const next = drawVault(random, ledger.vault.mode);
  return renewal(ledger, 'recover', random.pick(recoveryProofs(ledger.vault)), next);
}

/** @param {World} world @returns {Plan} */
export function contactMake({ ledger }) {
  return {
    run: async (ask, notes) => {
      notes.text = granted(await ask('contactMake', modeProofs(ledger.vault)), 'contactMake').text;
    },
    after: ({ text = null }) =>
      changed(ledger, ({ vault }) => {
        vault.contact = { text };
      }),
    took: (now, before) => factorId(now, 'contact') !== factorId(before, 'contact'),
  };
}

/** @param {World} world @returns {Plan} */
export function contactRemove({ ledger }) {
  return {
    run: async (ask) => {
      granted(await ask('contactRemove', { pin: ledger.vault.pin }), 'contactRemove');
    },
    after: () =>
      changed(ledger, ({ vault }) => {
        vault.contact = null;
      }),
    took: (now) => factorId(now, 'contact') === undefined,
  };
}

/** @param {World} world @returns {Plan} */
export function startOver({ ledger }) {
  return {
    run: async (ask) => {
      granted(await ask('startOver', { word: 'DELETE' }), 'startOver');
    },
    after: () => ({ vault: null, settings: NO_SETTINGS }),
    // The settings go first.
    between: () => [{ ...ledger, settings: NO_SETTINGS }],
    took: (now) => now.meta === null,
  };
}

/** For a state that has to be left: what brings a PIN back that was lost. @param {World} world @returns {Plan} */
export function recoverNow({ ledger, random }) {
  const [proofs] = recoveryProofs(ledger.vault);
  return renewal(ledger, 'recover', proofs, drawVault(random, ledger.vault.mode));
}
