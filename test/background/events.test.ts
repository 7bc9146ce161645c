/** What the browser tells the worker: the screen's lock, commands, alarms. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { addAccount, type Background, makeVault, startBackground } from '../fakes/background.ts';

const PIN = '493817';
const URI = 'otpauth://totp/Acme:ann?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Acme';

let background: Background;

beforeEach(async () => {
  background = await startBackground();
  background.show('https://acme.example/');
  await import('../../src/background/index.ts');
  await makeVault(background, PIN);
  await addAccount(background, URI, null);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const state = async () => (await background.ask('status')).state;
const settled = () => vi.waitUntil(() => !background.session.has('session'), { timeout: 1000 });

it('the screen’s lock locks the vault', async () => {
  background.browser.idle.onStateChanged.fire('idle');
  expect(await state()).toBe('unlocked');
  background.browser.idle.onStateChanged.fire('locked');
  await settled();
  expect([...background.session.keys()]).toEqual([]);
  expect(await state()).toBe('locked');
});

it('the screen’s lock leaves it open where the user chose so', async () => {
  await background.ask('changeSettings', { lockWithScreen: false, pin: PIN });
  background.browser.idle.onStateChanged.fire('locked');
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(await state()).toBe('unlocked');
});

it('the lock command locks it', async () => {
  background.browser.commands.onCommand.fire('lock', undefined);
  await settled();
  expect(await state()).toBe('locked');
});

it.each(['lock', 'watch'])('the alarm %s locks it when its time is up', async (name) => {
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(Date.now() + 5 * 60_000 + 1);
  background.browser.alarms.onAlarm.fire({ name });
  await settled();
});

it('the alarm of an opened backup forgets it', async () => {
  const made = await background.ask('backupMake', {
    pin: PIN,
    secret: { kind: 'passphrase', passphrase: 'correct horse battery' },
  });
  if (!made.ok) throw new Error('no backup');
  const second = { kind: 'passphrase' as const, passphrase: 'correct horse battery' };
  await background.ask('restoreOpen', { file: made.value.file, second });
  expect(background.session.has('openedBackup')).toBe(true);
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(Date.now() + 10 * 60_000 + 1);
  background.browser.alarms.onAlarm.fire({ name: 'opened-backup' });
  await vi.waitUntil(() => !background.session.has('openedBackup'), { timeout: 1000 });
});
