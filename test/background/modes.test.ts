import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { toBase64 } from '../../src/core/base64.ts';
import type { NewSecond } from '../../src/messages/views.ts';
import {
  addAccount,
  type Background,
  confirmCode,
  makeVault,
  renew,
  startBackground,
} from '../fakes/background.ts';

const PIN = '493817';
const NEXT = '860424';
const PASSPHRASE = 'correct horse battery';
const URI = 'otpauth://totp/Acme:ann?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Acme';
const passphrase: NewSecond = { kind: 'passphrase', passphrase: PASSPHRASE };
const second = { kind: 'passphrase' as const, passphrase: PASSPHRASE };
const DOCUMENT = '0b0f7b0e-1111-4222-8333-444455556666';
const output = toBase64(new Uint8Array(32).fill(7));
const passkey: NewSecond = {
  kind: 'passkey',
  output,
  input: toBase64(new Uint8Array(32).fill(1)),
  credential: 'Y3JlZA',
  relyingParty: null,
};

let background: Background;

beforeEach(async () => {
  background = await startBackground();
  background.show('https://acme.example/');
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function codes() {
  const list = await background.ask('accounts');
  return list.ok ? list.value.accounts.map(({ issuer }) => issuer) : list.error;
}

async function lockOf() {
  const status = await background.ask('status');
  return status.state === 'locked' ? status.lock : status.state;
}

/** What lies on the disk: both stores, bytes and all. */
async function storedTypes(): Promise<string[]> {
  const { readSlots } = await import('../../src/platform/vault-db.ts');
  const { factorTypes, parseSlot } = await import('../../src/vault/slot.ts');
  const slots = (await readSlots()).map(parseSlot).filter((slot) => slot !== null);
  return slots.map((slot) => factorTypes(slot).join('+')).sort();
}

describe('strong mode', () => {
  beforeEach(async () => {
    await makeVault(background, PIN, { mode: 'strong', second: passphrase });
    await addAccount(background, URI, null);
  });

  it('stores no slot that a PIN opens', async () => {
    expect(await storedTypes()).toEqual(['passphrase', 'recovery']);
  });

  it('takes the PIN for the rest of the browser session, and the passphrase after a restart', async () => {
    await background.ask('lock');
    expect(await lockOf()).toMatchObject({ mode: 'strong', asks: 'pin', pin: { kind: 'open' } });
    await background.kill();
    expect(await background.ask('unlock', { pin: PIN })).toMatchObject({ ok: true });
    expect(await codes()).toEqual(['Acme']);
    await background.restart();
    expect(await lockOf()).toMatchObject({ asks: 'second', second: 'passphrase' });
    expect(await background.ask('unlock', { pin: PIN })).toMatchObject({ error: { code: 'incomplete' } });
    expect(
      await background.ask('unlock', { second: { ...second, passphrase: 'wrong wrong wrong' } }),
    ).toMatchObject({
      error: { code: 'wrong-second' },
    });
    expect(await background.ask('unlock', { second })).toMatchObject({ ok: true });
    expect(await codes()).toEqual(['Acme']);
    await background.ask('lock');
    expect(await background.ask('unlock', { pin: PIN })).toMatchObject({ ok: true });
  });

  it('keeps pepper and slot in the browser’s memory only', async () => {
    await background.ask('lock');
    expect([...background.session.keys()]).toEqual(['sessionPin']);
    const { pepper } = background.session.get('sessionPin') as { pepper: string };
    expect(JSON.stringify([...background.local])).not.toContain(pepper);
  });

  it('ends the PIN and its pepper at ten; the passphrase then sets a new PIN', async () => {
    await background.ask('lock');
    vi.useFakeTimers({ toFake: ['Date'] });
    for (let i = 0; i < 10; i++) {
      await background.ask('unlock', { pin: '000001' });
      vi.setSystemTime(Date.now() + 3_600_001);
    }
    expect(background.session.size).toBe(0);
    expect(await lockOf()).toMatchObject({ asks: 'second', pin: { kind: 'spent' } });
    expect(await background.ask('unlock', { second })).toMatchObject({ error: { code: 'spent' } });
    await renew(background, 'recover', { second }, { pin: NEXT, mode: 'strong', second: null });
    expect(await background.ask('unlock', { second })).toMatchObject({ ok: true });
    await background.ask('lock');
    expect(await background.ask('unlock', { pin: PIN })).toMatchObject({ ok: false });
    expect(await background.ask('unlock', { pin: NEXT })).toMatchObject({ ok: true });
    expect(await codes()).toEqual(['Acme']);
  });

  it('says why it asks for the passphrase where the database took the PIN’s key with it', async () => {
    const { IDBFactory } = await import('fake-indexeddb');
    vi.stubGlobal('indexedDB', new IDBFactory());
    await background.kill();
    await background.ask('status');
    await background.ask('lock');
    expect(await lockOf()).toMatchObject({ asks: 'second', pinLost: true, pin: { kind: 'open' } });
    expect(await background.ask('unlock', { second })).toMatchObject({ ok: true });
    expect(await codes()).toEqual(['Acme']);
    await background.ask('lock');
    expect(await lockOf()).toMatchObject({ asks: 'pin', pinLost: false });
    await background.restart();
    expect(await lockOf()).toMatchObject({ asks: 'second', pinLost: false });
  });

  it('changes its PIN, for this session and the next', async () => {
    expect(await background.ask('changePin', { pin: PIN, next: NEXT })).toMatchObject({ ok: true });
    await background.ask('lock');
    expect(await background.ask('unlock', { pin: PIN })).toMatchObject({ ok: false });
    expect(await background.ask('unlock', { pin: NEXT })).toMatchObject({ ok: true });
    await background.restart();
    await background.ask('unlock', { second });
    await background.ask('lock');
    expect(await background.ask('unlock', { pin: NEXT })).toMatchObject({ ok: true });
  });

  it('recovers with the code, and asks for a new second secret where the old one was not shown', async () => {
    const other = await startBackground();
    const code = await makeVault(other, PIN, { mode: 'strong', second: passphrase });
    await other.ask('renewalBegin', { purpose: 'recover', proofs: { recoveryCode: code } });
    expect(await other.ask('renewalChoose', { pin: NEXT, mode: 'basic', second: null })).toEqual({
      ok: false,
      error: 'no-second',
    });
    const chosen = await other.ask('renewalChoose', { pin: NEXT, mode: 'basic', second: passkey });
    if (!chosen.ok) throw new Error(chosen.error);
    await confirmCode(other, chosen.value);
    // A recovery sets a new PIN and leaves the mode as it is.
    expect(await other.ask('status')).toMatchObject({
      state: 'locked',
      lock: { mode: 'strong', second: 'passkey' },
    });
    expect(await other.ask('unlock', { second: { kind: 'passkey', output } })).toMatchObject({ ok: true });
  });
});

describe('two-step mode', () => {
  let code: string;
  beforeEach(async () => {
    code = await makeVault(background, PIN, { mode: 'two-step', second: passphrase });
    await addAccount(background, URI, null);
  });

  it('stores no slot that one factor opens', async () => {
    expect(await storedTypes()).toEqual(['passphrase+recovery', 'pin+device+passphrase', 'pin+recovery']);
  });

  it('asks for both at every unlock, and does not say which of them was wrong', async () => {
    await background.ask('lock');
    expect(background.session.size).toBe(0);
    expect(await lockOf()).toMatchObject({ asks: 'pin-and-second' });
    expect(await background.ask('unlock', { pin: PIN })).toMatchObject({ error: { code: 'incomplete' } });
    expect(await background.ask('unlock', { second })).toMatchObject({ error: { code: 'incomplete' } });
    for (const wrong of [
      { pin: '000001', second },
      { pin: PIN, second: { ...second, passphrase: 'wrong wrong wrong' } },
    ]) {
      expect(await background.ask('unlock', wrong)).toMatchObject({ error: { code: 'wrong-pair' } });
    }
    expect(await background.ask('unlock', { pin: PIN, second })).toMatchObject({ ok: true });
    expect(await codes()).toEqual(['Acme']);
  });

  it('proves the PIN alone while it is open, and takes both to change it', async () => {
    const [id] = (await background.ask('accounts').then((list) => (list.ok ? list.value.accounts : []))).map(
      (account) => account.id,
    );
    if (!id) throw new Error('no account');
    expect(await background.ask('showSecret', { id, pin: PIN })).toMatchObject({ ok: true });
    expect(await background.ask('showSecret', { id, pin: '000001' })).toMatchObject({
      error: { code: 'wrong-pin' },
    });
    expect(await background.ask('changePin', { pin: PIN, next: NEXT })).toMatchObject({
      error: { code: 'incomplete' },
    });
    expect(await background.ask('changePin', { pin: PIN, second, next: NEXT })).toMatchObject({ ok: true });
    expect(await background.ask('showSecret', { id, pin: NEXT })).toMatchObject({ ok: true });
    await background.ask('lock');
    expect(await background.ask('unlock', { pin: PIN, second })).toMatchObject({ ok: false });
    expect(await background.ask('unlock', { pin: NEXT, second })).toMatchObject({ ok: true });
    // The slot beside the recovery code follows the PIN.
    expect(
      await background.ask('renewalBegin', { purpose: 'recover', proofs: { recoveryCode: code, pin: NEXT } }),
    ).toMatchObject({ ok: true });
  });

  it.each([
    ['the recovery code alone', () => ({ recoveryCode: code }), 'incomplete'],
    ['the passphrase alone', () => ({ second }), 'incomplete'],
    ['the PIN alone', () => ({ pin: PIN }), 'incomplete'],
    ['PIN and passphrase, which is not a recovery', () => ({ pin: PIN, second }), 'incomplete'],
    ['the code and a wrong PIN', () => ({ recoveryCode: code, pin: '000001' }), 'wrong-pair'],
  ])('does not recover with %s', async (_, proofs, expected) => {
    const begun = await background.ask('renewalBegin', { purpose: 'recover', proofs: proofs() });
    expect(begun).toMatchObject({ ok: false, error: { code: expected } });
  });

  it.each([
    ['the recovery code and the PIN', () => ({ recoveryCode: code, pin: PIN })],
    ['the recovery code and the passphrase', () => ({ recoveryCode: code, second })],
  ])('recovers with %s', async (_, proofs) => {
    await background.ask('lock');
    const begun = await background.ask('renewalBegin', { purpose: 'recover', proofs: proofs() });
    expect(begun).toEqual({ ok: true, value: null });
    const chosen = await background.ask('renewalChoose', { pin: NEXT, mode: 'basic', second: passphrase });
    if (!chosen.ok) throw new Error(chosen.error);
    await confirmCode(background, chosen.value);
    expect(await lockOf()).toMatchObject({ mode: 'two-step' });
    expect(await background.ask('unlock', { pin: NEXT, second })).toMatchObject({ ok: true });
    expect(await codes()).toEqual(['Acme']);
  });

  it('charges PINs that are tried beside the recovery code, and ends that slot at ten too', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    for (let i = 0; i < 10; i++) {
      await background.ask('renewalBegin', {
        purpose: 'recover',
        proofs: { recoveryCode: code, pin: '000001' },
      });
      vi.setSystemTime(Date.now() + 3_600_001);
    }
    expect(await storedTypes()).toEqual(['passphrase+recovery']);
    expect(
      await background.ask('renewalBegin', { purpose: 'recover', proofs: { recoveryCode: code, second } }),
    ).toEqual({ ok: true, value: null });
  });

  it('is turned off with both, and not with one', async () => {
    expect(await background.ask('renewalBegin', { purpose: 'mode', proofs: { pin: PIN } })).toMatchObject({
      ok: false,
    });
    await renew(background, 'mode', { pin: PIN, second }, { pin: PIN, mode: 'basic', second: null });
    expect(await storedTypes()).toEqual(['pin+device', 'recovery']);
    expect(await codes()).toEqual(['Acme']);
    await background.restart();
    expect(await background.ask('unlock', { pin: PIN })).toMatchObject({ ok: true });
  });

  it('takes a passkey as well', async () => {
    await renew(background, 'mode', { pin: PIN, second }, { pin: PIN, mode: 'two-step', second: passkey });
    await background.ask('lock');
    expect(await lockOf()).toMatchObject({ second: 'passkey', passkey: { credential: 'Y3JlZA' } });
    const wrong = { kind: 'passkey' as const, output: toBase64(new Uint8Array(32)) };
    expect(await background.ask('unlock', { pin: PIN, second: wrong })).toMatchObject({ ok: false });
    const right = { kind: 'passkey' as const, output };
    expect(await background.ask('unlock', { pin: PIN, second: right })).toMatchObject({ ok: true });
  });
});

describe('a change of the mode', () => {
  it('is a new generation: nothing of the old one opens', async () => {
    const oldCode = await makeVault(background, PIN);
    await addAccount(background, URI, null);
    const { readVault } = await import('../../src/platform/vault-db.ts');
    const before = JSON.stringify(await readVault());
    const newCode = await renew(
      background,
      'mode',
      { pin: PIN },
      { pin: PIN, mode: 'strong', second: passphrase },
    );
    expect(newCode).not.toBe(oldCode);
    const after = await readVault();
    expect(after.meta).toMatchObject({ generation: 2 });
    for (const record of after.records as { sealed: Uint8Array }[])
      expect(before).not.toContain(JSON.stringify(record.sealed));
    expect(await background.ask('status')).toMatchObject({ state: 'unlocked', mode: 'strong' });
    await background.ask('lock');
    expect(await background.ask('unlock', { pin: PIN })).toMatchObject({ ok: true });
    expect(
      await background.ask('renewalBegin', { purpose: 'recover', proofs: { recoveryCode: oldCode } }),
    ).toEqual({ ok: false, error: 'other-vault' });
  });

  it('refuses a passphrase that is too short or a pattern', async () => {
    const begin = (text: string) =>
      background.ask('setupBegin', {
        pin: PIN,
        mode: 'strong',
        second: { kind: 'passphrase', passphrase: text },
      });
    expect(await begin('fourteen chars')).toEqual({ ok: false, error: 'passphrase-short' });
    expect(await begin('aaaaaaaaaaaaaaaaaa')).toEqual({ ok: false, error: 'passphrase-simple' });
    expect(await background.ask('setupBegin', { pin: PIN, mode: 'strong', second: null })).toEqual({
      ok: false,
      error: 'no-second',
    });
  });

  it('that is called off leaves the vault open and as it was', async () => {
    await makeVault(background, PIN);
    await background.ask('renewalBegin', { purpose: 'mode', proofs: { pin: PIN } });
    await background.ask('renewalChoose', { pin: PIN, mode: 'strong', second: passphrase });
    await background.ask('setupCancel');
    expect(await background.ask('status')).toMatchObject({ state: 'unlocked', mode: 'basic' });
    expect(await storedTypes()).toEqual(['pin+device', 'recovery']);
  });
});

describe('the recovery contact', () => {
  async function contactText(shown: { pin: string; second?: typeof second } = { pin: PIN }) {
    const made = await background.ask('contactMake', shown);
    if (!made.ok) throw new Error(JSON.stringify(made.error));
    return made.value.text;
  }

  it('opens a sitting that sets a new PIN, once', async () => {
    await makeVault(background, PIN);
    await addAccount(background, URI, null);
    const text = await contactText();
    await background.ask('lock');
    expect(await lockOf()).toMatchObject({ contact: true });
    await renew(background, 'recover', { contact: text }, { pin: NEXT, mode: 'basic', second: null });
    expect(await lockOf()).toMatchObject({ contact: false });
    expect(await background.ask('unlock', { pin: NEXT })).toMatchObject({ ok: true });
    expect(await codes()).toEqual(['Acme']);
    expect(
      await background.ask('renewalBegin', { purpose: 'recover', proofs: { contact: text } }),
    ).toMatchObject({
      ok: false,
    });
  });

  it('is not the recovery code, nor the text before it, nor any without this device’s half', async () => {
    await makeVault(background, PIN);
    const before = await contactText();
    const text = await contactText();
    const tried = (proofs: object) => background.ask('renewalBegin', { purpose: 'recover', proofs });
    expect(await tried({ contact: before })).toEqual({ ok: false, error: 'other-vault' });
    expect(await tried({ recoveryCode: text })).toEqual({ ok: false, error: 'bad-code' });
    const elsewhere = await startBackground();
    await makeVault(elsewhere, PIN);
    expect(
      await elsewhere.ask('renewalBegin', { purpose: 'recover', proofs: { contact: text } }),
    ).toMatchObject({ ok: false });
  });

  it('takes the PIN to set and to remove, and in two-step mode both, and the second secret to use', async () => {
    await makeVault(background, PIN, { mode: 'two-step', second: passphrase });
    expect(await background.ask('contactMake', { pin: PIN })).toMatchObject({
      error: { code: 'incomplete' },
    });
    const text = await contactText({ pin: PIN, second });
    expect(await storedTypes()).toContain('passphrase+contact');
    const begin = (proofs: object) => background.ask('renewalBegin', { purpose: 'recover', proofs });
    expect(await begin({ contact: text })).toMatchObject({ error: { code: 'incomplete' } });
    expect(await background.ask('contactRemove', { pin: '000001' })).toMatchObject({ ok: false });
    expect(await begin({ contact: text, second })).toMatchObject({ ok: true });
  });
});

describe('the PIN for every code', () => {
  it('hides the codes, gives one for the PIN, and takes the PIN to be turned off', async () => {
    await makeVault(background, PIN);
    const id = await addAccount(background, URI, 'acme.example');
    expect(await background.ask('changeSettings', { pinForCodes: true })).toMatchObject({ ok: true });
    const list = await background.ask('accounts');
    expect(list.ok && list.value).toMatchObject({ pinForCodes: true, accounts: [{ code: null }] });
    expect(await background.ask('revealCode', { id, pin: '000001' })).toMatchObject({ ok: false });
    expect(await background.ask('revealCode', { id, pin: PIN })).toMatchObject({
      ok: true,
      value: { code: expect.stringMatching(/^\d{6}$/) },
    });
    // Where there is nothing to fill, the PIN is not asked for.
    expect(await background.ask('fill', { id, link: null })).toEqual({ ok: false, error: 'no-field' });
    background.answerOrders(({ name }) =>
      name === 'fieldHere'
        ? { reply: { document: DOCUMENT, field: 'code', focused: true } }
        : { reply: { done: true, how: 'value' } },
    );
    expect(await background.ask('fill', { id, link: null })).toEqual({ ok: false, error: 'needs-pin' });
    expect(await background.ask('fill', { id, link: null, pin: '000001' })).toMatchObject({ ok: false });
    expect(await background.ask('fill', { id, link: null, pin: PIN })).toMatchObject({ ok: true });
    expect(await background.ask('changeSettings', { pinForCodes: false })).toEqual({
      ok: false,
      error: 'needs-pin',
    });
    expect(await background.ask('changeSettings', { pinForCodes: false, pin: '000001' })).toMatchObject({
      ok: false,
    });
    expect(await background.ask('changeSettings', { pinForCodes: false, pin: PIN })).toMatchObject({
      ok: true,
    });
  });
});

describe('ten wrong PINs', () => {
  async function tenWrong() {
    vi.useFakeTimers({ toFake: ['Date'] });
    for (let i = 0; i < 10; i++) {
      await background.ask('unlock', { pin: '000001' });
      vi.setSystemTime(Date.now() + 3_600_001);
    }
  }

  it('delete everything where the user chose so, which takes the PIN', async () => {
    await makeVault(background, PIN);
    expect(await background.ask('changeSettings', { wipeAtTen: true })).toEqual({
      ok: false,
      error: 'needs-pin',
    });
    expect(await background.ask('changeSettings', { wipeAtTen: true, pin: PIN })).toMatchObject({ ok: true });
    await background.ask('lock');
    await tenWrong();
    expect(await background.ask('status')).toEqual({ state: 'none' });
    expect(background.local.size).toBe(0);
  });

  it('lock an open vault, when they were typed into it', async () => {
    await makeVault(background, PIN);
    const id = await addAccount(background, URI, null);
    vi.useFakeTimers({ toFake: ['Date'] });
    await background.ask('changeSettings', { lockWithScreen: false, autoLockMinutes: 480, pin: PIN });
    for (let i = 0; i < 10; i++) {
      await background.ask('showSecret', { id, pin: '000001' });
      vi.setSystemTime(Date.now() + 3_600_001);
      await background.ask('opened');
    }
    expect(await lockOf()).toMatchObject({ pin: { kind: 'spent' } });
  });

  it('are counted by the higher of two stores', async () => {
    await makeVault(background, PIN);
    await background.ask('lock');
    for (let i = 0; i < 3; i++) await background.ask('unlock', { pin: '000001' });
    const { writeAttempts } = await import('../../src/platform/vault-db.ts');
    await writeAttempts({ failures: 0, lastFailureAt: 0 });
    expect(await lockOf()).toMatchObject({ pin: { failures: 3 } });
    background.local.delete('attempts');
    await writeAttempts({ failures: 2, lastFailureAt: 5 });
    expect(await lockOf()).toMatchObject({ pin: { failures: 2 } });
  });
});
