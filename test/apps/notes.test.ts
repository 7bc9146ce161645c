import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { usersOf } from './notes.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'tweestap-notes-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function users(notes: object[], printed: string) {
  const file = path.join(folder, 'notes.jsonl');
  writeFileSync(file, notes.map((note) => `${JSON.stringify(note)}\n`).join(''));
  return usersOf(file, printed, '/tmp/qr.png');
}

const signIn = [
  { opened: 'http://127.0.0.1:1/login' },
  { typed: 'ann', secret: false },
  { typed: 'pass', secret: true },
];

describe('the notes of an enrolment', () => {
  it('say how its user signs in: as before the last code, and not as at enrolment', () => {
    const notes = [
      ...signIn,
      { opened: 'http://127.0.0.1:1/profile' },
      { typed: 'pass', secret: true },
      { secret: 'GEZDGNBVGY3TQOJQ' },
      { typed: '123456', secret: false },
      { opened: 'about:blank' },
      ...signIn,
      { secret: 'GEZDGNBVGY3TQOJQ' },
    ];
    const report = {
      qr: 'otpauth://totp/App:ann?secret=GEZDGNBVGY3TQOJQ',
      finalUrl: 'http://127.0.0.1:1/in',
    };
    expect(users(notes, `Some words.\n${JSON.stringify(report)}`)).toEqual([
      {
        user: 'ann',
        password: 'pass',
        signInAt: 'http://127.0.0.1:1/login',
        uri: report.qr,
        qr: '/tmp/qr.png',
        challengeUrl: '',
        finalUrl: report.finalUrl,
        finalText: '',
      },
    ]);
  });

  it('make the address where none was shown, for each of several users', () => {
    const notes = [
      ...signIn,
      { secret: 'GEZDGNBVGY3TQOJQ' },
      { opened: 'http://127.0.0.1:1/login' },
      { typed: 'bob', secret: false },
      { typed: 'word', secret: true },
      { secret: 'JBSWY3DPEHPK3PXP', digits: 8, period: 60, algo: 'sha256' },
    ];
    const report = {
      runs: [
        { user: 'ann', finalUrl: '/a' },
        { user: 'bob', finalUrl: '/b' },
      ],
    };
    expect(users(notes, JSON.stringify(report))).toMatchObject([
      { user: 'ann', finalUrl: '/a', qr: null },
      {
        user: 'bob',
        password: 'word',
        finalUrl: '/b',
        uri: expect.stringMatching(/JBSWY3DPEHPK3PXP.*digits=8&period=60&algorithm=SHA256/),
      },
    ]);
  });

  it('are none without a code or a report', () => {
    expect(() => users(signIn, '{}')).toThrow('no code');
    expect(() => users(signIn, 'nothing')).toThrow('no report');
  });
});
