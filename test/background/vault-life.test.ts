import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Site } from '../../src/core/account.ts';
import type { DocumentToken } from '../../src/messages/protocol.ts';
import {
  addAccount,
  type Background,
  confirmCode,
  makeVault,
  renew,
  startBackground,
} from '../fakes/background.ts';

const PIN = '493817';
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const URI = `otpauth://totp/Acme:ann?secret=${SECRET}&issuer=Acme`;
const START = 1_800_000_000_000;

let background: Background;

const DOCUMENT = '0b0f7b0e-1111-4222-8333-444455556666' as DocumentToken;
const SITE = 'acme.example' as Site;

beforeEach(async () => {
  vi.useFakeTimers({ now: START, toFake: ['Date'] });
  background = await startBackground();
  background.show('https://acme.example/');
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function codes() {
  const list = await background.ask('accounts');
  return list.ok
    ? list.value.accounts.map(({ issuer, code, sites }) => ({ issuer, code: code?.code, sites }))
    : list.error;
}

function recoverable(of: Background, recoveryCode: string) {
  return of.ask('renewalBegin', { purpose: 'recover', proofs: { recoveryCode } });
}

function recover(recoveryCode: string, pin: string) {
  return renew(background, 'recover', { recoveryCode }, { pin, mode: 'basic', second: null });
}

async function listed() {
  const list = await background.ask('accounts');
  if (!list.ok) throw new Error(list.error);
  return list.value.accounts;
}

/** Time goes by, and the worker is woken every minute to look. */
async function pass(ms: number): Promise<void> {
  const end = Date.now() + ms;
  while (Date.now() + 60_000 < end) {
    vi.setSystemTime(Date.now() + 60_000);
    await background.ask('status');
  }
  vi.setSystemTime(end);
}

/** The browser lost the database, device key and all; the other store stands. */
async function loseDatabase(): Promise<void> {
  const { IDBFactory } = await import('fake-indexeddb');
  vi.stubGlobal('indexedDB', new IDBFactory());
  await background.restart();
}

describe('set-up', () => {
  it('begins with nothing and ends with an open vault', async () => {
    expect(await background.ask('status')).toEqual({ state: 'none' });
    await makeVault(background, PIN);
    expect(await background.ask('status')).toMatchObject({ state: 'unlocked', failuresBefore: 0 });
  });

  it('refuses a weak PIN with its reason', async () => {
    expect(await background.ask('setupBegin', { pin: '123456', mode: 'basic', second: null })).toEqual({
      ok: false,
      error: 'sequence',
    });
    expect(await background.ask('status')).toEqual({ state: 'none' });
  });

  it('survives a killed worker at any step, and writes nothing until the code was retyped', async () => {
    const begun = await background.ask('setupBegin', { pin: PIN, mode: 'basic', second: null });
    await background.kill();
    const status = await background.ask('status');
    expect(begun.ok && status).toEqual({ state: 'setup', renews: false, ...(begun.ok ? begun.value : {}) });
    expect(await background.ask('setupConfirm', { groups: ['XXXXX', 'XXXXX'] })).toEqual({
      ok: false,
      error: 'wrong-group',
    });
    await background.restart();
    expect(await background.ask('status')).toEqual({ state: 'none' });
  });

  it('does not replace a vault that is there', async () => {
    await makeVault(background, PIN);
    expect(await background.ask('setupBegin', { pin: '860424', mode: 'basic', second: null })).toEqual({
      ok: false,
      error: 'vault-exists',
    });
  });
});

describe('lock and unlock', () => {
  beforeEach(async () => {
    await makeVault(background, PIN);
    await addAccount(background, URI, SITE);
  });

  it('gives the codes again after the PIN, also after a restart', async () => {
    const before = await codes();
    expect(before).toEqual([
      { issuer: 'Acme', code: expect.stringMatching(/^\d{6}$/), sites: ['acme.example'] },
    ]);
    await background.ask('lock');
    expect(await codes()).toBe('locked');
    await background.restart();
    expect(await background.ask('unlock', { pin: PIN })).toEqual({ ok: true, value: { filled: false } });
    expect(await codes()).toEqual(before);
  });

  it('stays open when the worker dies, and leaves no key behind when it is locked', async () => {
    await background.kill();
    expect(await codes()).toHaveLength(1);
    await background.ask('lock');
    expect([...background.session.keys()]).toEqual([]);
  });

  it('stays locked, whatever was under way', async () => {
    for (let round = 0; round < 8; round++) {
      const asked = Array.from({ length: round }, () => background.ask('accounts'));
      const locked = background.ask('lock');
      await Promise.all([...asked, locked, background.ask('status'), background.ask('accounts')]);
      expect(background.session.size).toBe(0);
      expect(await background.ask('status')).toMatchObject({ state: 'locked' });
      await background.ask('unlock', { pin: PIN });
    }
  });

  it('locks when its time is up, and when the clock went back', async () => {
    await pass(5 * 60_000 + 1);
    expect(await codes()).toBe('locked');
    vi.setSystemTime(START + 6 * 60_000);
    await background.ask('unlock', { pin: PIN });
    vi.setSystemTime(START);
    expect(await codes()).toBe('locked');
  });

  it('is put off by what the user does, not by a popup that stands open', async () => {
    await pass(4 * 60_000);
    await background.ask('accounts');
    await pass(60_001);
    expect(await codes()).toBe('locked');
    await background.ask('unlock', { pin: PIN });
    await pass(4 * 60_000);
    await background.ask('opened');
    await pass(2 * 60_000);
    expect(await codes()).toHaveLength(1);
  });

  it('locks after the computer slept, unless it was told not to', async () => {
    vi.setSystemTime(START + 4 * 60_000);
    expect(await codes()).toBe('locked');
    await background.ask('unlock', { pin: PIN });
    expect(await background.ask('changeSettings', { lockWithScreen: false, pin: PIN })).toMatchObject({
      ok: true,
    });
    vi.setSystemTime(START + 8 * 60_000);
    expect(await codes()).toHaveLength(1);
  });

  it('charges a try before it looks at it, waits, and ends the PIN at ten', async () => {
    await background.ask('lock');
    let now = START;
    for (let failures = 1; failures <= 10; failures++) {
      const tried = await background.ask('unlock', { pin: '000001' });
      expect(tried).toMatchObject({ ok: false, error: { code: 'wrong-pin', pin: { failures } } });
      await background.restart();
      if (failures === 5) {
        expect(await background.ask('unlock', { pin: PIN })).toMatchObject({
          ok: false,
          error: { code: 'wait' },
        });
      }
      now += 3_600_001;
      vi.setSystemTime(now);
    }
    expect(await background.ask('unlock', { pin: PIN })).toMatchObject({
      ok: false,
      error: { code: 'spent' },
    });
    expect(await background.ask('status')).toMatchObject({
      state: 'locked',
      lock: { pin: { kind: 'spent', failures: 10 } },
    });
  });

  it('deletes the spent PIN slot even when the worker died between the tenth failure and that', async () => {
    await background.ask('lock');
    const { readSlots, writeAttempts } = await import('../../src/platform/vault-db.ts');
    await writeAttempts({ failures: 10, lastFailureAt: START });
    await background.kill();
    expect(await background.ask('unlock', { pin: PIN })).toMatchObject({
      ok: false,
      error: { code: 'spent' },
    });
    const { parseSlot, factorTypes } = await import('../../src/vault/slot.ts');
    const left = (await readSlots()).map(parseSlot).map((slot) => slot && factorTypes(slot));
    expect(left).toEqual([['recovery']]);
  });

  it('charges nothing for a PIN that was never tried, and makes no device key in its place', async () => {
    await background.ask('lock');
    const { readVault, replaceVault } = await import('../../src/platform/vault-db.ts');
    const { meta, slots, records } = await readVault();
    await replaceVault({
      meta: meta as object,
      slots: slots as { id: string }[],
      records: records as { id: string }[],
      attempts: null,
      device: null,
    });
    await expect(background.ask('unlock', { pin: PIN })).rejects.toThrow('vault-corrupt');
    expect(await background.ask('status')).toMatchObject({
      state: 'locked',
      lock: { pin: { kind: 'open', failures: 0 } },
    });
  });

  it('says how many wrong PINs there were', async () => {
    await background.ask('lock');
    await background.ask('unlock', { pin: '000001' });
    await background.ask('unlock', { pin: PIN });
    expect(await background.ask('status')).toMatchObject({ state: 'unlocked', failuresBefore: 1 });
    await background.ask('lock');
    await background.ask('unlock', { pin: PIN });
    expect(await background.ask('status')).toMatchObject({ state: 'unlocked', failuresBefore: 0 });
  });

  it('shows an empty database beside a sentinel as a loss, never as a first run', async () => {
    await loseDatabase();
    background.local.delete('mirror');
    expect(await background.ask('status')).toEqual({ state: 'damaged', code: 'vault-missing', copy: null });
    expect(await background.ask('setupBegin', { pin: '860424', mode: 'basic', second: null })).toEqual({
      ok: false,
      error: 'vault-exists',
    });
  });
});

describe('a change of the PIN', () => {
  beforeEach(async () => {
    await makeVault(background, PIN);
    await addAccount(background, URI, null);
  });

  it('takes the PIN of now, and from then on only the new one opens', async () => {
    expect(await background.ask('changePin', { pin: PIN, next: '860424' })).toEqual({
      ok: true,
      value: null,
    });
    expect(await codes()).toHaveLength(1);
    await background.ask('lock');
    expect(await background.ask('unlock', { pin: PIN })).toMatchObject({ ok: false });
    expect(await background.ask('unlock', { pin: '860424' })).toMatchObject({ ok: true });
    expect(await codes()).toHaveLength(1);
  });

  it('charges a wrong one as any try, and refuses a weak new one', async () => {
    expect(await background.ask('changePin', { pin: '000001', next: '860424' })).toMatchObject({
      ok: false,
      error: { code: 'wrong-pin', pin: { failures: 1 } },
    });
    expect(await background.ask('changePin', { pin: PIN, next: '111111' })).toEqual({
      ok: false,
      error: 'repeated',
    });
    await background.ask('lock');
    expect(await background.ask('unlock', { pin: PIN })).toMatchObject({ ok: true });
  });

  it('takes away what a rewriting that was cut off left in the other store, and keeps the settings', async () => {
    await background.ask('changeSettings', { theme: 'dark' });
    background.local.set('~0', 'filler');
    await background.ask('changePin', { pin: PIN, next: '860424' });
    expect(background.local.has('~0')).toBe(false);
    expect(await background.ask('settings')).toMatchObject({ theme: 'dark' });
  });

  it('leaves the recovery code as it was', async () => {
    const other = await startBackground();
    const code = await makeVault(other, PIN);
    await other.ask('changePin', { pin: PIN, next: '860424' });
    await other.ask('lock');
    expect(await recoverable(other, code)).toEqual({ ok: true, value: null });
  });
});

describe('the second copy', () => {
  let recoveryCode: string;
  beforeEach(async () => {
    recoveryCode = await makeVault(background, PIN);
    await addAccount(background, URI, SITE);
  });

  it('brings everything back when the database is lost; the recovery code opens it, since the PIN’s key is gone', async () => {
    const before = await codes();
    await loseDatabase();
    expect(await background.ask('status')).toMatchObject({
      state: 'locked',
      lock: { pin: { kind: 'lost' } },
    });
    expect(await background.ask('unlock', { pin: PIN })).toMatchObject({
      ok: false,
      error: { code: 'spent' },
    });
    await recover(recoveryCode, '860424');
    expect(await background.ask('unlock', { pin: '860424' })).toMatchObject({ ok: true });
    expect(await codes()).toEqual(before);
  });

  it('is kept up by every commit: added, changed, deleted', async () => {
    const second = await addAccount(
      background,
      URI.replace(SECRET, `${SECRET}AA`).replaceAll('Acme', 'Two'),
      null,
    );
    await background.ask('editAccount', { id: second, issuer: 'Renamed', name: 'ann', sites: [] });
    const [first] = (await listed()).filter((account) => account.issuer === 'Acme');
    if (first) await background.ask('deleteAccount', { id: first.id });
    expect([...background.local.keys()].filter((key) => key.startsWith('mirror:')).sort()).toEqual(
      ['mirror:keyring', `mirror:${second}`].sort(),
    );
  });

  it('heals an older database, with the PIN as before', async () => {
    const { readDeviceKey, readVault, replaceVault } = await import('../../src/platform/vault-db.ts');
    const old = await readVault();
    await addAccount(background, URI.replace(SECRET, `${SECRET}AA`).replaceAll('Acme', 'Two'), null);
    const mirror = structuredClone(background.local.get('mirror')) as { meta: { revision: number } };
    const device = await readDeviceKey();
    await replaceVault({ ...(old as Parameters<typeof replaceVault>[0]), attempts: null, device });
    // As an old copy of the database would stand there: with the revision that it had then.
    mirror.meta.revision += 10;
    background.local.set('mirror', mirror);
    await background.restart();
    await background.ask('status');
    await background.ask('unlock', { pin: PIN });
    expect(await listed()).toHaveLength(2);
  });

  it('is renewed from the database when it is older, gone, or broken', async () => {
    const whole = JSON.stringify([...background.local].sort());
    for (const key of [...background.local.keys()].filter((name) => name.startsWith('mirror')))
      background.local.delete(key);
    await background.restart();
    await background.ask('status');
    expect(JSON.stringify([...background.local].sort())).toBe(whole);
  });

  it('is not taken when one record of it is missing or changed', async () => {
    const [key] = [...background.local.keys()].filter((name) => name.startsWith('mirror:'));
    const record = background.local.get(key ?? '') as { sealed: string };
    background.local.set(key ?? '', { ...record, sealed: record.sealed.replace(/^../, 'xx') });
    await loseDatabase();
    expect(await background.ask('status')).toEqual({ state: 'damaged', code: 'vault-missing', copy: null });
  });

  it('gives back a single record that the database spoiled', async () => {
    const { readVault } = await import('../../src/platform/vault-db.ts');
    const { records } = await readVault();
    const before = await codes();
    const spoiled = (records as { id: string; kind: string; sealed: Uint8Array }[]).find(
      (record) => record.kind === 'account',
    );
    if (!spoiled) throw new Error('no account');
    // Past the commits, which count: spoiled bytes raise no revision.
    const { currentDatabase } = await import('../../src/platform/vault-databases.ts');
    await (await currentDatabase())?.db.put('records', {
      ...spoiled,
      sealed: spoiled.sealed.slice(0, 40),
    } as never);
    await background.kill();
    expect(await codes()).toEqual(before);
    expect((await readVault()).records).toContainEqual(spoiled);
  });

  it('holds nothing that opens without a key', async () => {
    const text = JSON.stringify([...background.local]);
    for (const clear of [SECRET, 'Acme', 'ann', 'acme.example', PIN]) expect(text).not.toContain(clear);
  });
});

describe('recovery', () => {
  it('sets a new PIN and a new code, and ends the old ones', async () => {
    const oldCode = await makeVault(background, PIN);
    await addAccount(background, URI, SITE);
    const before = await codes();
    await background.ask('lock');
    expect(await recoverable(background, oldCode.toLowerCase())).toEqual({ ok: true, value: null });
    // The sitting outlives the worker, and opens nothing.
    await background.kill();
    expect(await background.ask('status')).toMatchObject({
      state: 'renewing',
      renewal: { purpose: 'recover' },
    });
    expect(await codes()).toBe('locked');
    const chosen = await background.ask('renewalChoose', { pin: '860424', mode: 'basic', second: null });
    if (!chosen.ok) throw new Error(chosen.error);
    await background.kill();
    // Not confirmed yet: the old vault stands as it was.
    await confirmCode(background, chosen.value);
    // It ends locked: the new PIN has to be shown to be known.
    expect(await codes()).toBe('locked');
    expect(await background.ask('unlock', { pin: PIN })).toMatchObject({ ok: false });
    expect(await recoverable(background, oldCode)).toEqual({ ok: false, error: 'other-vault' });
    expect(await background.ask('unlock', { pin: '860424' })).toMatchObject({ ok: true });
    expect(await codes()).toEqual(before);
  });

  it('that was begun ends by itself, and can be called off', async () => {
    const oldCode = await makeVault(background, PIN);
    await background.ask('lock');
    await recoverable(background, oldCode);
    await background.ask('renewalChoose', { pin: '860424', mode: 'basic', second: null });
    vi.setSystemTime(START + 10 * 60_000);
    expect(await background.ask('setupConfirm', { groups: [] })).toEqual({ ok: false, error: 'no-setup' });
    expect(await background.ask('status')).toMatchObject({ state: 'locked' });
    expect(background.session.size).toBe(0);
    await recoverable(background, oldCode);
    vi.setSystemTime(START + 20 * 60_000);
    expect(await background.ask('renewalChoose', { pin: '860424', mode: 'basic', second: null })).toEqual({
      ok: false,
      error: 'no-renewal',
    });
    await recoverable(background, oldCode);
    await background.ask('setupCancel');
    expect(await background.ask('status')).toMatchObject({ state: 'locked' });
    expect(background.session.size).toBe(0);
  });

  it('keeps what it cannot read', async () => {
    const code = await makeVault(background, PIN);
    await addAccount(background, URI, null);
    const { writeRecords, readVault } = await import('../../src/platform/vault-db.ts');
    await writeRecords({ put: [{ id: 'strange' }], remove: [], generation: 1 });
    await background.ask('lock');
    await recover(code, '860424');
    expect((await readVault()).records).toContainEqual({ id: 'strange' });
  });

  it('whose worker died behind the commit is done, and is not written once more', async () => {
    const code = await makeVault(background, PIN);
    await addAccount(background, URI, null);
    await recoverable(background, code);
    const chosen = await background.ask('renewalChoose', { pin: '860424', mode: 'basic', second: null });
    if (!chosen.ok) throw new Error(chosen.error);
    const waiting = new Map(background.session);
    await confirmCode(background, chosen.value);
    for (const [key, value] of waiting) background.session.set(key, value);
    await background.kill();
    expect(await background.ask('status')).toMatchObject({ state: 'locked' });
    expect(await background.ask('setupConfirm', { groups: [] })).toEqual({ ok: false, error: 'no-setup' });
    await background.ask('unlock', { pin: '860424' });
    const list = await background.ask('accounts');
    expect(list.ok && list.value).toMatchObject({ accounts: [{ issuer: 'Acme' }], unreadable: 0 });
  });

  it('that is not confirmed changes nothing', async () => {
    const oldCode = await makeVault(background, PIN);
    await background.ask('lock');
    await recoverable(background, oldCode);
    await background.ask('renewalChoose', { pin: '860424', mode: 'basic', second: null });
    await background.restart();
    expect(await background.ask('unlock', { pin: PIN })).toMatchObject({ ok: true });
  });

  it('tells a typing error from the code of another vault', async () => {
    const code = await makeVault(background, PIN);
    const typo = (code[0] === '2' ? '3' : '2') + code.slice(1);
    expect(await recoverable(background, typo)).toEqual({ ok: false, error: 'bad-code' });
    const other = await startBackground();
    await makeVault(other, PIN);
    expect(await recoverable(other, code)).toEqual({ ok: false, error: 'other-vault' });
  });
});

describe('accounts', () => {
  beforeEach(async () => {
    await makeVault(background, PIN);
  });

  it('are edited, deleted, and taken back', async () => {
    const id = await addAccount(background, URI, null);
    expect(
      await background.ask('editAccount', {
        id,
        issuer: ' New\u202e name ',
        name: 'bob',
        sites: ['https://a.example/x', 'b.example'],
      }),
    ).toEqual({
      ok: true,
      value: null,
    });
    await background.kill();
    expect(await codes()).toMatchObject([{ issuer: 'New name', sites: ['a.example', 'b.example'] }]);
    await background.ask('deleteAccount', { id });
    await background.kill();
    expect(await codes()).toEqual([]);
    expect(await background.ask('undoDelete')).toEqual({ ok: true, value: null });
    expect(await codes()).toHaveLength(1);
    expect(await background.ask('undoDelete')).toEqual({ ok: false, error: 'nothing-to-undo' });
  });

  it('that are taken back have their sites as they were: confirmed, and with the button pressed', async () => {
    background.show('https://login.acme.example/2fa');
    background.answerOrders(({ name }) => {
      const here = { document: DOCUMENT, field: 'code', focused: true };
      return { reply: name === 'fieldHere' ? here : { done: true, how: 'value' } };
    });
    const id = await addAccount(background, URI, SITE);
    await background.ask('fill', { id, link: null });
    await background.ask('setSubmits', { site: SITE, on: true });
    await background.ask('deleteAccount', { id });
    await background.ask('undoDelete');
    expect(await background.ask('accounts')).toMatchObject({
      ok: true,
      value: { submitSites: ['acme.example'] },
    });
    await background.askFrom(0, 'offer', {
      document: DOCUMENT,
      enrols: false,
    });
    vi.setSystemTime(Date.now() + 60_000);
    expect(
      await background.press({
        document: DOCUMENT,
        seen: true,
      }),
    ).toEqual({ ok: true, value: 'filled' });
  });

  it('are not doubled: the same key with the same settings is named and refused', async () => {
    await addAccount(background, URI, null);
    const again = await background.ask('draftFromUri', { uri: URI.replaceAll('Acme', 'Other'), from: 'uri' });
    expect(again).toMatchObject({
      ok: true,
      value: { draft: { duplicateOf: { issuer: 'Acme', name: 'ann' } } },
    });
    const id = again.ok ? again.value.draft.id : ('' as never);
    expect(await background.ask('saveDraft', { id, issuer: 'Other', name: 'ann', site: null })).toEqual({
      ok: false,
      error: 'duplicate',
    });
  });

  it('from a page propose the site of the page, by its own account of itself never', async () => {
    const read = await background.ask('draftFromUri', { uri: `${URI}&site=evil.example`, from: 'page' });
    expect(read).toMatchObject({ ok: true, value: { draft: { site: 'acme.example' } } });
  });

  it('wait as a draft through a closed popup and a killed worker, and go with the lock', async () => {
    await background.ask('draftFromUri', { uri: URI, from: 'uri' });
    await background.kill();
    expect(await background.ask('draft')).toMatchObject({ draft: { issuer: 'Acme', name: 'ann' }, more: 0 });
    await background.ask('lock');
    await background.ask('unlock', { pin: PIN });
    expect(await background.ask('draft')).toBeNull();
  });

  it('of one transfer are saved one by one, each by its own id', async () => {
    // Two accounts, Ann and Bob, as Google Authenticator transfers them; made by hand from the format.
    const part = (secret: string, name: string) =>
      `\n${String.fromCharCode(4 + secret.length + name.length)}\n${String.fromCharCode(secret.length)}${secret}\x12${String.fromCharCode(name.length)}${name}`;
    const uri = `otpauth-migration://offline?data=${encodeURIComponent(btoa(part('a'.repeat(16), 'Ann') + part('b'.repeat(16), 'Bob')))}`;
    const read = await background.ask('draftFromUri', { uri, from: 'uri' });
    if (!read.ok) throw new Error(read.error);
    const { id } = read.value.draft;
    expect(read.value).toMatchObject({ draft: { name: 'Ann' }, more: 1 });
    const save = () => background.ask('saveDraft', { id, issuer: '', name: 'Ann', site: null });
    expect(await Promise.all([save(), save()])).toEqual([
      { ok: true, value: { id, more: 1 } },
      { ok: false, error: 'no-draft' },
    ]);
    await background.ask('discardDraft', { id });
    expect(await background.ask('draft')).toMatchObject({ draft: { name: 'Bob' }, more: 0 });
  });

  it('of a counter at its end stay there, and take nothing else down', async () => {
    const id = await addAccount(
      background,
      `otpauth://hotp/Acme:ann?secret=${SECRET}&counter=9007199254740991`,
      null,
    );
    await background.ask('advanceCounter', { id });
    await background.kill();
    expect(await codes()).toHaveLength(1);
  });

  it('take no more sites than can be read back', async () => {
    const id = await addAccount(background, URI, null);
    const sites = Array.from({ length: 101 }, (_, i) => `site${i}.example`);
    expect(await background.ask('editAccount', { id, issuer: 'Acme', name: 'ann', sites })).toEqual({
      ok: false,
      error: 'bad-site',
    });
  });

  it('of a counter go on only when told to', async () => {
    const id = await addAccount(background, `otpauth://hotp/Acme:ann?secret=${SECRET}&counter=0`, null);
    expect(await codes()).toMatchObject([{ code: '755224' }]);
    await background.ask('advanceCounter', { id });
    await background.kill();
    expect(await codes()).toMatchObject([{ code: '287082' }]);
  });

  it('that do not decrypt are counted and kept; the others go on', async () => {
    await addAccount(background, URI, null);
    const { writeRecords, readVault } = await import('../../src/platform/vault-db.ts');
    const [record] = (await readVault()).records as { id: string }[];
    await writeRecords({ put: [{ ...record, id: 'moved' }], remove: [], generation: 1 });
    await background.kill();
    const list = await background.ask('accounts');
    expect(list.ok && list.value).toMatchObject({ accounts: [{ issuer: 'Acme' }], unreadable: 1 });
  });

  it('typed by hand are checked by the same rules', async () => {
    const entry = {
      issuer: 'X',
      name: '',
      secret: SECRET,
      type: 'totp',
      algorithm: 'SHA1',
      digits: 6,
      periodSeconds: 30,
      counter: 0,
    } as const;
    expect(await background.ask('draftByHand', { ...entry, secret: 'not base 32!' })).toEqual({
      ok: false,
      error: 'bad-secret',
    });
    expect(await background.ask('draftByHand', { ...entry, digits: 11 })).toEqual({
      ok: false,
      error: 'bad-digits',
    });
    expect(await background.ask('draftByHand', { ...entry, periodSeconds: 0 })).toEqual({
      ok: false,
      error: 'bad-period',
    });
    expect(await background.ask('draftByHand', { ...entry, issuer: ' ' })).toEqual({
      ok: false,
      error: 'no-name',
    });
    expect(await background.ask('draftByHand', entry)).toMatchObject({ ok: true });
  });
});

it('start over deletes everything, after the word', async () => {
  await makeVault(background, PIN);
  expect(await background.ask('startOver', { word: 'yes' })).toEqual({ ok: false, error: 'wrong-word' });
  expect(await background.ask('status')).toMatchObject({ state: 'unlocked' });
  expect(await background.ask('startOver', { word: 'wis' })).toEqual({ ok: true, value: null });
  expect(await background.ask('status')).toEqual({ state: 'none' });
  expect(background.local.size + background.session.size).toBe(0);
});
