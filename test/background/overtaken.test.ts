/** What a request leaves when a lock, a kill or another request overtakes it. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addAccount, type Background, confirmCode, makeVault, startBackground } from '../fakes/background.ts';

const PIN = '493817';
const NEXT = '860424';
const WRONG = '204817';
const URI = 'otpauth://totp/Acme:ann?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Acme';
const COUNTED = 'otpauth://hotp/Acme:ann?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Acme&counter=5';
const second = { kind: 'passphrase' as const, passphrase: 'correct horse battery' };
const DOCUMENT = '00000000-0000-4000-8000-000000000001';

let background: Background;

beforeEach(async () => {
  background = await startBackground();
  background.show('https://acme.example/');
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function filled(options: Parameters<typeof makeVault>[2] = {}) {
  await makeVault(background, PIN, options);
  return addAccount(background, URI, null);
}

function signal() {
  let raise: () => void = () => undefined;
  const raised = new Promise<void>((resolve) => {
    raise = resolve;
  });
  return { raise, raised };
}

/** Stops a call the first time that `stops` holds, until it is let through. */
function stopping<A extends unknown[], R>(
  real: (...args: A) => Promise<R>,
  stops: (...args: A) => boolean,
): { call: (...args: A) => Promise<R>; stopped: Promise<void>; letThrough: () => void } {
  const gate = signal();
  const at = signal();
  let over = false;
  return {
    stopped: at.raised,
    letThrough: () => gate.raise(),
    call: async (...args) => {
      if (!over && stops(...args)) {
        over = true;
        at.raise();
        await gate.raised;
      }
      return real(...args);
    },
  };
}

/** Stops where `storage.local` was cleared, and before its items are written back. */
function stopRewriting() {
  const { local } = background.browser.storage;
  const gate = stopping(local.set, (items) => 'sentinel' in items);
  local.set = gate.call;
  return gate;
}

function stopFirstDecryption() {
  const real = crypto.subtle.decrypt.bind(crypto.subtle);
  const gate = stopping(real, () => true);
  vi.spyOn(crypto.subtle, 'decrypt').mockImplementation(gate.call);
  return gate;
}

const codes = async () => {
  const list = await background.ask('accounts');
  return list.ok ? list.value.accounts.map(({ code }) => code) : list.error;
};

describe('a lock', () => {
  const soon = () => new Promise((resolve) => setTimeout(resolve, 30));

  it.each([
    ['is proved for', false],
    ['is chosen for', true],
  ])('while what %s another mode ends that, and nothing opens without the PIN', async (_, isChosen) => {
    await filled();
    const chosen = { pin: NEXT, mode: 'basic' as const, second: null };
    const begin = () => background.ask('renewalBegin', { purpose: 'mode', proofs: { pin: PIN } });
    if (isChosen) await begin();
    const asked = isChosen ? background.ask('renewalChoose', chosen) : begin();
    await soon();
    await background.ask('lock');
    expect(await asked).toMatchObject({ ok: false });
    expect([...background.session.keys()]).toEqual([]);
    expect(await background.ask('status')).toMatchObject({ state: 'locked' });
  });

  it('while a backup is made leaves no key of it', async () => {
    await filled();
    const secret = { kind: 'passphrase' as const, passphrase: 'correct horse battery' };
    const made = background.ask('backupMake', { pin: PIN, secret });
    await soon();
    await background.ask('lock');
    await made;
    expect([...background.session.keys()]).toEqual([]);
  });

  it('while an account is deleted leaves nothing to undo it with', async () => {
    const id = await filled();
    await background.kill();
    const gate = stopFirstDecryption();
    const deleting = background.ask('deleteAccount', { id });
    await gate.stopped;
    await background.ask('lock');
    gate.letThrough();
    await deleting.catch(() => undefined);
    expect([...background.session.keys()]).toEqual([]);
  });

  it('while two-step mode opens leaves no pepper', async () => {
    await filled({ mode: 'two-step', second });
    await background.ask('lock');
    const { session } = background.browser.storage;
    const opened = signal();
    const { set } = session;
    session.set = async (items) => {
      await set(items);
      if ('session' in items) opened.raise();
    };
    const unlocking = background.ask('unlock', { pin: PIN, second });
    await opened.raised;
    await background.ask('lock');
    await unlocking;
    expect([...background.session.keys()]).toEqual([]);
  });

  it('by time waits for another mode that is being chosen', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    await filled();
    await background.ask('changeSettings', { autoLockMinutes: 1 });
    await background.ask('opened');
    await background.ask('renewalBegin', { purpose: 'mode', proofs: { pin: PIN } });
    vi.setSystemTime(Date.now() + 90_000);
    await background.ask('accounts');
    const chosen = await background.ask('renewalChoose', { pin: NEXT, mode: 'basic', second: null });
    if (!chosen.ok) throw new Error(chosen.error);
    vi.setSystemTime(Date.now() + 90_000);
    await background.ask('accounts');
    await confirmCode(background, chosen.value);
    expect(await background.ask('status')).toMatchObject({ state: 'unlocked' });
  });
});

describe('while the local store is written anew', () => {
  it('a page still gets no code without the PIN', async () => {
    await makeVault(background, PIN);
    const id = await addAccount(background, URI, 'acme.example');
    background.answerOrders(({ name }) =>
      name === 'fill'
        ? { reply: { done: true, how: 'value' } }
        : { reply: { document: DOCUMENT, field: 'code', focused: true } },
    );
    await background.ask('fill', { id, link: null });
    await background.ask('changeSettings', { pinForCodes: true });
    const gate = stopRewriting();
    const changing = background.ask('changePin', { pin: PIN, next: NEXT });
    await gate.stopped;
    background.state.orders.length = 0;
    expect(await background.askFrom(0, 'offer', { document: DOCUMENT, enrols: false })).toMatchObject({
      kind: 'popup',
    });
    await background.askFrom(0, 'offer', { document: DOCUMENT, enrols: false });
    await background.press({ document: DOCUMENT, seen: true });
    expect(background.state.orders.filter(({ name }) => name === 'fill')).toEqual([]);
    gate.letThrough();
    await changing;
    expect(await codes()).toEqual([null]);
  });

  it('a killed worker leaves every protection on, whatever is chosen next', async () => {
    await filled();
    await background.ask('changeSettings', { pinForCodes: true, wipeAtTen: true, pin: PIN });
    const gate = stopRewriting();
    void background.ask('changePin', { pin: PIN, next: NEXT });
    await gate.stopped;
    await background.kill();
    await background.ask('changeSettings', { theme: 'dark' });
    await background.ask('status');
    expect(await background.ask('settings')).toMatchObject({
      pinForCodes: true,
      wipeAtTen: true,
      theme: 'dark',
    });
  });

  it('wrong PINs count', async () => {
    await filled();
    await background.ask('lock');
    const { readSlots, writeSlots } = await import('../../src/platform/vault-db.ts');
    await writeSlots({ put: (await readSlots()) as never, remove: [] });
    await background.restart();
    const gate = stopRewriting();
    const looking = background.ask('status');
    await gate.stopped;
    const tries = [1, 2, 3].map(() => background.ask('unlock', { pin: WRONG }));
    gate.letThrough();
    await Promise.all([looking, ...tries]);
    const { loadAttempts } = await import('../../src/background/attempts-store.ts');
    expect(await loadAttempts()).toMatchObject({ failures: 3 });
  });
});

describe('a worker killed at the tenth wrong PIN', () => {
  async function tenthCharge(): Promise<void> {
    const { saveAttempts } = await import('../../src/background/attempts-store.ts');
    await saveAttempts({ failures: 10, lastFailureAt: Date.now() });
  }

  it('before the PIN was looked at ends it and locks, and deletes nothing', async () => {
    await filled();
    await background.ask('changeSettings', { wipeAtTen: true, pin: PIN });
    await tenthCharge();
    await background.kill();
    expect(await background.ask('status')).toMatchObject({
      state: 'locked',
      lock: { pin: { kind: 'spent' } },
    });
    const { hasPin } = await import('../../src/background/key-slots.ts');
    expect(await hasPin()).toBe(false);
  });

  it('once it was known to be wrong deletes everything, where the user chose so', async () => {
    await filled();
    await background.ask('changeSettings', { wipeAtTen: true, pin: PIN });
    const { saveAttempts } = await import('../../src/background/attempts-store.ts');
    await saveAttempts({ failures: 9, lastFailureAt: 0 });
    const { local } = background.browser.storage;
    const gate = stopping(local.get, (keys) => keys === null && background.local.has('erasing'));
    local.get = gate.call;
    void background.ask('unlock', { pin: WRONG });
    await gate.stopped;
    await background.kill();
    expect(await background.ask('status')).toEqual({ state: 'none' });
  });
});

it('a slow reader does not put older accounts over a change', async () => {
  await makeVault(background, PIN);
  const id = await addAccount(background, COUNTED, null);
  await background.kill();
  await background.ask('status');
  await background.kill();
  const gate = stopFirstDecryption();
  const slow = background.ask('accounts');
  await gate.stopped;
  await background.ask('advanceCounter', { id });
  gate.letThrough();
  await slow;
  await background.ask('advanceCounter', { id });
  await background.kill();
  const list = await background.ask('accounts');
  expect(list.ok && list.value.accounts[0]?.settings).toMatchObject({ counter: 7 });
});

it('an opened backup is forgotten after its time, whether or not anybody looks', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  await filled();
  const secret = { kind: 'passphrase' as const, passphrase: 'correct horse battery' };
  const made = await background.ask('backupMake', { pin: PIN, secret });
  if (!made.ok) throw new Error('no backup');
  await background.ask('lock');
  const created = vi.spyOn(background.browser.alarms, 'create');
  await background.ask('restoreOpen', { file: made.value.file, second });
  expect(created).toHaveBeenCalledWith('opened-backup', { when: Date.now() + 600_000 });
});
