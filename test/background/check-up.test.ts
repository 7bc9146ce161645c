import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { addAccount, type Background, makeVault, startBackground } from '../fakes/background.ts';

const PIN = '493817';
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const OTHER = 'KRSXG5CTMVRXEZLUKRSXG5CTMVRXEZLU';
const WEAK = 'GEZDGNBVGY3TQOJQ';
let background: Background;

beforeEach(async () => {
  background = await startBackground();
  await makeVault(background, PIN);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

async function found() {
  const answer = await background.ask('checkUp');
  if (!answer.ok) throw new Error(answer.error);
  return answer.value;
}

/** Two accounts with one secret come from a backup or a renewal of settings; the preview refuses them. */
async function double(issuer: string, sites: string[]) {
  const { openVault } = await import('../../src/background/vault-session.ts');
  const { loadContent, putAccount } = await import('../../src/background/vault-store.ts');
  const { newAccountId } = await import('../../src/core/account.ts');
  const vault = await openVault(Date.now());
  if (!vault) throw new Error('locked');
  const [first] = (await loadContent(vault)).accounts.values();
  if (!first) throw new Error('nothing to double');
  const id = newAccountId(crypto.getRandomValues(new Uint8Array(16)));
  await putAccount(vault, { ...first, id, issuer, sites: sites as never, addedAt: first.addedAt + 1 });
  return id;
}

it('finds nothing in a sound vault but the backup and the mode', async () => {
  await addAccount(background, `otpauth://totp/Acme:ann?secret=${SECRET}`, 'acme.example');
  expect(await found()).toEqual({
    siteless: [],
    weak: [],
    duplicates: [],
    lookalikes: [],
    backupDays: null,
    mode: 'basic',
    recoveryCode: true,
  });
});

it('finds accounts without a site, with the sites of their issuer', async () => {
  const known = await addAccount(background, `otpauth://totp/Northwind:ann?secret=${SECRET}`, null);
  const unknown = await addAccount(background, `otpauth://totp/Nobody:bob?secret=${OTHER}`, null);
  expect((await found()).siteless).toEqual([
    {
      account: { id: known, issuer: 'Northwind', name: 'ann' },
      proposed: ['northwind.example', 'northwind-bank.example'],
    },
    { account: { id: unknown, issuer: 'Nobody', name: 'bob' }, proposed: [] },
  ]);
});

it('finds secrets below 128 bits, and where a new one is made', async () => {
  const uri = (name: string, secret: string) => `otpauth://totp/${name}:ann?secret=${secret}`;
  await addAccount(background, uri('Long', 'GEZDGNBVGY3TQOJQGEZDGNBVGY'), 'acme.example');
  await addAccount(background, uri('Northwind', WEAK), 'northwind.example');
  await addAccount(background, uri('Contoso', `${WEAK.slice(0, 14)}CA`), null);
  await addAccount(background, uri('Acme', `${WEAK.slice(0, 14)}AA`), 'acme.example');
  await addAccount(background, uri('Home', `${WEAK.slice(0, 14)}BA`), 'localhost:8080');
  expect((await found()).weak.map(({ account, page }) => [account.issuer, page])).toEqual([
    ['Northwind', 'https://help.northwind.example/two-step'],
    ['Contoso', 'https://contoso.example/'],
    ['Acme', 'https://acme.example/'],
    ['Home', null],
  ]);
});

it('finds accounts that make the same codes, and makes one of them with the sites of all', async () => {
  await addAccount(background, `otpauth://totp/Acme:ann?secret=${SECRET}`, null);
  const second = await double('Acme again', ['acme.example']);
  const third = await double('And again', ['acme.test']);
  const other = await addAccount(background, `otpauth://totp/Acme:bob?secret=${OTHER}`, 'acme.example');
  const longer = `otpauth://totp/Acme:eight?digits=8&secret=${SECRET}`;
  const eight = await addAccount(background, longer, 'acme.example');
  const [group, ...more] = (await found()).duplicates;
  expect(more).toEqual([]);
  expect(group?.keep.id).toBe(second);
  expect(group?.others.map(({ issuer }) => issuer)).toEqual(['And again', 'Acme']);
  expect(await background.ask('mergeDuplicates', { id: second })).toEqual({ ok: true, value: null });
  await background.kill();
  const list = await background.ask('accounts');
  const accounts = list.ok ? list.value.accounts : [];
  expect(accounts.map(({ id }) => id).sort()).toEqual([second, other, eight].sort());
  expect(accounts.map(({ id }) => id)).not.toContain(third);
  expect(accounts.find(({ id }) => id === second)?.sites).toEqual(['acme.example', 'acme.test']);
  expect((await found()).duplicates).toEqual([]);
  expect(await background.ask('mergeDuplicates', { id: third })).toEqual({ ok: false, error: 'no-account' });
});

it('finds sites that resemble another one of the vault, but not those that the table knows', async () => {
  await addAccount(background, `otpauth://totp/Northwind:ann?secret=${SECRET}`, 'northwind.example');
  const id = await addAccount(
    background,
    `otpauth://totp/Other:ann?secret=${OTHER}`,
    'northwind-bank.example',
  );
  const sites = ['northwind-bank.example', 'northw1nd.example'];
  await background.ask('editAccount', {
    id,
    issuer: 'Other',
    name: 'ann',
    sites,
    typed: ['northw1nd.example'],
  });
  expect((await found()).lookalikes).toEqual([
    {
      account: { id, issuer: 'Other', name: 'ann' },
      site: 'northw1nd.example',
      resembles: 'northwind.example',
    },
  ]);
});

it('says nothing while locked, and no secret or code ever', async () => {
  await addAccount(background, `otpauth://totp/Acme:ann?secret=${WEAK}`, null);
  await double('Again', []);
  const list = await background.ask('accounts');
  const [first] = list.ok ? list.value.accounts : [];
  const told = JSON.stringify(await found());
  expect(told).toContain('Again');
  expect(told).not.toContain(WEAK);
  expect(told).not.toContain(btoa('1234567890'));
  expect(told).not.toContain(first?.code?.code ?? WEAK);
  await background.ask('lock');
  expect(await background.ask('checkUp')).toEqual({ ok: false, error: 'locked' });
  expect(await background.ask('mergeDuplicates', { id: first?.id as never })).toEqual({
    ok: false,
    error: 'locked',
  });
});
