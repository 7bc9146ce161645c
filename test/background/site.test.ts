import { describe, expect, it } from 'vitest';
import { siteFromText, siteOf } from '../../src/background/site.ts';

describe('siteOf', () => {
  it.each([
    ['https://github.com/login', 'github.com'],
    ['https://GitHub.com./x', 'github.com'],
    ['https://login.bank.co.uk/', 'bank.co.uk'],
    ['https://me.github.io/', 'me.github.io'],
    ['https://a.b.example.com:8443/', 'example.com'],
    ['http://localhost:8080/x', 'localhost:8080'],
    ['http://127.0.0.1/', '127.0.0.1:80'],
    ['https://192.168.1.4/', '192.168.1.4:443'],
    ['https://nas:5001/', 'nas:5001'],
    ['https://[2001:db8::1]:8443/', '[2001:db8::1]:8443'],
    ['https://bank.test.evil.test/', 'evil.test'],
    ['https://xn--80ak6aa92e.com/', 'xn--80ak6aa92e.com'],
    ['https://аррӏе.com/', 'xn--80ak6aa92e.com'],
  ])('%s belongs to %s', (address, site) => {
    expect(siteOf(address)).toBe(site);
  });

  it.each([
    'http://example.com/',
    'ftp://example.com/',
    'about:blank',
    'data:text/html,x',
    'blob:https://example.com/1',
    'file:///etc/passwd',
    'chrome-extension://abc/x.html',
    'https://user:pass@example.com/',
    'https://github.io/',
    'https://co.uk/',
    'no address',
    '',
  ])('nothing belongs to %s', (address) => {
    expect(siteOf(address)).toBeNull();
  });

  it('keeps tenants of one shared suffix apart', () => {
    expect(siteOf('https://evil.github.io')).not.toBe(siteOf('https://me.github.io'));
    expect(siteOf('https://evil.co.uk')).not.toBe(siteOf('https://bank.co.uk'));
    expect(siteOf('http://localhost:1')).not.toBe(siteOf('http://localhost:2'));
  });
});

describe('siteFromText', () => {
  it.each([
    [' GitHub.com ', 'github.com'],
    ['https://github.com/settings', 'github.com'],
    ['accounts.google.com', 'google.com'],
    ['localhost:8080', 'localhost:8080'],
    ['127.0.0.1:3000', '127.0.0.1:3000'],
    ['münchen.de', 'xn--mnchen-3ya.de'],
  ])('reads %j as %s', (text, site) => {
    expect(siteFromText(text)).toBe(site);
  });
  it.each(['', 'two words', 'com', 'http://example.com', 'javascript:alert(1)'])('refuses %j', (text) => {
    expect(siteFromText(text)).toBeNull();
  });
});
