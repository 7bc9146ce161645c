import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fromBase64, toBase64 } from '../../src/core/base64.ts';
import type { FromOwnPage } from '../../src/messages/protocol.ts';
import type { NewSecond } from '../../src/messages/views.ts';
import { addAccount, type Background, makeVault, renew, startBackground } from '../fakes/background.ts';

const PIN = '493817';
const PASSPHRASE = 'correct horse battery';
const URI = 'otpauth://totp/Acme:ann?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Acme';
const OTHER = 'otpauth://totp/Other:bob?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJR&digits=8';
const second: NewSecond = { kind: 'passphrase', passphrase: PASSPHRASE };

const phrase = (passphrase: string) => ({ kind: 'passphrase' as const, passphrase });

let background: Background;
let recoveryCode: string;

beforeEach(async () => {
  background = await startBackground();
  background.show('https://acme.example/');
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function filled(options: Parameters<typeof makeVault>[2] = {}) {
  recoveryCode = await makeVault(background, PIN, options);
  await addAccount(background, URI, 'acme.example');
  await addAccount(background, OTHER, null);
}

async function backup(secret: Parameters<FromOwnPage['backupMake']>[0]['secret']) {
  const made = await background.ask('backupMake', { pin: PIN, secret });
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  return made.value;
}

/** Another computer: another browser profile with a vault of its own. */
async function elsewhere() {
  background = await startBackground();
  background.show('https://acme.example/');
  await makeVault(background, '860424');
}

async function issuers() {
  const list = await background.ask('accounts');
  return list.ok ? list.value.accounts.map(({ issuer }) => issuer).sort() : list.error;
}

describe('a backup', () => {
  it('asks for the PIN, and is verified when it was read back', async () => {
    await filled();
    const secret = { kind: 'passphrase' as const, passphrase: PASSPHRASE };
    expect(await background.ask('backupMake', { pin: '000001', secret })).toMatchObject({
      error: { code: 'wrong-pin' },
    });
    expect(await background.ask('status')).toMatchObject({ backupDays: null });
    const { file, accounts } = await backup(secret);
    expect(accounts).toBe(2);
    const cut = toBase64((fromBase64(file) ?? new Uint8Array()).slice(0, -5));
    expect(await background.ask('backupCheck', { file: cut })).toEqual({ ok: false, error: 'backup-cut' });
    const other = await backup(secret);
    expect(await background.ask('backupCheck', { file })).toEqual({ ok: false, error: 'other-file' });
    expect(await background.ask('status')).toMatchObject({ backupDays: null });
    expect(await background.ask('backupCheck', { file: other.file })).toEqual({
      ok: true,
      value: { accounts: 2 },
    });
    expect(await background.ask('status')).toMatchObject({ backupDays: 0 });
    expect(await background.ask('backupCheck', { file: other.file })).toEqual({
      ok: false,
      error: 'no-backup',
    });
  });

  it('under a passphrase brings everything back elsewhere, and doubles nothing', async () => {
    await filled();
    const { file } = await backup({ kind: 'passphrase', passphrase: PASSPHRASE });
    await elsewhere();
    await addAccount(background, URI.replaceAll('Acme', 'Renamed'), null);
    expect(await background.ask('restoreHead', { file })).toMatchObject({
      ok: true,
      value: { ways: [['second']], number: null },
    });
    expect(await background.ask('restoreOpen', { file, second: phrase('wrong wrong wrong') })).toEqual({
      ok: false,
      error: 'wrong-passphrase',
    });
    expect(await background.ask('restoreOpen', { file, second: phrase(`  ${PASSPHRASE} `) })).toMatchObject({
      ok: true,
      value: {
        fresh: [{ issuer: 'Other', name: 'bob' }],
        duplicates: [{ issuer: 'Acme', name: 'ann' }],
        unreadable: 0,
      },
    });
    await background.kill();
    expect(await background.ask('restoreMerge')).toEqual({ ok: true, value: { added: 1 } });
    expect(await issuers()).toEqual(['Other', 'Renamed']);
    await background.ask('restoreOpen', { file, second: phrase(PASSPHRASE) });
    expect(await background.ask('restoreMerge')).toEqual({ ok: true, value: { added: 0 } });
    expect(await background.ask('restoreMerge')).toEqual({ ok: false, error: 'no-restore' });
  });

  it('under the recovery code names which one, also after the vault has a new one', async () => {
    await filled();
    const { file } = await backup({ kind: 'recovery-code' });
    const next = await renew(background, 'mode', { pin: PIN }, { pin: PIN, mode: 'strong', second });
    expect(await background.ask('restoreHead', { file })).toMatchObject({
      value: { ways: [['recovery-code']], number: 1 },
    });
    expect(await background.ask('restoreOpen', { file, recoveryCode: next })).toEqual({
      ok: false,
      error: 'other-code',
    });
    expect(await background.ask('restoreOpen', { file, recoveryCode })).toMatchObject({ ok: true });
  });

  it('of two-step mode asks for two elsewhere', async () => {
    await filled({ mode: 'two-step', second });
    const { file } = await backup({ kind: 'recovery-code' });
    await elsewhere();
    expect(await background.ask('restoreHead', { file })).toMatchObject({
      value: { ways: [['recovery-code', 'pin']] },
    });
    expect(await background.ask('restoreOpen', { file, recoveryCode })).toMatchObject({ ok: false });
    expect(await background.ask('restoreOpen', { file, recoveryCode, pin: '000001' })).toMatchObject({
      ok: false,
    });
    expect(await background.ask('restoreOpen', { file, recoveryCode, pin: PIN })).toMatchObject({ ok: true });
  });

  it('that was opened before there was a vault waits for it', async () => {
    await filled();
    const { file } = await backup({ kind: 'recovery-code' });
    background = await startBackground();
    expect(await background.ask('restoreOpen', { file, recoveryCode })).toMatchObject({
      value: { fresh: [{ issuer: 'Acme' }, { issuer: 'Other' }] },
    });
    await makeVault(background, '860424');
    expect(await background.ask('restoreMerge')).toEqual({ ok: true, value: { added: 2 } });
    expect(await issuers()).toEqual(['Acme', 'Other']);
  });

  it('goes over a vault that cannot be read', async () => {
    await filled();
    const { file } = await backup({ kind: 'recovery-code' });
    const { IDBFactory } = await import('fake-indexeddb');
    vi.stubGlobal('indexedDB', new IDBFactory());
    background.local.delete('mirror');
    await background.restart();
    expect(await background.ask('status')).toMatchObject({ state: 'damaged' });
    expect(await background.ask('setupBegin', { pin: PIN, mode: 'basic', second: null })).toMatchObject({
      ok: false,
    });
    await background.ask('restoreOpen', { file, recoveryCode });
    await makeVault(background, PIN);
    await background.ask('restoreMerge');
    expect(await issuers()).toEqual(['Acme', 'Other']);
  });

  it('is forgotten after ten minutes', async () => {
    await filled();
    const { file } = await backup({ kind: 'recovery-code' });
    await background.ask('restoreOpen', { file, recoveryCode });
    vi.useFakeTimers({ now: Date.now() + 10 * 60_000 + 1, toFake: ['Date'] });
    expect(await background.ask('restorePreview')).toBeNull();
  });

  it('of what it cannot read says how much', async () => {
    await filled();
    const { writeBackup } = await import('../../src/vault/backup-file.ts');
    const { stretchNew } = await import('../../src/vault/stretched.ts');
    const belongs = { vault: 'AAAAAAAAAAAAAAAAAAAAAA==', generation: 1 };
    const made = await writeBackup({ accounts: [{}, 7, null] }, belongs, 0, ['passphrase'], {
      second: { kind: 'passphrase', ...(await stretchNew(PASSPHRASE)) },
    });
    expect(
      await background.ask('restoreOpen', { file: toBase64(made.file), second: phrase(PASSPHRASE) }),
    ).toMatchObject({ value: { fresh: [], unreadable: 3 } });
  });
});

describe('the sealed copy', () => {
  it('is made without a secret, holds none, and opens elsewhere with the recovery code', async () => {
    await filled();
    await background.ask('lock');
    const copy = await background.ask('sealedCopy');
    if (!copy.ok) throw new Error(copy.error);
    const { file } = copy.value;
    expect(atob(file)).not.toMatch(/Acme|GEZDGNBV|"pin"/);
    await elsewhere();
    expect(await background.ask('restoreHead', { file })).toMatchObject({
      value: { ways: [['recovery-code']], number: 1 },
    });
    expect(await background.ask('restoreOpen', { file, recoveryCode })).toMatchObject({ ok: true });
    expect(await background.ask('restoreMerge')).toEqual({ ok: true, value: { added: 2 } });
    expect(await issuers()).toEqual(['Acme', 'Other']);
  });

  it('of two-step mode takes the PIN or the passphrase as well', async () => {
    await filled({ mode: 'two-step', second });
    const copy = await background.ask('sealedCopy');
    if (!copy.ok) throw new Error(copy.error);
    const { file } = copy.value;
    await elsewhere();
    expect(await background.ask('restoreOpen', { file, recoveryCode })).toMatchObject({ ok: false });
    expect(await background.ask('restoreOpen', { file, recoveryCode, pin: PIN })).toMatchObject({ ok: true });
    expect(
      await background.ask('restoreOpen', { file, recoveryCode, second: phrase(PASSPHRASE) }),
    ).toMatchObject({
      ok: true,
    });
  });

  it('is none where there is no vault', async () => {
    expect(await background.ask('sealedCopy')).toEqual({ ok: false, error: 'nothing-to-save' });
  });
});
