/** What a dead worker, a lost store or a browser that cannot read its files leaves behind, and what comes of it. */
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RecoveryQuestion } from '../../src/messages/views.ts';
import { addAccount, type Background, confirmCode, makeVault, startBackground } from '../fakes/background.ts';

const PIN = '493817';
const NEXT = '860424';
const URI = 'otpauth://totp/Acme:ann?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Acme';
const second = { kind: 'passphrase' as const, passphrase: 'correct horse battery' };

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

async function filled(options: Parameters<typeof makeVault>[2] = {}): Promise<string> {
  const code = await makeVault(background, PIN, options);
  await addAccount(background, URI, null);
  return code;
}

async function accounts() {
  const list = await background.ask('accounts');
  return list.ok ? list.value.accounts.map(({ issuer }) => issuer) : list.error;
}

const isCopied = (key: string) => key.startsWith('mirror:');

async function databases() {
  return (await indexedDB.databases()).map(({ name }) => name);
}

function loseDatabase(): void {
  vi.stubGlobal('indexedDB', new IDBFactory());
}

/** A renewal of the mode up to the recovery code. */
async function waitingRenewal(pin = PIN): Promise<RecoveryQuestion> {
  await background.ask('renewalBegin', { purpose: 'mode', proofs: { pin: PIN } });
  const chosen = await background.ask('renewalChoose', { pin, mode: 'basic', second: null });
  if (!chosen.ok) throw new Error(chosen.error);
  return chosen.value;
}

/** The worker died before the browser's memory was changed: it is as it was before `work`. */
async function diesBefore(work: () => Promise<unknown>): Promise<void> {
  const session = new Map(background.session);
  await work();
  background.session.clear();
  for (const [key, value] of session) background.session.set(key, value);
  await background.kill();
}

describe('while a renewal waits for its recovery code', () => {
  it('no set-up begins over the vault', async () => {
    await filled();
    await waitingRenewal();
    expect(await background.ask('setupBegin', { pin: NEXT, mode: 'basic', second: null })).toEqual({
      ok: false,
      error: 'vault-exists',
    });
    await background.ask('setupCancel');
    expect(await accounts()).toEqual(['Acme']);
  });

  it('a database that is lost comes back before it is sealed anew', async () => {
    await filled();
    const question = await waitingRenewal(NEXT);
    loseDatabase();
    await background.kill();
    await confirmCode(background, question);
    expect(await accounts()).toEqual(['Acme']);
    await background.restart();
    expect(await background.ask('unlock', { pin: NEXT })).toMatchObject({ ok: true });
    expect(await accounts()).toEqual(['Acme']);
  });

  it('with both stores lost, nothing is written and the loss is said', async () => {
    await filled();
    const question = await waitingRenewal(NEXT);
    loseDatabase();
    background.local.delete('mirror');
    await background.kill();
    await expect(confirmCode(background, question)).rejects.toThrow('vault-corrupt');
    await background.ask('setupCancel');
    expect(await background.ask('status')).toMatchObject({ state: 'damaged' });
  });

  it('a change that was cut off behind its commit locks, and shows no unreadable accounts', async () => {
    await filled();
    const question = await waitingRenewal(NEXT);
    await diesBefore(() => confirmCode(background, question));
    expect(await background.ask('status')).toMatchObject({ state: 'locked' });
    expect(await background.ask('unlock', { pin: NEXT })).toMatchObject({ ok: true });
    expect(await accounts()).toEqual(['Acme']);
  });

  it('a sitting does not outlive the generation that it was opened for', async () => {
    await filled();
    await background.ask('renewalBegin', { purpose: 'mode', proofs: { pin: PIN } });
    const sitting = background.session.get('renewal');
    const chosen = await background.ask('renewalChoose', { pin: NEXT, mode: 'basic', second: null });
    if (!chosen.ok) throw new Error(chosen.error);
    await confirmCode(background, chosen.value);
    background.session.set('renewal', sitting);
    expect(await background.ask('renewalChoose', { pin: PIN, mode: 'basic', second: null })).toEqual({
      ok: false,
      error: 'no-renewal',
    });
  });
});

describe('a lost database', () => {
  it('is not shown as an empty list, whatever is asked at once', async () => {
    await filled();
    loseDatabase();
    await background.kill();
    const [, list] = await Promise.all([background.ask('status'), background.ask('accounts')]);
    expect(list.ok && list.value.accounts).toHaveLength(1);
    expect(await databases()).toHaveLength(1);
  });

  it('ends the session’s PIN of strong mode, whose device key is gone, and charges nothing for it', async () => {
    await filled({ mode: 'strong', second });
    await background.ask('lock');
    loseDatabase();
    await background.kill();
    expect(await background.ask('status')).toMatchObject({ lock: { asks: 'second' } });
    expect(await background.ask('unlock', { second })).toMatchObject({ ok: true });
    await background.ask('lock');
    expect(await background.ask('unlock', { pin: PIN })).toMatchObject({ ok: true });
  });

  it('of an older generation, put back, leaves no PIN that is refused though it is right', async () => {
    const code = await filled();
    const { readDeviceKey, readVault, replaceVault } = await import('../../src/platform/vault-db.ts');
    const old = (await readVault()) as Parameters<typeof replaceVault>[0];
    const device = await readDeviceKey();
    await confirmCode(background, await waitingRenewal(NEXT));
    await replaceVault({ ...old, attempts: null, device });
    const mirror = background.local.get('mirror') as { meta: { revision: number } };
    background.local.set('mirror', { ...mirror, meta: { ...mirror.meta, revision: 1000 } });
    await background.restart();
    expect(await background.ask('status')).toMatchObject({ lock: { pin: { kind: 'lost' } } });
    expect(
      await background.ask('renewalBegin', { purpose: 'recover', proofs: { recoveryCode: code } }),
    ).toEqual({ ok: false, error: 'other-vault' });
    expect(await databases()).toHaveLength(1);
  });

  it('takes no wrong tries away, one store lost after the other', async () => {
    await filled();
    await background.ask('lock');
    for (let i = 0; i < 3; i++) await background.ask('unlock', { pin: '000001' });
    background.local.delete('attempts');
    await background.restart();
    await background.ask('status');
    loseDatabase();
    await background.restart();
    await background.ask('status');
    const { loadAttempts } = await import('../../src/background/attempts-store.ts');
    expect(await loadAttempts()).toMatchObject({ failures: 3 });
  });
});

describe('a record that the second copy lost', () => {
  it('is written there again', async () => {
    await filled();
    const [key] = [...background.local.keys()].filter((name) => name.startsWith('mirror:'));
    background.local.delete(key ?? '');
    await background.restart();
    await background.ask('status');
    expect([...background.local.keys()]).toContain(key);
  });
});

it('a deleted record that a killed worker left in the second copy goes at the next look', async () => {
  await filled();
  const left = {
    ...(background.local.get([...background.local.keys()].find(isCopied) ?? '') as object),
    id: 'x',
  };
  background.local.set('mirror:x', left);
  await background.restart();
  await background.ask('status');
  expect(background.local.has('mirror:x')).toBe(false);
  expect([...background.local.keys()].filter(isCopied)).toHaveLength(2);
});

describe('a browser that cannot read its files', () => {
  const unknown = () => new DOMException('The operation failed', 'UnknownError');

  it('and lists no databases any more still finds the vault by name', async () => {
    await filled();
    vi.spyOn(indexedDB, 'databases').mockRejectedValue(unknown());
    await background.restart();
    expect(await background.ask('unlock', { pin: PIN })).toMatchObject({ ok: true });
    expect(await accounts()).toEqual(['Acme']);
  });

  it('looks for databases by name without making any', async () => {
    await filled();
    const before = await databases();
    const listing = vi.spyOn(indexedDB, 'databases').mockRejectedValue(unknown());
    await background.restart();
    await background.ask('status');
    listing.mockRestore();
    expect(await databases()).toEqual(before);
  });

  it.each(['restoreCopy', 'startOver'] as const)('and opens none leads out by %s', async (way) => {
    await filled();
    vi.spyOn(indexedDB, 'databases').mockRejectedValue(unknown());
    const { open } = IDBFactory.prototype;
    const broken = new Set(await databasesByName());
    vi.spyOn(indexedDB, 'open').mockImplementation(((name: string, version?: number) => {
      if (broken.has(name)) throw unknown();
      return open.call(indexedDB, name, version);
    }) as never);
    await background.restart();
    expect(await background.ask('status')).toMatchObject({ state: 'damaged', copy: 1 });
    if (way === 'restoreCopy') {
      expect(await background.ask('restoreCopy')).toEqual({ ok: true, value: null });
      expect(await background.ask('status')).toMatchObject({ state: 'locked' });
    } else {
      expect(await background.ask('startOver', { word: 'DELETE' })).toEqual({ ok: true, value: null });
      expect(background.local.size).toBe(0);
    }
  });

  async function databasesByName(): Promise<string[]> {
    const { currentDatabase } = await import('../../src/platform/vault-databases.ts');
    const name = (await currentDatabase())?.db.name;
    return name ? [name] : [];
  }

  it('says that reading failed as damage, with the second copy to restore', async () => {
    await filled();
    await background.restart();
    vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementation(() => {
      throw unknown();
    });
    expect(await background.ask('status')).toMatchObject({
      state: 'damaged',
      code: 'vault-corrupt',
      copy: 1,
    });
  });

  it('is looked at twice before it is called damaged', async () => {
    await filled();
    await background.restart();
    vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementationOnce(() => {
      throw unknown();
    });
    expect(await background.ask('status')).toMatchObject({ state: 'locked' });
  });
});

it('a vault that came back from the second copy is known to have been there', async () => {
  await filled();
  const vault = background.local.get('sentinel');
  background.local.delete('sentinel');
  loseDatabase();
  await background.restart();
  expect(await background.ask('status')).toMatchObject({ state: 'locked' });
  expect(background.local.get('sentinel')).toEqual(vault);
});

describe('starting over', () => {
  it('while the vault is being healed ends with nothing', async () => {
    await filled();
    loseDatabase();
    await background.restart();
    await Promise.all([background.ask('status'), background.ask('startOver', { word: 'DELETE' })]);
    expect(await background.ask('status')).toEqual({ state: 'none' });
    expect(background.local.size).toBe(0);
  });

  it('that was broken off ends at the next look', async () => {
    await filled();
    const vault = background.local.get('sentinel');
    background.local.clear();
    background.local.set('erasing', vault);
    await background.restart();
    expect(await background.ask('status')).toEqual({ state: 'none' });
    expect(await databases()).toEqual([]);
  });
});

it('a database that the browser clears away while the PIN is tried heals within the same request', async () => {
  await filled();
  await background.restart();
  await background.ask('status');
  const { forgetDatabase } = await import('../../src/platform/vault-databases.ts');
  const { importKey } = crypto.subtle;
  // As late as the stretching: what was read is known, and the answer finds no database to be written to.
  vi.spyOn(crypto.subtle, 'importKey').mockImplementationOnce(async (...args: unknown[]) => {
    loseDatabase();
    forgetDatabase();
    return importKey.apply(crypto.subtle, args as never);
  });
  expect(await background.ask('unlock', { pin: PIN })).toMatchObject({ error: { pin: { kind: 'lost' } } });
});

it('a mark of an erasure that comes back with an older store erases no other vault', async () => {
  await filled();
  background.local.set('erasing', 'bm90IHRoaXMgdmF1bHQhIQ==');
  await background.restart();
  expect(await background.ask('status')).toMatchObject({ state: 'locked' });
  expect(background.local.has('erasing')).toBe(false);
});

it('nor its second copy, where the database is lost as well', async () => {
  await filled();
  background.local.set('erasing', 'bm90IHRoaXMgdmF1bHQhIQ==');
  await background.restart();
  loseDatabase();
  expect(await background.ask('status')).toMatchObject({ state: 'locked' });
});

describe('old blocks', () => {
  it('that a killed worker left are erased at the next look', async () => {
    await filled();
    const before = await databases();
    const { readSlots, writeSlots } = await import('../../src/platform/vault-db.ts');
    // The commit of a changed PIN, and no more than that.
    await writeSlots({ put: (await readSlots()) as { id: string }[], remove: [] });
    await background.kill();
    await background.ask('status');
    const after = await databases();
    expect(after).toHaveLength(1);
    expect(after).not.toEqual(before);
  });

  it('on a full disk are left for the next look, and the change stands', async () => {
    await filled();
    const { put } = IDBObjectStore.prototype;
    let meta = 0;
    const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
      this: IDBObjectStore,
      value: unknown,
      key?: IDBValidKey,
    ) {
      if (key === 'kept' && ++meta > 0) throw new DOMException('full', 'QuotaExceededError');
      return put.call(this, value, key);
    } as never);
    expect(await background.ask('changePin', { pin: PIN, next: NEXT })).toMatchObject({ ok: true });
    expect(meta).toBe(1);
    full.mockRestore();
    await background.ask('lock');
    expect(await background.ask('unlock', { pin: NEXT })).toMatchObject({ ok: true });
    expect(await accounts()).toEqual(['Acme']);
  });
});

it('a recovery whose worker dies behind the commit leaves a PIN that is not spent', async () => {
  const recoveryCode = await filled();
  background.local.set('attempts', { failures: 9, lastFailureAt: 0 });
  await background.restart();
  await background.ask('status');
  await background.ask('unlock', { pin: NEXT });
  expect(await background.ask('status')).toMatchObject({ lock: { pin: { kind: 'spent' } } });
  await background.ask('renewalBegin', { purpose: 'recover', proofs: { recoveryCode } });
  const question = await background.ask('renewalChoose', { pin: NEXT, mode: 'basic', second: null });
  if (!question.ok) throw new Error(question.error);
  const { storage } = background.browser;
  const set = storage.local.set;
  let reached = false;
  storage.local.set = async (items) => {
    if (!('attempts' in items)) return set(items);
    reached = true;
    return new Promise(() => undefined);
  };
  void confirmCode(background, question.value);
  await vi.waitUntil(() => reached, { timeout: 5000 });
  storage.local.set = set;
  await background.kill();
  await background.ask('status');
  expect(await background.ask('unlock', { pin: NEXT })).toMatchObject({ ok: true });
  expect(await accounts()).toEqual(['Acme']);
});

describe('a second store that the browser cannot read or write', () => {
  function breakLocal(): () => void {
    const { local } = background.browser.storage;
    const whole = { ...local };
    const broken = async () => {
      throw new Error('An unexpected error occurred');
    };
    Object.assign(local, { get: broken, set: broken, remove: broken, clear: broken });
    return () => void Object.assign(local, whole);
  }

  it('keeps nobody from the vault, and is said', async () => {
    await filled();
    await background.restart();
    const mend = breakLocal();
    expect(await background.ask('status')).toMatchObject({ state: 'locked' });
    expect(await background.ask('unlock', { pin: NEXT })).toMatchObject({ ok: false });
    expect(await background.ask('unlock', { pin: PIN })).toMatchObject({ ok: true });
    expect(await background.ask('status')).toMatchObject({ failuresBefore: 1, mirrored: false });
    await addAccount(background, URI.replace('QOJQ&', 'QOJR&'), null);
    expect(await background.ask('changePin', { pin: PIN, next: NEXT })).toMatchObject({ ok: true });
    expect(await accounts()).toHaveLength(2);
    await expect(background.ask('changeSettings', { theme: 'dark' })).rejects.toThrow('storage-blocked');
    mend();
    await background.restart();
    await background.ask('status');
    expect(await background.ask('unlock', { pin: NEXT })).toMatchObject({ ok: true });
    expect(await background.ask('status')).toMatchObject({ mirrored: true });
    expect(await databases()).toHaveLength(1);
  });

  it('is no first run where the database is gone as well', async () => {
    await filled();
    await background.restart();
    loseDatabase();
    breakLocal();
    expect(await background.ask('status')).toMatchObject({ state: 'damaged', code: 'vault-missing' });
  });

  it('keeps nobody from starting over', async () => {
    await filled();
    await background.restart();
    breakLocal();
    await background.ask('startOver', { word: 'DELETE' }).catch(() => undefined);
    expect(await databases()).toEqual([]);
  });
});

it('a change of the PIN in strong mode that is cut off leaves one PIN, not two', async () => {
  await filled({ mode: 'strong', second });
  const { storage } = background.browser;
  const set = storage.session.set;
  // The worker dies where the new slot of the session would be written.
  storage.session.set = async (items) => {
    if ('sessionPin' in items) throw new Error('dead');
    return set(items);
  };
  await background.ask('changePin', { pin: PIN, next: NEXT }).catch(() => undefined);
  storage.session.set = set;
  await background.kill();
  await background.ask('lock');
  expect(await background.ask('status')).toMatchObject({ lock: { asks: 'second' } });
  await background.ask('unlock', { second });
  await background.ask('lock');
  expect(await background.ask('unlock', { pin: PIN })).toMatchObject({ ok: false });
  expect(await background.ask('unlock', { pin: NEXT })).toMatchObject({ ok: true });
});
