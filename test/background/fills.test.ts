import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AccountId } from '../../src/core/account.ts';
import type { DocumentToken } from '../../src/messages/protocol.ts';
import { addAccount, type Background, makeVault, startBackground } from '../fakes/background.ts';

const URI = 'otpauth://totp/Acme:ann?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Acme';
const DOCUMENT = '0b0f7b0e-1111-4222-8333-444455556666' as DocumentToken;
const PIN = '493817';
/** In the middle of a code's thirty seconds. */
const MID_STEP = Date.UTC(2026, 0, 1, 12, 0, 15);
const STEP = 30_000;
const DAY = 86_400_000;

let background: Background;
let id: AccountId;
let outcome: unknown = null;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: MID_STEP });
  background = await startBackground();
  background.show('https://login.acme.example/2fa');
  outcome = { done: true, how: 'value' };
  background.answerOrders(({ name }) => {
    if (name === 'fieldHere') return { reply: { document: DOCUMENT, field: 'code', focused: true } };
    return { reply: name === 'fill' ? outcome : null };
  });
  await makeVault(background, PIN);
  id = await addAccount(background, URI, 'acme.example');
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const later = (ms: number) => vi.setSystemTime(Date.now() + ms);
const fill = () => background.ask('fill', { id, link: null });
const codes = () =>
  background.state.orders.flatMap(({ name, data }) =>
    name === 'fill' ? [(data as { code: string }).code] : [],
  );
const press = async () => {
  await background.askFrom(0, 'offer', { document: DOCUMENT, enrols: false });
  return background.press({ document: DOCUMENT, seen: true });
};

/** The page takes the code and answers when it is let. */
function held(reply: unknown = { done: true, how: 'value' }) {
  let answer = () => {};
  const outcome = new Promise((resolve) => {
    answer = () => resolve({ reply });
  });
  background.answerOrders(({ name }) => {
    if (name === 'fieldHere') return { reply: { document: DOCUMENT, field: 'code', focused: true } };
    return name === 'fill' ? outcome : { reply: null };
  });
  return answer;
}

describe('a code', () => {
  it('goes to one site once, by whatever gesture, and after a kill too', async () => {
    expect(await fill()).toMatchObject({ ok: true });
    expect(await fill()).toEqual({ ok: false, error: 'code-used' });
    await background.kill();
    expect(await fill()).toEqual({ ok: false, error: 'code-used' });
    expect(codes()).toHaveLength(1);
    later(STEP);
    expect(await fill()).toMatchObject({ ok: true });
    expect(new Set(codes()).size).toBe(2);
  });

  it('that was used, of two presses at once, leaves once', async () => {
    const both = await Promise.all([fill(), fill()]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(codes()).toHaveLength(1);
  });

  it('that the page did not take may go there again', async () => {
    outcome = { done: false, why: 'not-accepted' };
    expect(await fill()).toEqual({ ok: false, error: 'not-accepted' });
    outcome = { done: true, how: 'value' };
    expect(await fill()).toMatchObject({ ok: true });
  });

  it('whose page went away without an answer may have been taken, and does not go there again', async () => {
    background.answerOrders(({ name }) => {
      if (name === 'fieldHere') return { reply: { document: DOCUMENT, field: 'code', focused: true } };
      return name === 'fill' ? undefined : { reply: null };
    });
    expect(await fill()).toEqual({ ok: false, error: 'page-gone' });
    expect(await fill()).toEqual({ ok: false, error: 'code-used' });
    expect(codes()).toHaveLength(1);
  });

  it('stays known while it runs, though the list was cleared', async () => {
    await fill();
    await background.ask('clearFills');
    expect(await background.ask('fills')).toEqual({ ok: true, value: [] });
    expect(await fill()).toEqual({ ok: false, error: 'code-used' });
    later(STEP);
    expect(await fill()).toMatchObject({ ok: true });
    expect(await background.ask('fills')).toMatchObject({ value: [{ by: 'popup' }] });
  });

  it('by counter is another one for each of two presses at once', async () => {
    id = await addAccount(background, URI.replace('totp', 'hotp').replace('ann', 'bob'), 'acme.example');
    await Promise.all([fill(), fill()]);
    expect(new Set(codes()).size).toBe(2);
  });

  it('of an account whose site was taken away while it waited does not leave', async () => {
    const answer = held();
    const first = fill();
    await vi.waitFor(() => expect(codes()).toHaveLength(1));
    later(STEP);
    const second = fill();
    const looks = () => background.state.orders.filter(({ name }) => name === 'fieldHere').length;
    await vi.waitFor(() => expect(looks()).toBe(2));
    await new Promise((resolve) => setTimeout(resolve, 20));
    await background.ask('editAccount', { id, issuer: 'Acme', name: 'ann', sites: [] });
    answer();
    expect(await first).toMatchObject({ ok: true });
    expect(await second).toEqual({ ok: false, error: 'wrong-site' });
    expect(codes()).toHaveLength(1);
  });

  it('that a page holds up over a lock brings nothing of the vault back', async () => {
    const answer = held();
    const opened = vi.spyOn(crypto.subtle, 'decrypt');
    const filling = fill();
    await vi.waitFor(() => expect(codes()).toHaveLength(1));
    await background.ask('lock');
    answer();
    await filling;
    expect([...background.session.keys()]).toEqual([]);
    // Nothing that was decrypted is left to answer from: the next look decrypts anew.
    await background.ask('unlock', { pin: PIN });
    opened.mockClear();
    await background.ask('accounts');
    expect(opened.mock.calls.length).toBeGreaterThan(0);
  });

  it('may go to another site of the account', async () => {
    await fill();
    background.show('https://acme.test.example/');
    await background.ask('editAccount', {
      id,
      issuer: 'Acme',
      name: 'ann',
      sites: ['acme.example', 'test.example'],
    });
    expect(await fill()).toMatchObject({ ok: true });
  });

  it('of a clock that was set back is held by nothing that lies ahead', async () => {
    await fill();
    later(-3 * DAY);
    await background.ask('lock');
    await background.ask('unlock', { pin: PIN });
    expect(await fill()).toMatchObject({ ok: true });
  });

  it('that was used leads from the offer to the popup, which keeps the place', async () => {
    await fill();
    expect(await press()).toEqual({ ok: true, value: 'popup' });
    expect(background.state.popups).toBe(1);
    expect(await background.ask('status')).toMatchObject({ waiting: { site: 'acme.example' } });
  });

  it('that was used keeps the place, too, when the PIN was asked for first', async () => {
    await fill();
    await background.ask('lock');
    await background.askFrom(0, 'accept', { document: DOCUMENT });
    expect(await background.ask('unlock', { pin: PIN })).toEqual({ ok: true, value: { filled: false } });
    expect(await background.ask('status')).toMatchObject({ waiting: { site: 'acme.example' } });
  });
});

describe('a code that ended in its field', () => {
  const refill = (frameId = 0, document = DOCUMENT) => background.askFrom(frameId, 'refill', { document });
  const refused = { ok: false, error: 'no-grant' };

  it('is filled anew once, with the one that follows', async () => {
    await fill();
    later(STEP);
    expect(await refill()).toEqual({ ok: true, value: 'filled' });
    expect(new Set(codes()).size).toBe(2);
    later(STEP);
    expect(await refill()).toEqual(refused);
    expect(codes()).toHaveLength(2);
    expect(background.state.orders.at(-1)?.data).toMatchObject({ again: true });
  });

  it.each([
    ['before its end', () => later(STEP / 2 - 1)],
    ['after the period that followed', () => later(STEP * 1.5)],
    [
      'in a tab that is not looked at',
      () => {
        later(STEP);
        background.state.activeTab = 2;
        background.state.tabs.push({ id: 2, windowId: 1, url: 'https://other.example/', frames: [] });
      },
    ],
    [
      'in a window without the focus',
      () => {
        later(STEP);
        background.state.windowFocused = false;
      },
    ],
  ])('is not filled anew %s', async (_, when) => {
    await fill();
    when();
    const url = 'https://login.acme.example/2fa';
    const sender = { url, frameId: 0, tab: { id: 1, url } };
    expect(await background.send('content', 'refill', { document: DOCUMENT }, sender)).toEqual({
      reply: refused,
    });
    expect(codes()).toHaveLength(1);
  });

  it('is not filled anew for another document or frame, at another address, or after a lock', async () => {
    await fill();
    later(STEP);
    expect(await refill(0, '0b0f7b0e-1111-4222-8333-444455557777' as DocumentToken)).toEqual(refused);
    background.show('https://login.acme.example/2fa', [{ url: 'https://acme.example/', parent: 0 }]);
    expect(await refill(1)).toEqual(refused);
    // That spent it.
    expect(await refill()).toEqual(refused);
    later(STEP);
    await fill();
    later(STEP);
    background.show('https://other.example/');
    expect(await refill()).toEqual({ ok: false, error: 'wrong-site' });
    background.show('https://login.acme.example/2fa');
    later(STEP);
    await fill();
    await background.ask('lock');
    later(STEP);
    expect(await refill()).toEqual(refused);
    expect(codes()).toHaveLength(3);
  });

  it('is not filled anew when its turn came after the period that followed', async () => {
    await fill();
    later(STEP);
    const other = await addAccount(
      background,
      URI.replace('ann', 'bob').replace('GEZD', 'MFRG'),
      'acme.example',
    );
    const answer = held({ done: false, why: 'not-accepted' });
    const long = background.ask('fill', { id: other, link: null });
    await vi.waitFor(() => expect(codes()).toHaveLength(2));
    const waiting = refill();
    await new Promise((resolve) => setTimeout(resolve, 50));
    later(STEP);
    answer();
    await long;
    expect(await waiting).toEqual({ ok: false, error: 'page-gone' });
    expect(codes()).toHaveLength(2);
  });

  it('is not filled anew where every code asks for the PIN, nor by counter', async () => {
    await background.ask('changeSettings', { pinForCodes: true });
    await background.ask('fill', { id, link: null, pin: PIN });
    later(STEP);
    expect(await refill()).toEqual({ ok: false, error: 'locked' });
    const hotp = URI.replace('totp', 'hotp').replace('ann', 'bob');
    const counted = await addAccount(background, hotp, 'acme.example');
    await background.ask('fill', { id: counted, link: null, pin: PIN });
    later(STEP);
    expect(await refill()).toEqual(refused);
  });
});

describe('the log', () => {
  it('says what was filled where and by what, newest first, for 30 days; and is cleared on demand', async () => {
    await fill();
    later(STEP);
    await press();
    const account = { issuer: 'Acme', name: 'ann' };
    const first = { at: MID_STEP, site: 'acme.example', by: 'popup', account };
    const second = { ...first, at: MID_STEP + STEP, by: 'offer' };
    expect(await background.ask('fills')).toEqual({ ok: true, value: [second, first] });
    await background.ask('deleteAccount', { id });
    expect(await background.ask('fills')).toMatchObject({ value: [{ account: null }, { account: null }] });
    expect(await background.ask('clearFills')).toEqual({ ok: true, value: null });
    expect(await background.ask('fills')).toEqual({ ok: true, value: [] });
  });

  it('forgets after 30 days, also what nobody filled after', async () => {
    await fill();
    later(30 * DAY);
    await background.ask('unlock', { pin: PIN });
    expect(await background.ask('fills')).toEqual({ ok: true, value: [] });
  });

  it('is for the open vault alone, and nothing of it is stored in clear', async () => {
    await fill();
    await background.ask('lock');
    expect(await background.ask('fills')).toEqual({ ok: false, error: 'locked' });
    const stored = JSON.stringify([[...background.local], [...background.session]]);
    expect(stored).not.toContain('acme.example');
    expect(stored).not.toContain('popup');
  });
});
