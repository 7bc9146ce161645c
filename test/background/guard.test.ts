import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AccountId, Site } from '../../src/core/account.ts';
import type { DocumentToken } from '../../src/messages/protocol.ts';
import { addAccount, type Background, makeVault, startBackground } from '../fakes/background.ts';

const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const DOCUMENT = '0b0f7b0e-1111-4222-8333-444455556666' as DocumentToken;
const PIN = '493817';
/** In the middle of a code's thirty seconds. */
const MID_STEP = Date.UTC(2026, 0, 1, 12, 0, 15);

let background: Background;
let id: AccountId;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: MID_STEP });
  background = await startBackground();
  background.answerOrders(({ name }) => {
    if (name === 'fieldHere') return { reply: { document: DOCUMENT, field: 'code', focused: true } };
    return { reply: name === 'fill' ? { done: true, how: 'value' } : null };
  });
  await makeVault(background, PIN);
  id = await addAccount(background, `otpauth://totp/Meadow:ann?secret=${SECRET}`, 'meadowbank.example');
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const offer = (enrols = true, frame = 0) =>
  background.askFrom(frame, 'offer', { document: DOCUMENT, enrols });
const NOTHING = { kind: 'none', maySave: false };
const codes = () => background.state.orders.filter(({ name }) => name === 'fill');
const sitesOf = async (of: AccountId) => {
  const list = await background.ask('accounts');
  return list.ok ? list.value.accounts.find((account) => account.id === of)?.sites : null;
};
const alike = (site: string, host = site, resembles = 'meadowbank.example') => ({
  ok: false,
  error: { code: 'lookalike', site, host, resembles },
});

/** A site, and the host at which it looks like meadowbank.example. */
const LOOKALIKES: [site: string, host: string][] = [
  ['meadowbnak.example', 'meadowbnak.example'],
  ['meadowbank.test', 'meadowbank.test'],
  ['meadowbank-login.example', 'meadowbank-login.example'],
  ['harmless.test', 'meadowbank.example.harmless.test'],
  // The e is Cyrillic.
  ['xn--madowbank-g0h.example', 'xn--madowbank-g0h.example'],
];

describe.each(LOOKALIKES)('at %s, seen as %s', (site, host) => {
  beforeEach(() => background.show(`https://${host}/2fa`));

  it('nothing is offered, also where the page shows a code to save', async () => {
    expect(await offer()).toEqual(NOTHING);
    expect(await offer(false)).toEqual(NOTHING);
  });

  it('the popup is told which domain it resembles', async () => {
    expect(await background.ask('siteFacts')).toMatchObject({
      ok: true,
      value: { site, service: null, resemblance: alike(site, host).error },
    });
  });

  it('a fill by hand needs the domain typed, and links nothing', async () => {
    const fill = (typed?: string) =>
      background.ask('fill', { id, link: site as Site, ...(typed !== undefined && { typed }) });
    for (const typed of [undefined, '', 'meadowbank.example', `${site}x`])
      expect(await fill(typed)).toEqual(alike(site, host));
    expect(codes()).toEqual([]);
    expect(await fill(` ${site.toUpperCase()} `)).toEqual({ ok: true, value: { site } });
    expect(codes()).toHaveLength(1);
    expect(await sitesOf(id)).toEqual(['meadowbank.example']);
    // Nothing has changed for the next time.
    expect(await offer()).toEqual(NOTHING);
    expect(await fill()).toEqual(alike(site, host));
  });

  it('a new account is kept for it once the domain was typed', async () => {
    const draft = await background.ask('draftFromUri', {
      uri: `otpauth://totp/Other:bob?secret=${SECRET.slice(0, 26)}`,
      from: 'page',
    });
    if (!draft.ok) throw new Error(String(draft.error));
    const { id: draftId, issuer, name } = draft.value.draft;
    const save = (typed?: string) =>
      background.ask('saveDraft', { id: draftId, issuer, name, site, ...(typed !== undefined && { typed }) });
    for (const typed of [undefined, host === site ? 'x' : host])
      expect(await save(typed)).toEqual(alike(site, host));
    expect(await save(site)).toMatchObject({ ok: true });
  });
});

describe('a site that is added by hand', () => {
  const edit = (sites: string[], typed?: string[]) =>
    background.ask('editAccount', { id, issuer: 'Meadow', name: 'ann', sites, ...(typed && { typed }) });

  it('is refused where it resembles one, until it was typed out', async () => {
    const sites = ['meadowbank.example', 'https://meadowbnak.example/login', 'meadowbank.test'];
    expect(await edit(sites)).toEqual(alike('meadowbnak.example'));
    expect(await edit(sites, ['meadowbnak.example'])).toEqual(alike('meadowbank.test'));
    expect(await sitesOf(id)).toEqual(['meadowbank.example']);
    expect(await edit(sites, ['meadowbnak.example', 'meadowbank.test'])).toEqual({ ok: true, value: null });
    expect(await sitesOf(id)).toEqual(['meadowbank.example', 'meadowbnak.example', 'meadowbank.test']);
  });

  it('is refused where it takes the place of the one that it resembles', async () => {
    expect(await edit(['meadowbnak.example'])).toEqual(alike('meadowbnak.example'));
  });

  it('is refused by the host that was typed, whatever its site', async () => {
    expect(await edit(['meadowbank.example.harmless.test'])).toEqual(
      alike('harmless.test', 'meadowbank.example.harmless.test'),
    );
  });

  it('belongs to the account from then on: it is offered there', async () => {
    await edit(['meadowbank.example', 'meadowbnak.example'], ['meadowbnak.example']);
    background.show('https://meadowbnak.example/');
    expect(await offer()).toEqual({ kind: 'popup' });
  });
});

it('a fill that the domain was typed for leaves nothing behind it', async () => {
  background.show('https://meadowbnak.example/');
  const typed = 'meadowbnak.example';
  expect(await background.ask('fill', { id, link: null, typed })).toMatchObject({ ok: true });
  vi.setSystemTime(Date.now() + 20_000);
  expect(await background.askFrom(0, 'refill', { document: DOCUMENT })).toEqual({
    ok: false,
    error: 'no-grant',
  });
  // Nor is a first fill there a second one, once the site is the account's.
  const sites = ['meadowbank.example', typed];
  await background.ask('editAccount', { id, issuer: 'Meadow', name: 'ann', sites, typed: [typed] });
  expect(await offer()).toEqual({ kind: 'popup' });
  vi.setSystemTime(Date.now() + 30_000);
  await background.ask('fill', { id, link: null });
  expect(await offer()).toEqual({ kind: 'fill' });
});

describe('the guard', () => {
  it('looks at the page around the frame too', async () => {
    background.show('https://meadowbank.example.harmless.test/', [
      { url: 'https://codes.harmless.test/', parent: 0 },
    ]);
    expect(await offer(true, 1)).toEqual(NOTHING);
    background.answerOrders(({ frameId, name }) => {
      if (name !== 'fieldHere') return { reply: null };
      return { reply: { document: DOCUMENT, field: frameId === 1 ? 'code' : 'none', focused: false } };
    });
    expect(await background.ask('fill', { id, link: 'harmless.test' as Site })).toEqual(
      alike('harmless.test', 'meadowbank.example.harmless.test'),
    );
  });

  it.each([
    ['the site of the account', 'https://login.meadowbank.example/', { kind: 'popup' }],
    ['a site that resembles none', 'https://elsewhere.example/', { kind: 'save' }],
    ['an address of the local network', 'http://localhost:8080/', { kind: 'save' }],
  ])('lets %s be', async (_, url, expected) => {
    background.show(url);
    expect(await offer()).toEqual(expected);
    expect(await background.ask('siteFacts')).toMatchObject({ value: { resemblance: null } });
  });

  it('lets be what the table knows, of services of the vault and of others', async () => {
    await addAccount(
      background,
      'otpauth://totp/N:ann?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY',
      'northwind.example',
    );
    background.show('https://northwind-bank.example/');
    expect(await offer()).toEqual({ kind: 'save' });
    background.show('https://northwind-shop.example/');
    expect(await offer()).toEqual(NOTHING);
  });

  it('takes the domains of the issuer for an account without a site', async () => {
    await addAccount(background, 'otpauth://totp/Contoso:ann?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY', null);
    background.show('https://contoso-login.example/');
    expect(await offer()).toEqual(NOTHING);
    expect(await background.ask('siteFacts')).toMatchObject({
      value: { resemblance: { resembles: 'contoso.example' } },
    });
  });

  it('guards the more where the table is lost or spoiled, and comes back with it', async () => {
    await addAccount(
      background,
      'otpauth://totp/N:ann?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY',
      'northwind.example',
    );
    const whole = background.state.sites;
    background.show('https://northwind-bank.example/');
    for (const broken of [null, 7, { format: 2 }, { format: 1, source: 's', services: [['x']] }]) {
      background.state.sites = broken;
      await background.kill();
      expect(await offer()).toEqual(NOTHING);
    }
    background.state.sites = whole;
    expect(await offer()).toEqual({ kind: 'save' });
  });

  it('forgets a domain with its account', async () => {
    background.show('https://meadowbnak.example/');
    expect(await offer()).toEqual(NOTHING);
    await background.ask('deleteAccount', { id });
    expect(await offer()).toEqual({ kind: 'save' });
  });

  it('asks for the PIN after the domain, where every code does', async () => {
    await background.ask('changeSettings', { pinForCodes: true });
    background.show('https://meadowbnak.example/');
    const asked = { id, link: null };
    expect(await background.ask('fill', { ...asked, pin: PIN })).toEqual(alike('meadowbnak.example'));
    const typed = 'meadowbnak.example';
    expect(await background.ask('fill', { ...asked, typed })).toEqual({ ok: false, error: 'needs-pin' });
    expect(await background.ask('fill', { ...asked, typed, pin: PIN })).toMatchObject({ ok: true });
  });
});
