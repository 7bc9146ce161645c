import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compactTable } from '../scripts/sites/compact.mjs';
import { compareWithExport } from '../scripts/sites/compare.mjs';
import { parseDirectoryExport } from '../scripts/sites/directory-export.mjs';
import { parseServicesText } from '../scripts/sites/services-text.mjs';
import { parseSiteTable } from '../src/core/site-table.ts';

const GOOD = {
  name: 'Acme',
  domains: ['acme.example'],
  methods: ['totp'],
  documentation: 'https://acme.example/2fa',
};
const exported = (...entries: unknown[]) => ({ source: 'a/b', commit: 'f3ac2ab', entries });
const only = (entry: unknown) => parseDirectoryExport(exported(entry));

describe('parseDirectoryExport', () => {
  it('takes the facts', () => {
    expect(only(GOOD)).toEqual({
      source: '2FA Directory (a/b at f3ac2ab), MIT licence, © 2FA Directory contributors',
      services: [{ ...GOOD, recovery: '' }],
      leftOut: { entries: 0, domains: 0, methods: 0, links: 0 },
    });
  });

  it.each([
    null,
    [],
    {},
    { entries: [] },
    { ...exported(GOOD), commit: 'main' },
    { ...exported(GOOD), source: '<b>' },
  ])('refuses %j', (value) => {
    expect(() => parseDirectoryExport(value)).toThrow(/export/);
  });

  it.each([
    [null],
    [{ ...GOOD, name: '' }],
    [{ ...GOOD, name: 'x'.repeat(101) }],
    [{ ...GOOD, name: 'a\nb' }],
    [{ ...GOOD, domains: [] }],
    [{ ...GOOD, domains: ['acme', 'https://acme.example', 'a_b.example', '-a.example', '1.2.3.4', 7] }],
  ])('leaves out the entry %j', (entry) => {
    expect(only(entry)).toMatchObject({ services: [], leftOut: { entries: 1 } });
  });

  it.each([
    'http://acme.example',
    'javascript:alert(1)',
    'https://a@acme.example',
    'https://acme.example/ x',
    'https://[::1]/',
    5,
  ])('leaves out the address %j', (documentation) => {
    expect(only({ ...GOOD, documentation })).toMatchObject({
      services: [{ documentation: '' }],
      leftOut: { links: 1 },
    });
  });

  it('tells "none" from "none that we know"', () => {
    expect(only({ ...GOOD, methods: [] }).services[0]?.methods).toEqual([]);
    expect(only({ ...GOOD, methods: ['carrier-pigeon'] }).services[0]?.methods).toBeNull();
    expect(only({ ...GOOD, methods: ['constructor'] }).services[0]?.methods).toBeNull();
    expect(only({ ...GOOD, methods: 'totp' }).services[0]?.methods).toBeNull();
  });

  it('makes a table that the extension reads, of any entries', () => {
    const entry = fc.record({
      name: fc.oneof(fc.string({ unit: 'binary', maxLength: 20 }), fc.constant('Acme')),
      domains: fc.array(fc.oneof(fc.domain(), fc.string()), { maxLength: 4 }),
      methods: fc.array(fc.oneof(fc.constantFrom('totp', 'sms'), fc.string())),
      documentation: fc.oneof(fc.webUrl({ validSchemes: ['https', 'http'] }), fc.string()),
    });
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1, maxLength: 4 }), (entries) => {
        const { source, services } = parseDirectoryExport(exported(...entries));
        const table = parseSiteTable(JSON.parse(compactTable(source, services)));
        expect(table?.services).toHaveLength(services.length);
      }),
    );
  });
});

describe('compareWithExport', () => {
  const own = (line: string) => ({ source: '', ...parseServicesText(`# head\n\n${line}\n`) });
  const { services } = only(GOOD);

  it('finds no difference where there is none', () => {
    const line = 'Acme | acme.example +acme.test | totp | https://acme.example/2fa | -';
    expect(compareWithExport(own(line), services)).toEqual([]);
    expect(compareWithExport(own('Other | +other.example | ? | - | -'), services)).toEqual([]);
  });

  it.each([
    ['Acme | acme.example acme.test | totp | - | -', 'domain acme.test'],
    ['Acme | +acme.example | totp | - | -', 'acme.example is in the export'],
    ['Acme | acme.example | totp sms | - | -', 'methods totp sms'],
    ['Acme | acme.example | none | - | -', 'methods none'],
    ['Acme | acme.example | totp | https://acme.example/3fa | -', 'documentation https://acme.example/3fa'],
    ['Acme | acme.example | totp | - | https://acme.example/2fa', 'recovery https://acme.example/2fa'],
  ])('finds %s', (line, difference) => {
    expect(compareWithExport(own(line), services)).toContain(`Acme: ${difference}`);
  });
});

it('refuses a line with too few fields', () => {
  expect(() => parseServicesText('Acme | acme.example | totp')).toThrow('Line 1 has 3 fields');
});
