import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addAccount, type Background, makeVault, startBackground } from '../fakes/background.ts';

const URI = 'otpauth://totp/Acme:ann?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Acme';
const PIN = '493817';
const ORIGIN = 'https://login.acme.example';

let background: Background;
let pointed: unknown = null;

beforeEach(async () => {
  background = await startBackground();
  background.show(`${ORIGIN}/2fa`, [{ url: 'https://evil.example/', parent: 0 }]);
  background.answerOrders(({ name }) => ({ reply: name === 'pointedAt' ? pointed : null }));
  const { listenForGestures } = await import('../../src/background/gestures.ts');
  listenForGestures();
  await makeVault(background, PIN);
  await addAccount(background, URI, 'acme.example');
});
afterEach(() => {
  vi.unstubAllGlobals();
});

async function say(is: 'code' | 'none', boxes: unknown, frameId = 0) {
  pointed = boxes;
  // The one of adding the account may be under way.
  await new Promise((resolve) => setTimeout(resolve));
  background.state.orders.length = 0;
  const before = background.state.popups;
  const menuItemId = `teach-${is}`;
  background.browser.contextMenus.onClicked.fire({ menuItemId, frameId }, { id: 1, url: `${ORIGIN}/2fa` });
  await vi.waitFor(async () => {
    const told = background.state.orders.some(({ name }) => name === 'offerChanged');
    expect(told || background.state.popups > before).toBe(true);
  });
}
const taught = (frameId = 0) => background.askFrom(frameId, 'taught', undefined);
const origins = async () => (await background.ask('settings')).taughtOrigins;

describe('what the user says of a field', () => {
  it('is told to the pages of that origin alone, and the last word holds', async () => {
    await say('code', [['#a']]);
    expect(await taught()).toEqual([{ boxes: [['#a']], is: 'code' }]);
    await say('none', [['#a']]);
    expect(await taught()).toEqual([{ boxes: [['#a']], is: 'none' }]);
    await say('code', [['#b', 'input'], ['#c']]);
    expect(await taught()).toHaveLength(2);
    expect(await taught(1)).toEqual([]);
    expect(await origins()).toEqual([ORIGIN]);
    background.show('https://www.acme.example/');
    expect(await taught()).toEqual([]);
  });

  it('is undone in settings, outlives the worker, and is told to nobody while locked', async () => {
    await say('code', [['#a']]);
    await background.kill();
    expect(await taught()).toHaveLength(1);
    await background.ask('lock');
    expect(await taught()).toEqual([]);
    expect(await origins()).toEqual([]);
    await background.ask('unlock', { pin: PIN });
    await background.ask('forgetTaught', { origin: 'https://other.example' });
    expect(await origins()).toEqual([ORIGIN]);
    await background.ask('forgetTaught', { origin: ORIGIN });
    expect(await taught()).toEqual([]);
    expect(await origins()).toEqual([]);
  });

  it.each([
    ['nothing that takes a code', null],
    ['no list', '#a'],
    ['an empty list', []],
    ['an empty path', [[]]],
    ['too many boxes', Array.from({ length: 13 }, () => ['#a'])],
    ['a selector without end', [['a'.repeat(2001)]]],
    ['no selector', [[7]]],
  ])('is not kept where the page answers with %s', async (_, answer) => {
    await say('code', answer);
    expect(background.state.popups).toBe(1);
    expect(await origins()).toEqual([]);
  });

  it('is not kept for a frame of another site, nor while locked', async () => {
    await say('code', [['#a']], 1);
    await background.ask('lock');
    await say('code', [['#a']]);
    await background.ask('unlock', { pin: PIN });
    expect(await origins()).toEqual([]);
    expect(background.state.popups).toBe(2);
  });

  it('is sealed with the vault', async () => {
    await say('code', [['#taught-field']]);
    const stored = JSON.stringify([[...background.local], [...background.session]]);
    expect(stored).not.toContain('taught-field');
    expect(stored).not.toContain(ORIGIN);
  });
});
