import { describe, expect, it } from 'vitest';
import { parseAccountConfig } from '../../src/account/config.ts';
import { accountConfig } from '../../src/account/configured.ts';
import { accountHosts, accountOrigins, isOnOrigin } from '../../src/account/hosts.ts';

const microsoft = {
  kind: 'microsoft',
  clientId: 'a7d3b0c2-5b1f-4d3e-9a53-6f6f2f3c7e10',
  authority: 'https://login.example.com/consumers/v2.0/',
  graph: 'https://graph.example.com/v1.0',
  downloads: ['https://*.files.example.net', 'https://content.example.com'],
};
const webdav = {
  kind: 'webdav',
  clientId: 'tweestap',
  authority: 'https://id.example.org',
  folder: 'https://dav.example.org/home/tweestap',
  scopes: ['folder'],
};
const read = (value: unknown) => parseAccountConfig(JSON.parse(JSON.stringify(value)));

it('this build has none', () => {
  expect(accountConfig).toBeNull();
  expect(parseAccountConfig(null)).toBeNull();
});

it('is read, with each address in one form', () => {
  expect(read(microsoft)).toEqual({ ...microsoft, authority: 'https://login.example.com/consumers/v2.0' });
  expect(read(webdav)).toEqual({
    ...webdav,
    authority: 'https://id.example.org',
    folder: `${webdav.folder}/`,
  });
});

describe('is refused', () => {
  it.each([
    ['no object', 'x'],
    ['another kind', { ...webdav, kind: 'ftp' }],
    ['no client', { ...webdav, clientId: '' }],
    ['an address in clear', { ...webdav, folder: 'http://dav.example.org/' }],
    [
      'an address in clear that looks like this computer',
      { ...webdav, folder: 'http://localhost.example.org/' },
    ],
    ['an address with a password', { ...webdav, folder: 'https://ann:pw@dav.example.org/' }],
    ['an address with a query', { ...webdav, authority: 'https://id.example.org/?x=1' }],
    ['a script', { ...webdav, authority: 'javascript:alert(1)' }],
    ['lasting access', { ...webdav, scopes: ['offline_access'] }],
    ['two scopes in one', { ...webdav, scopes: ['a b'] }],
    ['downloads from everywhere', { ...microsoft, downloads: ['https://*'] }],
    ['downloads with a path', { ...microsoft, downloads: ['https://content.example.com/x'] }],
    ['what would end the policy', { ...microsoft, downloads: ['https://a.example; script-src *'] }],
    ['no downloads', { ...microsoft, downloads: undefined }],
  ])('%s', (_, value) => {
    expect(() => read(value)).toThrow(/:/);
  });
});

it('names every host that the build speaks to, once', () => {
  const config = read(microsoft);
  expect(config && accountOrigins(config)).toEqual([
    'https://login.example.com',
    'https://graph.example.com',
    ...microsoft.downloads,
  ]);
  const local = read({ ...webdav, authority: 'http://127.0.0.1:8000', folder: 'http://127.0.0.1:8001/' });
  expect(local && accountOrigins(local)).toEqual(['http://127.0.0.1:8000', 'http://127.0.0.1:8001']);
  expect(local && accountHosts(local)).toEqual(['http://127.0.0.1/*']);
});

it.each([
  ['https://a.files.example.net/x', true],
  ['https://a.b.files.example.net/x', true],
  ['https://content.example.com/x', true],
  ['https://files.example.net/x', false],
  ['https://evilfiles.example.net/x', false],
  ['https://a.files.example.net.evil.example/x', false],
  ['https://a.files.example.net:8443/x', false],
  ['http://abc.files.example.net/x', false],
  ['https://content.example.com:444/x', false],
])('a download from %s: %s', (url, allowed) => {
  expect(isOnOrigin(new URL(url), microsoft.downloads)).toBe(allowed);
});
