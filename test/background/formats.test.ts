import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { toCurrentFormat } from '../../src/vault/format.ts';
import { parseSlot } from '../../src/vault/slot.ts';
import { type Background, startBackground } from '../fakes/background.ts';
import backups from '../vectors/backup-v1.json' with { type: 'json' };
import v1 from '../vectors/vault-v1.json' with { type: 'json' };
import v2 from '../vectors/vault-v2.json' with { type: 'json' };

let background: Background;

beforeEach(async () => {
  background = await startBackground();
  background.show('https://acme.example/');
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const bytes = (text: string) => Uint8Array.from(Buffer.from(text, 'base64'));
const withBytes = (golden: typeof v1 | typeof v2) => ({
  meta: golden.meta,
  slots: golden.slots.map((slot) => ({ ...slot, salt: bytes(slot.salt), sealed: bytes(slot.sealed) })),
  records: golden.records.map((record) => ({ ...record, sealed: bytes(record.sealed) })),
});

/** Puts a golden vault where a browser would have it. */
async function lay(golden: typeof v1 | typeof v2, name: string): Promise<void> {
  const device = await crypto.subtle.importKey(
    'raw',
    bytes(golden.deviceKey),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['sign'],
  );
  const { openDB } = await import('idb');
  const db = await openDB(name, 1, {
    upgrade(made) {
      for (const store of ['meta', 'keys', 'attempts']) made.createObjectStore(store);
      for (const store of ['slots', 'records']) made.createObjectStore(store, { keyPath: 'id' });
    },
  });
  const { meta, slots, records } = withBytes(golden);
  await db.put('meta', meta, 'vault');
  await db.put('keys', device, 'device');
  for (const slot of slots) await db.put('slots', slot);
  for (const record of records) await db.put('records', record);
  db.close();
}

async function accounts() {
  const list = await background.ask('accounts');
  if (!list.ok) return list.error;
  const named = list.value.accounts.map(({ issuer, name }) => ({ issuer, name }));
  return named.sort((a, b) => a.issuer.localeCompare(b.issuer));
}

describe('a vault of format 1', () => {
  beforeEach(() => lay(v1, 'tweestap'));

  it('opens with its PIN, and is of this format from then on', async () => {
    expect(await background.ask('status')).toMatchObject({ state: 'locked', lock: { mode: 'basic' } });
    const { readMeta } = await import('../../src/platform/vault-db.ts');
    expect(await readMeta()).toMatchObject({ format: 2, vault: v1.meta.vault, generation: 1 });
    expect((await indexedDB.databases()).map(({ name }) => name)).toEqual(['tweestap-1']);
    expect(await background.ask('unlock', { pin: v1.pin })).toMatchObject({ ok: true });
    expect(await accounts()).toEqual(v1.accounts);
    await background.restart();
    expect(await background.ask('unlock', { pin: v1.pin })).toMatchObject({ ok: true });
  });

  it('opens with its recovery code', async () => {
    expect(
      await background.ask('renewalBegin', { purpose: 'recover', proofs: { recoveryCode: v1.recoveryCode } }),
    ).toEqual({ ok: true, value: null });
  });

  it('gets a slot of this format with another PIN', async () => {
    await background.ask('unlock', { pin: v1.pin });
    expect(await background.ask('changePin', { pin: v1.pin, next: '860424' })).toMatchObject({ ok: true });
    await background.ask('lock');
    expect(await background.ask('unlock', { pin: '860424' })).toMatchObject({ ok: true });
    expect(await accounts()).toEqual(v1.accounts);
  });

  it('says that a backup under the recovery code needs a new code first', async () => {
    await background.ask('unlock', { pin: v1.pin });
    expect(await background.ask('backupMake', { pin: v1.pin, secret: { kind: 'recovery-code' } })).toEqual({
      ok: false,
      error: 'no-keyring',
    });
  });
});

describe('a vault of format 2', () => {
  beforeEach(() => lay(v2, 'tweestap-4'));
  const second = { kind: 'passphrase' as const, passphrase: v2.passphrase };

  it('opens with PIN and passphrase', async () => {
    expect(await background.ask('unlock', { pin: v2.pin, second })).toMatchObject({ ok: true });
    expect(await accounts()).toEqual(v2.accounts);
  });

  it.each([
    ['the recovery code and the PIN', { recoveryCode: v2.recoveryCode, pin: v2.pin }],
    ['the recovery code and the passphrase', { recoveryCode: v2.recoveryCode, second }],
    ['the contact’s text and the passphrase', { contact: v2.contactText, second }],
  ])('recovers with %s', async (_, proofs) => {
    expect(await background.ask('renewalBegin', { purpose: 'recover', proofs })).toEqual({
      ok: true,
      value: null,
    });
  });
});

it('of a newer format is refused, and nothing of it is changed', async () => {
  await lay({ ...v2, meta: { ...v2.meta, format: 3 } }, 'tweestap-4');
  expect(await background.ask('status')).toMatchObject({ state: 'damaged', code: 'vault-too-new' });
  await expect(background.ask('unlock', { pin: v2.pin })).rejects.toThrow('vault-too-new');
  expect((await indexedDB.databases()).map(({ name }) => name)).toEqual(['tweestap-4']);
});

it('that stands below a database that does not open is the vault, and the other is left alone', async () => {
  await lay(v2, 'tweestap-4');
  const { openDB } = await import('idb');
  // Of a later version than ours: it refuses to be opened.
  (await openDB('tweestap-5', 2)).close();
  expect(await background.ask('status')).toMatchObject({ state: 'locked', lock: { mode: 'two-step' } });
  expect((await indexedDB.databases()).map(({ name }) => name)).toEqual(['tweestap-4', 'tweestap-5']);
});

it('the way from format 1 is pure, and ends whole', () => {
  const stored = withBytes(v1);
  const before = JSON.stringify(stored);
  const next = toCurrentFormat(stored);
  expect(JSON.stringify(stored)).toBe(before);
  expect(next.slots.map(parseSlot)).not.toContain(null);
  expect(next.records).toEqual(stored.records);
  expect(toCurrentFormat(next)).toEqual(next);
});

describe('backup files of version 1', () => {
  it.each(backups.files)('still open by $what', async ({ file, opens: { passphrase, ...opens } }) => {
    const second = passphrase ? { second: { kind: 'passphrase' as const, passphrase } } : {};
    expect(await background.ask('restoreOpen', { file, ...opens, ...second })).toEqual({
      ok: true,
      value: { madeAt: backups.madeAt, fresh: [backups.account], duplicates: [], unreadable: 0 },
    });
  });
});
