/** Ways around a limit: what must not open, weaken, spend or bring back more than it may. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { BackupHeader } from '../../src/vault/backup-file.ts';
import { addAccount, type Background, makeVault, renew, startBackground } from '../fakes/background.ts';

const PIN = '493817';
const NEXT = '860424';
const WRONG = '204817';
const URI = 'otpauth://totp/Acme:ann?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Acme';
const OTHER = 'otpauth://totp/Beta:bob?secret=KRSXG5CTMVRXEZLUKRSXG5CTMVRXEZLU&issuer=Beta';
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

async function issuers() {
  const list = await background.ask('accounts');
  return list.ok ? list.value.accounts.map(({ issuer }) => issuer).sort() : list.error;
}

async function database() {
  const { currentDatabase } = await import('../../src/platform/vault-databases.ts');
  const current = await currentDatabase();
  if (!current) throw new Error('no database');
  return current.db;
}

async function stored() {
  const { readVault } = await import('../../src/platform/vault-db.ts');
  return (await readVault()) as { meta: object; records: { id: string; kind: string; sealed: Uint8Array }[] };
}

const pinState = async () => {
  const status = await background.ask('status');
  return status.state === 'locked' ? status.lock.pin : status.state;
};

async function madeBackup(): Promise<string> {
  const made = await background.ask('backupMake', { pin: PIN, secret: second });
  if (!made.ok) throw new Error('no backup');
  return made.value.file;
}

describe('weaker protection', () => {
  it('asks for the PIN, a later auto-lock too', async () => {
    await filled();
    expect(await background.ask('changeSettings', { autoLockMinutes: 1 })).toMatchObject({ ok: true });
    expect(await background.ask('changeSettings', { autoLockMinutes: 480 })).toMatchObject({
      error: 'needs-pin',
    });
    await background.ask('lock');
    expect(await background.ask('changeSettings', { autoLockMinutes: 480, pin: PIN })).toMatchObject({
      error: 'locked',
    });
  });

  it('does not come by a renewal of another name, nor of another mode', async () => {
    const recoveryCode = await filled({ mode: 'two-step', second });
    const proofs = { pin: PIN, second, recoveryCode };
    await expect(background.ask('renewalBegin', { purpose: 'x' as never, proofs })).rejects.toThrow();
    await background.ask('renewalBegin', { purpose: 'mode', proofs });
    const chosen = { pin: NEXT, mode: 'x' as never, second };
    expect(await background.ask('renewalChoose', chosen)).toMatchObject({ ok: false });
  });

  it('stays on where the store of the settings cannot be read', async () => {
    await filled();
    await background.ask('changeSettings', { pinForCodes: true });
    const { local } = background.browser.storage;
    local.get = async () => {
      throw new Error('An unexpected error occurred');
    };
    const list = await background.ask('accounts');
    expect(list.ok && list.value.accounts[0]?.code).toBe(null);
  });
});

describe('the count of wrong PINs', () => {
  it('is charged in both stores before the PIN is stretched', async () => {
    await filled();
    await background.ask('lock');
    const seen: unknown[] = [];
    const { stretch } =
      await vi.importActual<typeof import('../../src/vault/argon2.ts')>('../../src/vault/argon2.ts');
    vi.doMock('../../src/vault/argon2.ts', async (original) => ({
      ...(await original<object>()),
      stretch: async (...args: Parameters<typeof stretch>) => {
        seen.push(await (await database()).get('attempts', 'pin'), background.local.get('attempts'));
        return stretch(...args);
      },
    }));
    await background.kill();
    await background.ask('unlock', { pin: WRONG });
    vi.doUnmock('../../src/vault/argon2.ts');
    expect(seen).toMatchObject([{ failures: 1 }, { failures: 1 }]);
  });

  it('is not cleared by any PIN that comes with a right passphrase', async () => {
    await filled({ mode: 'strong', second });
    await background.ask('lock');
    for (let i = 0; i < 3; i++) await background.ask('unlock', { pin: WRONG });
    await background.restart();
    expect(await background.ask('unlock', { pin: WRONG, second })).toMatchObject({ ok: true });
    expect(await background.ask('status')).toMatchObject({ failuresBefore: 3 });
    await background.ask('lock');
    expect(await pinState()).toMatchObject({ failures: 3 });
  });

  it('is not lowered by one store that is put back, with a rewriting to finish', async () => {
    await filled();
    await background.ask('lock');
    for (let i = 0; i < 3; i++) await background.ask('unlock', { pin: WRONG });
    const { writeAttempts } = await import('../../src/platform/vault-db.ts');
    await writeAttempts({ failures: 0, lastFailureAt: 0 });
    await (await database()).put('meta', true, 'stale');
    await background.restart();
    expect(await pinState()).toMatchObject({ failures: 3 });
  });

  it('is not charged for a PIN beside two proofs that open without it', async () => {
    for (let i = 0; i < 4; i++) {
      background = await startBackground();
      const recoveryCode = await filled({ mode: 'two-step', second });
      await background.ask('lock');
      const proofs = { pin: WRONG, second, recoveryCode };
      expect(await background.ask('renewalBegin', { purpose: 'recover', proofs })).toMatchObject({
        ok: true,
      });
      const { loadAttempts } = await import('../../src/background/attempts-store.ts');
      expect(await loadAttempts()).toMatchObject({ failures: 0 });
    }
  });
});

it('a last copy leaves this device’s half of the key to the recovery contact here', async () => {
  await filled();
  await background.ask('contactMake', { pin: PIN });
  const copy = await background.ask('sealedCopy');
  if (!copy.ok) throw new Error('no copy');
  const { fromBase64 } = await import('../../src/core/base64.ts');
  const { readBackup } = await import('../../src/vault/backup-file.ts');
  const { factorTypes } = await import('../../src/vault/slot.ts');
  const file = await readBackup(fromBase64(copy.value.file) ?? new Uint8Array());
  if (!file.ok) throw new Error(file.error);
  expect(file.value.header.slots.map(factorTypes)).toEqual([['recovery']]);
});

it('a backup of a stranger with many slots is none', async () => {
  await filled();
  const { fromBase64 } = await import('../../src/core/base64.ts');
  const { readBackup, writeCopy } = await import('../../src/vault/backup-file.ts');
  const file = await readBackup(fromBase64(await madeBackup()) ?? new Uint8Array());
  if (!file.ok) throw new Error(file.error);
  const { header }: { header: BackupHeader } = file.value;
  const many = Array.from({ length: 9 }, () => header.slots).flat();
  expect(await readBackup(await writeCopy([], header, Date.now(), many))).toMatchObject({
    error: 'backup-damaged',
  });
});

describe('a record that is spoiled in the database and whole in the second copy', () => {
  async function spoil(): Promise<void> {
    const account = (await stored()).records.find(({ kind }) => kind === 'account');
    if (!account) throw new Error('no account');
    await (await database()).put('records', { ...account, sealed: account.sealed.slice(0, 40) } as never);
  }

  it('comes through a recovery', async () => {
    const recoveryCode = await filled();
    await background.ask('lock');
    await spoil();
    await background.restart();
    await renew(background, 'recover', { recoveryCode }, { pin: NEXT, mode: 'basic', second: null });
    await background.ask('unlock', { pin: NEXT });
    expect(await issuers()).toEqual(['Acme']);
  });

  it('comes through a change of the mode, spoiled while the vault was open', async () => {
    await filled();
    await spoil();
    await renew(background, 'mode', { pin: PIN }, { pin: PIN, mode: 'basic', second: null });
    expect(await issuers()).toEqual(['Acme']);
  });

  it('comes through a rewriting that was broken off', async () => {
    await filled();
    await background.ask('lock');
    await spoil();
    await (await database()).put('meta', true, 'stale');
    await background.restart();
    await background.ask('unlock', { pin: PIN });
    expect(await issuers()).toEqual(['Acme']);
  });
});

describe('the second copy', () => {
  it('heals an older database that has a rewriting to finish', async () => {
    await filled();
    const old = await stored();
    await addAccount(background, OTHER, null);
    const db = await database();
    for (const { id } of (await stored()).records)
      if (!old.records.some((record) => record.id === id)) await db.delete('records', id);
    await db.put('meta', old.meta, 'vault');
    await db.put('meta', true, 'stale');
    await background.restart();
    await background.ask('status');
    await background.ask('unlock', { pin: PIN });
    expect(await issuers()).toEqual(['Acme', 'Beta']);
  });

  it.each([
    ['cannot be made out', { vault: 7 }],
    ['is of a newer version', { format: 3 }],
  ])('that %s keeps nobody from a whole database', async (_, odd) => {
    await filled();
    const index = background.local.get('mirror') as { meta: object };
    background.local.set('mirror', { ...index, meta: { ...index.meta, ...odd } });
    await background.restart();
    expect(await background.ask('status')).toMatchObject({
      state: 'locked',
      lock: { pin: { kind: 'open' } },
    });
  });

  it('keeps its records when its index could not be read once', async () => {
    await filled();
    await background.restart();
    const { local } = background.browser.storage;
    const { get } = local;
    let reads = 0;
    local.get = async (keys) => {
      if (keys === 'mirror' && ++reads === 2) throw new Error('passing');
      return get(keys);
    };
    await background.ask('status');
    expect([...background.local.keys()].filter((key) => key.startsWith('mirror:'))).toHaveLength(2);
  });

  it('is not put over a database that is whole', async () => {
    await filled();
    await background.ask('lock');
    expect(await background.ask('restoreCopy')).toMatchObject({ ok: true });
    expect(await pinState()).toMatchObject({ kind: 'open' });
  });
});

describe('a vault of a newer version', () => {
  it('is replaced neither by its copy nor by a set-up', async () => {
    await filled();
    const file = await madeBackup();
    const db = await database();
    await db.put('meta', { ...(await stored()).meta, format: 3, revision: 99 }, 'vault');
    await background.restart();
    expect(await background.ask('status')).toMatchObject({ code: 'vault-too-new', copy: null });
    expect(await background.ask('restoreCopy')).toMatchObject({ error: 'no-copy' });
    await background.ask('restoreOpen', { file, second });
    const begun = { pin: NEXT, mode: 'basic' as const, second: null };
    expect(await background.ask('setupBegin', begun)).toMatchObject({ error: 'vault-exists' });
    expect((await stored()).meta).toMatchObject({ format: 3 });
  });
});

it('starting over finds a database of a high number where the browser lists none', async () => {
  await filled();
  for (let i = 0; i < 18; i++) await background.ask('contactMake', { pin: PIN });
  const list = indexedDB.databases.bind(indexedDB);
  vi.spyOn(indexedDB, 'databases').mockRejectedValue(new DOMException('', 'UnknownError'));
  await background.restart();
  await background.ask('status');
  await background.ask('startOver', { word: 'DELETE' });
  expect(await list()).toEqual([]);
  expect([...background.local.keys()]).toEqual([]);
});

describe('a renewal', () => {
  it('says which backups still need the code of then, and that the contact’s text opens nothing any more', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const recoveryCode = await filled();
    const made = await background.ask('backupMake', { pin: PIN, secret: { kind: 'recovery-code' } });
    if (!made.ok) throw new Error('no backup');
    await background.ask('backupCheck', { file: made.value.file });
    const at = Date.now();
    await background.ask('backupCheck', { file: await madeBackup() });
    await background.ask('contactMake', { pin: PIN });
    await background.ask('renewalBegin', { purpose: 'recover', proofs: { recoveryCode } });
    const question = await background.ask('renewalChoose', { pin: NEXT, mode: 'basic', second: null });
    const ends = { backups: [{ at, number: 1 }], contact: true };
    expect(question).toMatchObject({ value: { number: 2, ends } });
    expect(await background.ask('status')).toMatchObject({ state: 'setup', ends });
  });
});

it('a last copy can be saved where the database cannot be read', async () => {
  await filled();
  await (await database()).put('meta', { format: 2, vault: 7 }, 'vault');
  await background.restart();
  expect(await background.ask('status')).toMatchObject({ state: 'damaged', copy: 1 });
  const copy = await background.ask('sealedCopy');
  expect(copy).toMatchObject({ ok: true });
  if (copy.ok)
    expect(await background.ask('restoreHead', { file: copy.value.file })).toMatchObject({ ok: true });
});

it.each(['basic', 'strong', 'two-step'] as const)(
  'a changed PIN in %s mode rewrites the vault elsewhere',
  async (mode) => {
    await filled({ mode, second: mode === 'basic' ? null : second });
    const names = async () => (await indexedDB.databases()).map(({ name }) => name);
    const before = await names();
    const shown = { pin: PIN, ...(mode === 'two-step' && { second }) };
    expect(await background.ask('changePin', { ...shown, next: NEXT })).toMatchObject({ ok: true });
    expect(await names()).toHaveLength(1);
    expect(await names()).not.toEqual(before);
  },
);
