import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { addAccount, type Background, makeVault, startBackground } from '../fakes/background.ts';

const PIN = '493817';
let background: Background;

beforeEach(async () => {
  background = await startBackground();
  await makeVault(background, PIN);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const facts = async (url: string) => {
  background.show(url);
  const answer = await background.ask('siteFacts');
  return answer.ok ? answer.value : answer.error;
};

it('a site’s methods, addresses and the source of both are told', async () => {
  expect(await facts('https://login.northwind.example/2fa')).toEqual({
    site: 'northwind.example',
    service: {
      name: 'Northwind',
      methods: ['totp', 'sms'],
      documentation: 'https://help.northwind.example/two-step',
      recovery: null,
    },
    hasAccount: false,
    resemblance: null,
    source: 'Made up for tests, MIT',
  });
  expect(await facts('https://contoso.example/')).toMatchObject({
    service: { methods: ['sms'], documentation: null, recovery: 'https://contoso.example/recover' },
  });
  expect(await facts('https://fabrikam.example/')).toMatchObject({ service: { methods: [] } });
});

it('of other sites, pages and browsers’ own nothing is told', async () => {
  expect(await facts('https://elsewhere.example/')).toMatchObject({
    site: 'elsewhere.example',
    service: null,
  });
  expect(await facts('http://localhost:8080/')).toMatchObject({ site: 'localhost:8080', service: null });
  expect(await facts('chrome://settings/')).toMatchObject({ site: null, service: null });
});

it('an account at another domain of the service is one of this site', async () => {
  await addAccount(
    background,
    'otpauth://totp/N:ann?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
    'northwind-bank.example',
  );
  expect(await facts('https://northwind.example/')).toMatchObject({ hasAccount: true });
  expect(await facts('https://northwind-bank.example/')).toMatchObject({ hasAccount: true });
  expect(await facts('https://contoso.example/')).toMatchObject({ hasAccount: false });
  await addAccount(background, 'otpauth://totp/E:ann?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY', 'elsewhere.example');
  expect(await facts('https://elsewhere.example/')).toMatchObject({ hasAccount: true });
});

it('nothing is told while locked', async () => {
  await background.ask('lock');
  expect(await facts('https://northwind.example/')).toBe('locked');
});

it('the table is read when it is first needed, and once in a worker’s life', async () => {
  expect(background.state.sitesRead).toBe(0);
  await Promise.all([facts('https://northwind.example/'), background.ask('checkUp')]);
  await facts('https://contoso.example/');
  expect(background.state.sitesRead).toBe(1);
  await background.kill();
  await facts('https://contoso.example/');
  expect(background.state.sitesRead).toBe(2);
});

it('without the table there are no facts, and no failure', async () => {
  background.state.sites = null;
  expect(await facts('https://northwind.example/')).toEqual({
    site: 'northwind.example',
    service: null,
    hasAccount: false,
    resemblance: null,
    source: null,
  });
  expect(await background.ask('proposedSites', { issuer: 'Northwind' })).toEqual([]);
});

it('sites are proposed by the issuer, and none where nothing fits', async () => {
  const proposed = (issuer: string) => background.ask('proposedSites', { issuer });
  expect(await proposed('Northwind Ltd')).toEqual(['northwind.example', 'northwind-bank.example']);
  expect(await proposed('Nobody knows')).toEqual([]);
  expect(await proposed('')).toEqual([]);
});
