import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compactTable, METHODS, readOwnTable } from '../../scripts/sites/compact.mjs';
import { isDomain, isLink } from '../../scripts/sites/directory-export.mjs';
import { domainsOfIssuer, parseSiteTable, type SiteTable, serviceOf } from '../../src/core/site-table.ts';

const own = readOwnTable();
const compact = JSON.parse(compactTable(own.source, own.services)) as {
  format: number;
  source: string;
  services: string[][];
};
const parsed = parseSiteTable(compact);
if (!parsed) throw new Error('data/services.txt makes no table');
const table: SiteTable = parsed;

describe('data/services.txt', () => {
  it('has 200 services or more, by name, each once', () => {
    const names = own.services.map(({ name }) => name);
    expect(names.length).toBeGreaterThanOrEqual(200);
    expect(new Set(names).size).toBe(names.length);
  });

  it('has each domain once, as a domain is written', () => {
    const domains = own.services.flatMap((service) => service.domains);
    expect(domains.filter((domain) => !isDomain(domain))).toEqual([]);
    expect(domains.filter((domain, i) => domains.indexOf(domain) !== i)).toEqual([]);
  });

  it('has known methods and https addresses', () => {
    for (const { name, methods, documentation, recovery } of own.services) {
      for (const method of methods ?? []) expect(Object.keys(METHODS), name).toContain(method);
      for (const link of [documentation, recovery])
        expect(link === '' || isLink(link), `${name}: ${link}`).toBe(true);
    }
  });

  it('names one source for every fact, and says nothing about services that are not in it', () => {
    const text = readFileSync('data/services.txt', 'utf8');
    expect(text.match(/2factorauth\/twofactorauth at\n# [0-9a-f]{40}, MIT licence/g)).toHaveLength(1);
    expect(own.source).toMatch(
      /^2FA Directory \(2factorauth\/twofactorauth at [0-9a-f]{7}\), MIT licence, ©/,
    );
    for (const { name, domains, methods, documentation, recovery } of own.services) {
      if (domains.some((domain) => !own.added.has(domain))) continue;
      expect([methods, documentation, recovery], name).toEqual([null, '', '']);
    }
  });
});

describe('parseSiteTable', () => {
  it('reads what the build writes', () => {
    expect(table.source).toBe(own.source);
    expect(
      table.services.map((service) => ({
        ...service,
        documentation: service.documentation ?? '',
        recovery: service.recovery ?? '',
      })),
    ).toEqual(own.services);
  });

  const row = ['Acme', 'acme.example', 't', 'acme.example/help', ''];
  const file = (...services: unknown[]) => ({ format: 1, source: 'us', services });
  it.each([
    ['nothing', null],
    ['another format', { ...file(row), format: 2 }],
    ['no source', { ...file(row), source: undefined }],
    ['no list', { ...file(), services: {} }],
    ['a short row', file(row.slice(0, 4))],
    ['a row of something else', file([1, 2, 3, 4, 5])],
    ['no name', file(['', ...row.slice(1)])],
    ['no domain', file(['Acme', '', ...row.slice(2)])],
    ['a bad domain', file(['Acme', 'acme.example Bad_Host.example', ...row.slice(2)])],
    ['an unknown method', file(['Acme', 'acme.example', 'tx', '', ''])],
    ['an address with a name before it', file(['Acme', 'acme.example', 't', 'paypal.com@evil.example/', ''])],
    ['an address with white space', file(['Acme', 'acme.example', 't', 'acme.example/a b', ''])],
    ['an address that is none', file(['Acme', 'acme.example', 't', '', '//'])],
  ])('refuses %s', (_, value) => {
    expect(parseSiteTable(file(row))).not.toBeNull();
    expect(parseSiteTable(value)).toBeNull();
  });

  it('never throws, and gives only https addresses', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.webUrl(),
      fc.domain(),
      fc.constantFrom('t', '?', ''),
    );
    fc.assert(
      fc.property(fc.array(fc.array(text, { minLength: 5, maxLength: 5 }), { maxLength: 3 }), (services) => {
        for (const service of parseSiteTable(file(...services))?.services ?? []) {
          for (const link of [service.documentation, service.recovery]) {
            if (link !== null) expect(new URL(link).protocol).toBe('https:');
          }
        }
      }),
    );
    fc.assert(fc.property(fc.anything(), (value) => void parseSiteTable(value)));
  });
});

describe('serviceOf', () => {
  it.each([
    ['github.com', 'GitHub'],
    ['gist.github.com', 'GitHub'],
    ['amazon.nl', 'Amazon'],
    ['aws.amazon.com', 'Amazon Web Services'],
    ['eu-west-1.signin.aws.amazon.com', 'Amazon Web Services'],
    ['login.microsoftonline.com', 'Microsoft 365 Copilot'],
    ['live.com', 'Microsoft account (Outlook.com)'],
    ['digid.nl', 'DigiD'],
  ])('%s is %s', (host, name) => {
    expect(serviceOf(table, host)?.name).toBe(name);
  });

  it('finds a service that is known below a domain only', () => {
    const below = parseSiteTable({
      format: 1,
      source: '',
      services: [['Acme', 'id.acme.example', 't', '', '']],
    });
    expect(below && serviceOf(below, 'acme.example')?.name).toBe('Acme');
    expect(below && serviceOf(below, 'shop.acme.example')).toBeNull();
  });

  it('knows nothing of others', () => {
    for (const host of ['example.com', 'notgithub.com', 'com', '']) expect(serviceOf(table, host)).toBeNull();
  });
});

describe('domainsOfIssuer', () => {
  it.each([
    ['Google', 'google.com'],
    ['google.com', 'google.com'],
    ['Google Workspace', 'google.com'],
    ['GitHub', 'github.com'],
    ['Github.com', 'github.com'],
    ['https://www.github.com/', 'github.com'],
    ['Amazon', 'amazon.nl'],
    ['Amazon Web Services', 'aws.amazon.com'],
    ['AWS', 'aws.amazon.com'],
    ['Microsoft', 'live.com'],
    ['Microsoft Account', 'live.com'],
    ['Microsoft account (Outlook.com)', 'live.com'],
    ['Facebook', 'facebook.com'],
    ['Twitter', 'twitter.com'],
    ['X', 'x.com'],
    ['DigitalOcean', 'digitalocean.com'],
    ['Digital Ocean', 'digitalocean.com'],
    ['Nintendo Account', 'nintendo.com'],
    ['PayPal', 'paypal.com'],
    ['1Password', '1password.com'],
    ['DEGIRO', 'degiro.nl'],
    ['bol.com', 'bol.com'],
    ['Battle.net', 'battle.net'],
    ['Proton Mail', 'proton.me'],
    ['  github  ', 'github.com'],
  ])('%s: %s', (issuer, domain) => {
    expect(domainsOfIssuer(table, issuer)).toContain(domain);
  });

  it.each(['', ' ', 'account', 'My server', 'mia@gmail.com', 'Acme Corp', 'Bank', 'Goggle', '日本', '()[]'])(
    'proposes nothing for %j',
    (issuer) => {
      expect(domainsOfIssuer(table, issuer)).toEqual([]);
    },
  );

  it('takes any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => void domainsOfIssuer(table, text)),
    );
    expect(domainsOfIssuer(table, `${'('.repeat(100_000)}github`)).toEqual([]);
  });
});
