import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtTable } from '../../scripts/sites/compact.mjs';
import { hostPartsOf } from '../../src/background/host-parts.ts';
import { MAX_MESSAGE } from '../../src/core/message-text.ts';
import { knownSites } from '../../src/core/message-warnings.ts';
import { readMessage } from '../../src/core/read-message.ts';
import { parseSiteTable } from '../../src/core/site-table.ts';
import { readCases } from '../message-score/cases.mjs';
import { scoreMessages } from '../message-score/score.mjs';

const table = parseSiteTable(JSON.parse(builtTable()));
if (!table) throw new Error('There is no table of services.');
const sites = knownSites(table, hostPartsOf);
const codeIn = (text: string) => {
  const message = readMessage(text, { sites });
  return message.kind === 'code' ? message.code : null;
};

describe('the messages in test/core/messages', () => {
  const cases = readCases(new URL('messages', import.meta.url).pathname, 'all');
  const { counts, wrong } = scoreMessages(cases, (text) => readMessage(text, { sites }));
  const share = ({ right, of }: { right: number; of: number }) => right / of;

  it('are many', () => {
    expect(cases.length).toBeGreaterThanOrEqual(450);
    expect(counts.code?.of).toBeGreaterThanOrEqual(250);
    expect(counts.noCode?.of).toBeGreaterThanOrEqual(180);
  });

  it('are of the right kind, with the right code, and none where there is none', () => {
    const texts = wrong.map(({ missed, text }) => `${missed}: ${text}`).join('\n');
    expect(share(counts.kind ?? { right: 0, of: 1 }), texts).toBeGreaterThanOrEqual(0.99);
    expect(share(counts.code ?? { right: 0, of: 1 }), texts).toBeGreaterThanOrEqual(0.99);
    expect(share(counts.noCode ?? { right: 0, of: 1 }), texts).toBeGreaterThanOrEqual(0.99);
    expect(share(counts.domain ?? { right: 0, of: 1 }), texts).toBe(1);
    expect(share(counts.warnings ?? { right: 0, of: 1 }), texts).toBe(1);
    expect(share(counts.issuer ?? { right: 0, of: 1 }), texts).toBeGreaterThanOrEqual(0.9);
  });
});

describe('how a code is written', () => {
  it.each([
    ['digits', 'Your verification code is 123456', '123456'],
    ['two groups', 'Your verification code is 123 456.', '123456'],
    ['hyphens', 'Your verification code is 12-34-56', '123456'],
    ['a letter in front', 'G-123456 is your Google verification code', '123456'],
    ['full-width digits', 'Your verification code is １２３４５６', '123456'],
    ['Arabic-Indic digits', 'رمز التحقق: ١٢٣٤٥٦', '123456'],
    ['extended Arabic-Indic digits', 'کد تایید: ۱۲۳۴۵۶', '123456'],
    ['Devanagari digits', 'सत्यापन कोड: १२३४५६', '123456'],
    ['Bengali digits', 'আপনার OTP ১২৩৪৫৬', '123456'],
    ['Thai digits', 'รหัสยืนยัน ๑๒๓๔๕๖', '123456'],
    ['mathematical digits', 'Your verification code is 𝟏𝟐𝟑𝟒𝟓𝟔', '123456'],
    ['keycaps', 'Your code: 1️⃣2️⃣3️⃣4️⃣', '1234'],
    ['marks that do not show', 'Your verification code is \u200e123\u200b456\u202c', '123456'],
    ['letters and digits', 'Your verification code: K7Q2M9', 'K7Q2M9'],
    ['a leading zero', 'Your verification code: 004021', '004021'],
    ['ten digits', 'Your verification code: 1234567890', '1234567890'],
  ])('%s', (_, text, code) => {
    expect(codeIn(text)).toBe(code);
  });

  it.each([
    'Your verification code is valid until 12:30',
    'Your verification code was sent on 26-11-2026',
    'Your verification code was sent to +31 6 12345678',
    'Your verification code for € 1.250,00',
    'Your verification code was sent to ****4821',
    'Your verification code expires on 2026-11-26',
    'Your verification code 12345678901 is too long',
    'Your verification code 123 is too short',
    'https://example.com/code/123456',
    'Mail code123456@example.com',
    '',
    ' \n ',
  ])('finds none in %j', (text) => {
    expect(codeIn(text)).toBeNull();
  });
});

describe('a code bound to a domain', () => {
  const text = 'Your code is 123456.\n\n@example.com #123456';

  it('is that of the last line, whatever the text says', () => {
    expect(codeIn('Your code is 999999.\n@example.com #123456')).toBe('123456');
  });

  it('is warned of on another site, and on its own is not', () => {
    const elsewhere = readMessage(text, { sites, origins: ['https://example.net'] });
    expect(elsewhere.warnings).toEqual([{ code: 'other-domain', domain: 'example.com' }]);
    expect(readMessage(text, { sites, origins: ['https://login.example.com'] }).warnings).toEqual([]);
    expect(readMessage(text, { sites }).warnings).toEqual([]);
  });
});

describe('tricks', () => {
  const warned = (text: string) => readMessage(text, { sites }).warnings.map(({ code }) => code);

  it('names the host and what it resembles', () => {
    expect(readMessage('PayPal code 330182. See https://paypa1.com/x', { sites }).warnings).toEqual([
      { code: 'lookalike-link', host: 'paypa1.com', resembles: 'paypal.com' },
    ]);
  });

  it('sees a name behind an address', () => {
    expect(warned('PayPal code 330182. See https://paypal.com@paypa1.com/x')).toEqual(['lookalike-link']);
  });

  it.each(['https://www.paypal.com/x', 'https://example.com/x'])('leaves %s alone', (link) => {
    expect(warned(`PayPal code 330182. See ${link}`)).toEqual([]);
  });

  it.each([
    'Reply with the code 330182 to stop the payment.',
    'If you did not ask for it, reply with code 330182.',
    'Code 330182. Stuur deze code terug.',
    'Geben Sie uns den Code 330182, senden Sie ihn zurück.',
  ])('warns of %j', (text) => {
    expect(warned(text)).toEqual(['sent-back']);
  });

  it.each([
    'Code 330182. We will never ask you to send us the code.',
    'Code 330182. Do not send this code back to us or read it to our agent.',
    'Code 330182. Wij vragen u nooit om deze code door te geven aan ons.',
    'Code 330182. Reply STOP to opt out.',
    'We sent a code to your phone.',
  ])('does not warn of %j', (text) => {
    expect(warned(text)).toEqual([]);
  });
});

describe('any text', () => {
  it('is read as one of three kinds, and a code is short', () => {
    const pieces = fc.constantFrom(
      'code',
      'verification code',
      ' ',
      '\n',
      ':',
      '123456',
      '12-34',
      '@a.nl #1',
      'https://a.nl/b',
      '%',
      '€',
      'é',
      'رمز',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(pieces).map((parts) => parts.join('')),
        ),
        (text) => {
          const message = readMessage(text, { sites, origins: ['https://example.com'] });
          expect(['code', 'help-link', 'neither']).toContain(message.kind);
          if (message.kind === 'code') expect(message.code).toMatch(/^\S{1,40}$/);
        },
      ),
    );
  });

  /** What a page could have selected to hold the extension up. */
  const HOSTILE = [
    '1',
    '1 ',
    '1-',
    '1234 ',
    'code ',
    'code1234',
    'a.',
    'a@',
    '@a.nl #1 ',
    'https://',
    '-',
    '(',
    'é',
    'verification ',
    'send ',
    '\n',
    'رمز ',
    'A1b2 ',
    'ﷺ',
    '\u0301',
    '%',
    'code of 1234, ',
    'eenmalige x ',
  ];

  it.each(HOSTILE)('a megabyte of %j is read as its beginning', (piece) => {
    const long = piece.repeat(Math.ceil(1_000_000 / piece.length));
    const message = readMessage(long, { sites, origins: ['https://example.com'] });
    expect(message).toEqual(
      readMessage(long.slice(0, MAX_MESSAGE), { sites, origins: ['https://example.com'] }),
    );
  });

  it('a code far behind the beginning is not looked for, one that is bound is', () => {
    const words = 'word '.repeat(10_000);
    expect(codeIn(`${words}\nYour verification code is 123456`)).toBeNull();
    expect(codeIn(`${words}\n@example.com #123456`)).toBe('123456');
  });
});
