import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AccountConfig } from '../../src/account/config.ts';
import { linkedAccount, type SignInWindow } from '../../src/account/linked-account.ts';
import { AppError } from '../../src/core/app-error.ts';
import { autoWindow } from '../servers/auto-window.mjs';
import { COMPANY_TENANT, PERSONAL_TENANT } from '../servers/signer.mjs';
import { accountOf, codeOf, KINDS, REDIRECT, type Servers, start } from './accounts.ts';

let servers: Servers;
beforeAll(async () => {
  servers = await start();
});
afterAll(() => servers.close());
beforeEach(() => {
  servers.signer.switches.variant = null;
  servers.signer.switches.clockSkewSeconds = 0;
  servers.openid.switches.stale = false;
});

/** The signer in its plain shape: a provider that has to give `auth_time`. */
const plain = (): AccountConfig => ({
  ...servers.company,
  clientId: servers.signer.clientId,
  authority: servers.signer.authority('openid'),
});
/** Microsoft's shape for personal and company accounts. */
const common = (): AccountConfig => ({ ...servers.microsoft, authority: servers.signer.authority('common') });
const at = (config: AccountConfig, window: SignInWindow = autoWindow(REDIRECT)) =>
  linkedAccount(config, { window });
const SHAPES: [name: string, config: () => AccountConfig][] = [
  ['of Microsoft', () => servers.microsoft],
  ['plain', plain],
];

describe.each(KINDS)('a sign-in at %s', (kind) => {
  it('says who it is, and is the same account the next time', async () => {
    const { identity } = await accountOf(servers, kind).link();
    expect(identity.subject).toContain('ann');
    expect(identity.label).toBe('ann@example.test');
    const again = await accountOf(servers, kind).verify(identity);
    expect(again.identity).toMatchObject({ issuer: identity.issuer, subject: identity.subject });
    expect(Math.abs((again.identity.authTime ?? 0) - Date.now())).toBeLessThan(60_000);
  });

  it('of another account is not taken for the linked one', async () => {
    const { identity } = await accountOf(servers, kind).link();
    expect(await codeOf(accountOf(servers, kind, 'bob').verify(identity))).toBe('account-other');
    const elsewhere = { ...identity, issuer: 'https://login.example.test/v2.0' };
    expect(await codeOf(accountOf(servers, kind).verify(elsewhere))).toBe('account-other');
  });

  it('that the user refuses or closes is cancelled', async () => {
    expect(await codeOf(at(servers[kind], autoWindow(REDIRECT, { refuse: true })).link())).toBe(
      'account-cancelled',
    );
    const closed = {
      redirectUri: REDIRECT,
      open: () => Promise.reject(new Error('The user did not approve access.')),
    };
    expect(await codeOf(at(servers[kind], closed).link())).toBe('account-cancelled');
  });

  it('whose window could not be loaded is what the window says', async () => {
    const offline = { redirectUri: REDIRECT, open: () => Promise.reject(new AppError('account-offline')) };
    expect(await codeOf(at(servers[kind], offline).link())).toBe('account-offline');
  });
});

describe('what is asked for', () => {
  const askedFor = async (doing: 'link' | 'verify', config: AccountConfig): Promise<URLSearchParams> => {
    const window = autoWindow(REDIRECT);
    const account = at(config, window);
    const { identity } = await account.link();
    if (doing === 'verify') await account.verify(identity);
    return new URL(window.opened.at(-1) ?? '').searchParams;
  };

  it('links by choosing an account, and verifies by the password', async () => {
    const link = await askedFor('link', servers.microsoft);
    expect([link.get('prompt'), link.get('max_age')]).toEqual(['select_account', null]);
    const verify = await askedFor('verify', servers.microsoft);
    expect([verify.get('prompt'), verify.get('max_age')]).toEqual(['login', '0']);
  });

  it('is one folder and no lasting access', async () => {
    expect((await askedFor('link', servers.microsoft)).get('scope')).toBe('openid Files.ReadWrite.AppFolder');
    expect((await askedFor('link', servers.company)).get('scope')).toBe('openid folder');
  });

  it('carries PKCE with S256, and new secrets each time', async () => {
    const one = await askedFor('link', servers.microsoft);
    const two = await askedFor('link', servers.microsoft);
    expect(one.get('code_challenge_method')).toBe('S256');
    for (const name of ['state', 'nonce', 'code_challenge']) {
      expect(one.get(name)).toMatch(/^[\w-]{43}$/);
      expect(one.get(name)).not.toBe(two.get(name));
    }
    expect(new Set([one.get('state'), one.get('nonce'), one.get('code_challenge')]).size).toBe(3);
  });
});

describe.each(SHAPES)('a provider %s is refused', (_, config) => {
  it.each([
    ['nonce', 'account-untrusted'],
    ['no-nonce', 'account-untrusted'],
    ['state', 'account-untrusted'],
    ['no-state', 'account-untrusted'],
    ['audience', 'account-untrusted'],
    ['many-audiences', 'account-untrusted'],
    ['issuer', 'account-untrusted'],
    ['no-subject', 'account-untrusted'],
    ['signature', 'account-untrusted'],
    ['other-key', 'account-untrusted'],
    ['none', 'account-untrusted'],
    ['shared-secret', 'account-untrusted'],
    ['unlisted-algorithm', 'account-untrusted'],
    ['expired', 'account-untrusted'],
    ['future', 'account-untrusted'],
    ['elsewhere', 'account-untrusted'],
    ['two-codes', 'account-untrusted'],
    ['window-error', 'account-untrusted'],
    ['other-token-host', 'account-untrusted'],
    ['other-metadata', 'account-untrusted'],
    ['no-id-token', 'account-malformed'],
    ['keys-are-huge', 'account-too-big'],
  ] as const)('for %s: %s', async (variant, code) => {
    const { identity } = await at(config()).link();
    servers.signer.switches.variant = variant;
    expect(await codeOf(at(config()).link())).toBe(code);
    expect(await codeOf(at(config()).verify(identity))).toBe(code);
  });

  it('for a stale sign-in and another subject, where it was asked who it is', async () => {
    const { identity } = await at(config()).link();
    servers.signer.switches.variant = 'stale';
    expect(await codeOf(at(config()).verify(identity))).toBe('account-stale');
    servers.signer.switches.variant = 'subject';
    expect(await codeOf(at(config()).verify(identity))).toBe('account-other');
  });
});

it('a real provider that lets an old sign-in pass is refused, and only for that', async () => {
  const { identity } = await accountOf(servers, 'company').link();
  servers.openid.switches.stale = true;
  expect(await codeOf(accountOf(servers, 'company').verify(identity))).toBe('account-stale');
  await expect(accountOf(servers, 'company').link()).resolves.toBeTruthy();
});

it('the time of the sign-in is told by the provider’s clock, whatever ours says', async () => {
  const { identity } = await at(plain()).link();
  for (const clockSkewSeconds of [-240, 240]) {
    servers.signer.switches.clockSkewSeconds = clockSkewSeconds;
    await expect(at(plain()).verify(identity)).resolves.toBeTruthy();
  }
  servers.signer.switches.clockSkewSeconds = -240;
  servers.signer.switches.variant = 'stale';
  expect(await codeOf(at(plain()).verify(identity))).toBe('account-stale');
});

it('no time of the sign-in is enough for Microsoft, which gives it on request only, and for nobody else', async () => {
  const microsoft = await at(servers.microsoft).link();
  const other = await at(plain()).link();
  servers.signer.switches.variant = 'no-auth-time';
  expect((await at(servers.microsoft).verify(microsoft.identity)).identity.authTime).toBeNull();
  expect(await codeOf(at(plain()).verify(other.identity))).toBe('account-stale');
});

it('an answer that names another issuer is refused where the issuer is known', async () => {
  servers.signer.switches.variant = 'other-issuer-parameter';
  expect(await codeOf(at(plain()).link())).toBe('account-untrusted');
});

describe('Microsoft’s tenants', () => {
  it('are told apart in the issuer', async () => {
    const personal = await at(servers.microsoft).link();
    const company = await at(common()).link();
    expect(personal.identity.issuer).toBe(`${servers.signer.origin}/${PERSONAL_TENANT}/v2.0`);
    expect(company.identity.issuer).toBe(`${servers.signer.origin}/${COMPANY_TENANT}/v2.0`);
  });

  it.each(['company-tenant', 'no-tenant', 'key-of-other-tenant'] as const)(
    '%s is refused for personal accounts',
    async (variant) => {
      servers.signer.switches.variant = variant;
      expect(await codeOf(at(servers.microsoft).link())).toBe('account-untrusted');
    },
  );
});

it('a refresh token that nobody asked for is not passed on', async () => {
  servers.signer.switches.variant = 'refresh-token';
  expect(Object.keys(await at(servers.microsoft).link())).toEqual(['identity', 'folder']);
});

it('a code is good for the window that it came from alone: PKCE', async () => {
  const mine = autoWindow(REDIRECT);
  const theirs = await codeThatOthersGot();
  const window = {
    redirectUri: REDIRECT,
    open: async (url: string) => {
      const back = new URL(await mine.open(url));
      back.searchParams.set('code', theirs);
      return back.href;
    },
  };
  expect(await codeOf(at(servers.microsoft, window).link())).toBe('account-untrusted');
});

/** A code that was given to another sign-in of the same client. */
async function codeThatOthersGot(): Promise<string> {
  let code = '';
  const window = autoWindow(REDIRECT, { login: 'mallory' });
  const keep = {
    redirectUri: REDIRECT,
    open: async (url: string) => {
      code = new URL(await window.open(url)).searchParams.get('code') ?? '';
      throw new Error('closed');
    },
  };
  await codeOf(at(servers.microsoft, keep).link());
  return code;
}

it('a provider that is not there is offline, and no window opens', async () => {
  const window = autoWindow(REDIRECT);
  const config = { ...servers.microsoft, authority: 'http://127.0.0.1:9/consumers/v2.0' };
  expect(await codeOf(at(config, window).link())).toBe('account-offline');
  expect(window.opened).toEqual([]);
});

it('a build without a configuration says so', () => {
  expect(() => linkedAccount(null, { window: autoWindow(REDIRECT) })).toThrow(
    expect.objectContaining({ code: 'account-off' }),
  );
});
