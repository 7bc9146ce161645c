import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Site } from '../../src/core/account.ts';
import type { DocumentToken } from '../../src/messages/protocol.ts';
import { addAccount, type Background, makeVault, startBackground } from '../fakes/background.ts';
import { OWN_ORIGIN } from '../fakes/browser.ts';

const URI = 'otpauth://totp/Acme:ann?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Acme';
const DOCUMENT = '0b0f7b0e-1111-4222-8333-444455556666' as DocumentToken;
const OTHER_DOCUMENT = '0b0f7b0e-1111-4222-8333-444455557777' as DocumentToken;
const PIN = '493817';

let background: Background;

beforeEach(async () => {
  background = await startBackground();
  background.show('https://login.acme.example/2fa');
});
afterEach(() => {
  vi.unstubAllGlobals();
});

/** A frame that fills the one document it knows. */
function framesObey(document = DOCUMENT) {
  background.answerOrders(({ name, data }) => {
    if (name === 'fieldHere') return { reply: { document, field: 'code', focused: true } };
    if (name !== 'fill') return { reply: null };
    const same = (data as { document: string }).document === document;
    return { reply: same ? { done: true, how: 'value' } : { done: false, why: 'other-document' } };
  });
}

/** In the middle of a code's thirty seconds. */
const MID_STEP = Date.UTC(2026, 0, 1, 12, 0, 15);
const nextStep = () => vi.setSystemTime(Date.now() + 30_000);

function fills() {
  return background.state.orders.filter(({ name }) => name === 'fill');
}

describe('every message', () => {
  const ownNames = [
    'status',
    'opened',
    'setupBegin',
    'setupConfirm',
    'setupCancel',
    'unlock',
    'changePin',
    'renewalBegin',
    'renewalChoose',
    'lock',
    'accounts',
    'editAccount',
    'deleteAccount',
    'undoDelete',
    'revealCode',
    'showSecret',
    'advanceCounter',
    'pagePictures',
    'draftFromUri',
    'draftByHand',
    'draft',
    'saveDraft',
    'discardDraft',
    'fill',
    'dismissWaiting',
    'setSubmits',
    'fills',
    'clearFills',
    'settings',
    'changeSettings',
    'offerAgain',
    'forgetTaught',
    'contactMake',
    'contactRemove',
    'backupMake',
    'backupCheck',
    'restoreHead',
    'restoreOpen',
    'restorePreview',
    'restoreMerge',
    'restoreCancel',
    'sealedCopy',
    'restoreCopy',
    'startOver',
    'siteFacts',
    'proposedSites',
    'checkUp',
    'mergeDuplicates',
  ];
  const strangers: [string, object][] = [
    [
      'a page frame',
      { url: 'https://acme.example/', frameId: 0, tab: { id: 1, url: 'https://acme.example/' } },
    ],
    ['another extension', { id: 'other', url: 'chrome-extension://other/src/popup/index.html' }],
    ['another extension that copies our address', { id: 'other', url: `${OWN_ORIGIN}/src/popup/index.html` }],
    ['a page of ours that is not on the list', { url: `${OWN_ORIGIN}/src/other.html` }],
    ['a page that ends like ours', { url: 'https://evil.example/src/popup/index.html' }],
    ['nobody', { url: undefined }],
  ];

  it('is on this list', async () => {
    const { ownPageHandlers } = await import('../../src/background/own-page-handlers.ts');
    expect(Object.keys(ownPageHandlers)).toEqual(ownNames);
  });

  it.each(strangers)('for our own pages is refused from %s', async (_, sender) => {
    await makeVault(background, PIN);
    for (const name of ownNames) {
      expect(await background.send('own-page', name, { pin: PIN, word: 'DELETE' }, sender)).toBeUndefined();
    }
    expect(await background.ask('status')).toMatchObject({ state: 'unlocked' });
  });

  it.each([
    ['our popup', { url: `${OWN_ORIGIN}/src/popup/index.html` }],
    ['another extension', { id: 'other', url: 'https://acme.example/', frameId: 0, tab: { id: 1 } }],
    ['a file', { url: 'file:///x.html', frameId: 0, tab: { id: 1 } }],
    [
      'a frame whose origin is opaque',
      { url: 'https://acme.example/', origin: 'null', frameId: 0, tab: { id: 1 } },
    ],
    ['no tab', { url: 'https://acme.example/', frameId: 0 }],
  ])('for content scripts is refused from %s', async (_, sender) => {
    const { contentHandlers } = await import('../../src/background/content-handlers.ts');
    for (const name of Object.keys(contentHandlers)) {
      expect(
        await background.send('content', name, { document: DOCUMENT, seen: true }, sender),
      ).toBeUndefined();
    }
  });

  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', ''])(
    'named %j is nobody’s',
    async (name) => {
      expect(
        await background.send('own-page', name, {}, { url: `${OWN_ORIGIN}/src/popup/index.html` }),
      ).toBeUndefined();
      expect(
        await background.send(
          'content',
          name,
          {},
          { url: 'https://acme.example/', frameId: 0, tab: { id: 1 } },
        ),
      ).toBeUndefined();
    },
  );

  it.each([null, 7, 'x', {}, { document: 'x' }, { document: {}, seen: true }])(
    'from a content script with the data %j is refused without effect',
    async (data) => {
      await expect(background.askFrom(0, 'accept', data)).rejects.toThrow('bad-message');
      await expect(background.press(data)).rejects.toThrow('bad-message');
      expect(background.state.popups).toBe(0);
    },
  );

  it.each([{ document: DOCUMENT }, { document: DOCUMENT, seen: 1 }])(
    'from the offer’s frame with the data %j is refused without effect',
    async (data) => {
      await expect(background.press(data)).rejects.toThrow('bad-message');
      expect(background.state.popups).toBe(0);
    },
  );

  it('from a page or the offer’s frame, with whatever data, has no effect', async () => {
    // An open vault notes when it was looked at.
    vi.useFakeTimers({ toFake: ['Date'], now: MID_STEP });
    const { contentHandlers, offerHandlers } = await import('../../src/background/content-handlers.ts');
    await makeVault(background, PIN);
    await addAccount(background, URI, 'acme.example');
    framesObey();
    await background.askFrom(0, 'offer', { document: DOCUMENT, enrols: false });
    const names = [
      ...Object.keys(contentHandlers).map((name) => ['content', name] as const),
      ...Object.keys(offerHandlers).map((name) => ['offer', name] as const),
    ];
    const url = 'https://login.acme.example/2fa';
    const frames = {
      content: { url, frameId: 0, tab: { id: 1, url } },
      offer: { url: `${OWN_ORIGIN}/src/offer/index.html`, frameId: 90, tab: { id: 1, url } },
    };
    const nearly = fc.record({
      document: fc.oneof(
        fc.anything(),
        fc.string().map((tail) => `${DOCUMENT}${tail || ' '}`),
        fc.constant([DOCUMENT]),
        fc.constant(DOCUMENT.toUpperCase()),
      ),
      seen: fc.anything(),
      site: fc.constant('acme.example'),
      code: fc.string(),
    });
    const before = JSON.stringify([[...background.local], [...background.session]]);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...names),
        fc.oneof(fc.anything({ withBigInt: true, withNullPrototype: true }), nearly),
        async ([kind, name], data) => {
          const reply = await background.send(kind, name, data, frames[kind]);
          // These take no data.
          if (name !== 'load' && name !== 'taught') expect(reply).toEqual({ failed: 'bad-message' });
          expect(fills()).toHaveLength(0);
          expect(background.state.popups).toBe(0);
        },
      ),
      { numRuns: 1000 },
    );
    expect(JSON.stringify([[...background.local], [...background.session]])).toBe(before);
    vi.useRealTimers();
  });

  it('for the offer’s frame is refused from anyone else, and fills nothing', async () => {
    const senders = [
      { url: 'https://acme.example/', frameId: 0, tab: { id: 1, url: 'https://acme.example/' } },
      { url: `${OWN_ORIGIN}/src/popup/index.html` },
      { url: `${OWN_ORIGIN}/src/offer/index.html` },
      // In a tab of its own, where no page is around it.
      { url: `${OWN_ORIGIN}/src/offer/index.html`, frameId: 0, tab: { id: 1, url: 'https://acme.example/' } },
      { id: 'other', url: `${OWN_ORIGIN}/src/offer/index.html`, frameId: 9, tab: { id: 1 } },
    ];
    for (const sender of senders)
      expect(
        await background.send('offer', 'press', { document: DOCUMENT, seen: true }, sender),
      ).toBeUndefined();
    const frame = { url: `${OWN_ORIGIN}/src/offer/index.html`, frameId: 9, tab: { id: 1 } };
    for (const kind of ['own-page', 'content'] as const)
      expect(
        await background.send(kind, 'accept', { document: DOCUMENT, seen: true }, frame),
      ).toBeUndefined();
    expect(background.state.popups).toBe(0);
  });
});

/** The page's top frame was offered, and its offer pressed. */
async function pressed(seen: boolean) {
  await background.askFrom(0, 'offer', { document: DOCUMENT, enrols: false });
  return background.press({ document: DOCUMENT, seen });
}

describe('an offer', () => {
  it('is none before there is a vault', async () => {
    expect(await background.askFrom(0, 'offer', { document: DOCUMENT, enrols: false })).toEqual({
      kind: 'none',
      maySave: false,
    });
  });

  it('stands at any code field while locked, names nobody and leads to the popup', async () => {
    await makeVault(background, PIN);
    await addAccount(background, URI, 'acme.example');
    await background.ask('lock');
    background.show('https://elsewhere.example/');
    expect(await background.askFrom(0, 'offer', { document: DOCUMENT, enrols: false })).toEqual({
      kind: 'locked',
    });
    expect(await pressed(true)).toEqual({
      ok: true,
      value: 'popup',
    });
    expect(background.state.popups).toBe(1);
    expect(await background.ask('status')).toMatchObject({
      state: 'locked',
      waiting: { site: 'elsewhere.example' },
    });
  });

  it('is made only on the sites that an account belongs to', async () => {
    await makeVault(background, PIN);
    await addAccount(background, URI, 'acme.example');
    expect(await background.askFrom(0, 'offer', { document: DOCUMENT, enrols: false })).toEqual({
      kind: 'popup',
    });
    for (const url of [
      'https://acme.example.evil.test/',
      'https://evil.test/acme.example',
      'https://acme-example.test/',
    ]) {
      background.show(url);
      const offered = await background.askFrom(0, 'offer', { document: DOCUMENT, enrols: false });
      // What looks like the site is not offered to be kept either.
      expect(offered).toEqual({ kind: 'none', maySave: url === 'https://evil.test/acme.example' });
    }
  });

  it('is to save an account only where none belongs, the page shows a code for one, and nothing forbids it', async () => {
    const ask = () => background.askFrom(0, 'offer', { document: DOCUMENT, enrols: true });
    expect(await ask()).toEqual({ kind: 'none', maySave: false });
    await makeVault(background, PIN);
    expect(await ask()).toEqual({ kind: 'save' });
    expect(await background.press({ document: DOCUMENT, seen: true })).toEqual({ ok: true, value: 'popup' });
    expect(await background.ask('status')).toMatchObject({ waiting: { enrols: true } });
    await addAccount(background, URI, 'acme.example');
    expect(await ask()).toEqual({ kind: 'popup' });
    await background.ask('lock');
    expect(await ask()).toEqual({ kind: 'locked' });
  });

  it('is never made in a frame inside another site, nor below one', async () => {
    await makeVault(background, PIN);
    await addAccount(background, URI, 'acme.example');
    background.show('https://acme.example/', [
      { url: 'https://acme.example/frame', parent: 0 },
      { url: 'https://evil.test/', parent: 0 },
      { url: 'https://acme.example/in-evil', parent: 2 },
      { url: 'about:srcdoc', parent: 0 },
    ]);
    const kinds = [];
    for (const frame of [0, 1, 3])
      kinds.push((await background.askFrom(frame, 'offer', { document: DOCUMENT, enrols: false })).kind);
    expect(kinds).toEqual(['popup', 'popup', 'none']);
    background.show('https://evil.test/', [{ url: 'https://acme.example/2fa', parent: 0 }]);
    expect(await background.askFrom(1, 'offer', { document: DOCUMENT, enrols: false })).toEqual({
      kind: 'none',
      maySave: false,
    });
    expect(await background.press({ document: DOCUMENT, seen: true })).toEqual({
      ok: false,
      error: 'frame-refused',
    });
  });

  it('is not made on a site where the user wants none', async () => {
    await makeVault(background, PIN);
    await addAccount(background, URI, 'acme.example');
    const { changeNotes } = await import('../../src/background/vault-store.ts');
    const { openVault } = await import('../../src/background/vault-session.ts');
    const vault = await openVault(Date.now());
    if (!vault) throw new Error('locked');
    const site = 'acme.example' as Site;
    await changeNotes(vault, (notes) => ({ ...notes, neverSites: [site] }));
    expect(await background.ask('settings')).toMatchObject({ neverSites: ['acme.example'] });
    expect(await background.askFrom(0, 'offer', { document: DOCUMENT, enrols: false })).toEqual({
      kind: 'none',
      maySave: false,
    });
    await background.ask('changeSettings', { theme: 'dark' });
    expect(await background.ask('settings')).toMatchObject({ theme: 'dark', neverSites: ['acme.example'] });
    await background.ask('offerAgain', { site });
    expect(await background.askFrom(0, 'offer', { document: DOCUMENT, enrols: false })).toEqual({
      kind: 'popup',
    });
  });
});

describe('a fill', () => {
  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: MID_STEP });
    await makeVault(background, PIN);
    framesObey();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('goes through the popup the first time, in the page after that, and only when the offer was really seen', async () => {
    const id = await addAccount(background, URI, 'acme.example');
    expect(await pressed(true)).toEqual({
      ok: true,
      value: 'popup',
    });
    expect(fills()).toHaveLength(0);
    expect(await background.ask('fill', { id, link: null })).toEqual({
      ok: true,
      value: { site: 'acme.example' },
    });
    expect(fills()).toHaveLength(1);
    expect(await background.askFrom(0, 'offer', { document: DOCUMENT, enrols: false })).toEqual({
      kind: 'fill',
    });
    expect(await pressed(false)).toEqual({
      ok: true,
      value: 'popup',
    });
    expect(fills()).toHaveLength(1);
    nextStep();
    expect(await pressed(true)).toEqual({
      ok: true,
      value: 'filled',
    });
    expect(fills()).toHaveLength(2);
    expect(await background.askFrom(0, 'accept', { document: DOCUMENT, seen: true } as never)).toEqual({
      ok: true,
      value: 'popup',
    });
    expect(fills()).toHaveLength(2);
  });

  it('sends the digits and nothing else', async () => {
    const id = await addAccount(background, URI, 'acme.example');
    await background.ask('fill', { id, link: null });
    expect(fills()).toEqual([
      {
        frameId: 0,
        name: 'fill',
        data: {
          document: DOCUMENT,
          code: expect.stringMatching(/^\d{6}$/),
          pointed: false,
          lasts: 15_000,
          again: false,
          submit: false,
        },
      },
    ]);
  });

  it('sends the code that is valid on arrival: in the last moment of one, the next at its turn', async () => {
    const { codeAt } = await import('../../src/core/code.ts');
    const { decodeBase32 } = await import('../../src/core/base32.ts');
    const id = await addAccount(background, URI, 'acme.example');
    const settings = { type: 'totp', algorithm: 'SHA1', digits: 6, periodSeconds: 30, counter: 0 } as const;
    const secret = decodeBase32('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
    if (!secret.ok) throw new Error('no secret');
    const turn = Math.ceil(Date.now() / 30_000) * 30_000;
    vi.useFakeTimers({ toFake: ['Date', 'setTimeout'], now: turn - 1_000 });
    try {
      const filling = background.ask('fill', { id, link: null });
      await vi.advanceTimersByTimeAsync(990);
      expect(fills()).toHaveLength(0);
      await vi.advanceTimersByTimeAsync(20);
      expect(await filling).toMatchObject({ ok: true });
      expect(fills()[0]?.data).toMatchObject({ code: codeAt(secret.value, settings as never, turn).code });
    } finally {
      vi.useRealTimers();
    }
  });

  it('goes to the document that was offered, not to the next one in its place', async () => {
    const id = await addAccount(background, URI, 'acme.example');
    await pressed(true);
    framesObey(OTHER_DOCUMENT);
    expect(await background.ask('fill', { id, link: null })).toEqual({ ok: false, error: 'page-gone' });
  });

  it('fills by a press only where the same tab was offered under the same token', async () => {
    const id = await addAccount(background, URI, 'acme.example');
    await background.ask('fill', { id, link: null });
    await background.askFrom(0, 'offer', { document: DOCUMENT, enrols: false });
    const before = fills().length;
    expect(await background.press({ document: OTHER_DOCUMENT, seen: true })).toEqual({
      ok: false,
      error: 'frame-refused',
    });
    const elsewhere = { url: `${OWN_ORIGIN}/src/offer/index.html`, frameId: 9, tab: { id: 2 } };
    const data = { document: DOCUMENT, seen: true };
    expect(await background.send('offer', 'press', data, elsewhere)).toEqual({
      reply: { ok: false, error: 'frame-refused' },
    });
    background.show('https://evil.test/');
    expect(await background.press(data)).toMatchObject({ ok: true, value: 'popup' });
    expect(fills()).toHaveLength(before);
  });

  it('does not follow the tab to another site', async () => {
    const id = await addAccount(background, URI, 'acme.example');
    await pressed(true);
    background.show('https://evil.test/');
    expect(await background.ask('fill', { id, link: null })).toEqual({ ok: false, error: 'wrong-site' });
    expect(fills()).toHaveLength(0);
  });

  it('uses its grant once', async () => {
    const id = await addAccount(background, URI, 'acme.example');
    await pressed(true);
    await background.ask('fill', { id, link: null });
    expect(await background.ask('status')).toMatchObject({ state: 'unlocked', waiting: null });
  });

  it('asks to link an account that does not belong here, and links only the site that is named', async () => {
    const bare = await addAccount(background, URI, null);
    expect(await background.ask('fill', { id: bare, link: null })).toEqual({
      ok: false,
      error: 'needs-link',
    });
    expect(await background.ask('fill', { id: bare, link: 'other.example' as never })).toEqual({
      ok: false,
      error: 'needs-link',
    });
    expect(await background.ask('fill', { id: bare, link: 'acme.example' as never })).toMatchObject({
      ok: true,
    });
    background.show('https://second.example/');
    expect(await background.ask('fill', { id: bare, link: null })).toEqual({
      ok: false,
      error: 'wrong-site',
    });
  });

  it('goes on after the PIN on a site where a fill was confirmed before', async () => {
    const id = await addAccount(background, URI, 'acme.example');
    await background.ask('fill', { id, link: null });
    nextStep();
    await background.ask('lock');
    await pressed(false);
    await background.kill();
    expect(await background.ask('unlock', { pin: PIN })).toEqual({ ok: true, value: { filled: true } });
    expect(fills()).toHaveLength(2);
  });

  it('waits for a click after the PIN where none was confirmed before', async () => {
    await addAccount(background, URI, 'acme.example');
    await background.ask('lock');
    await pressed(false);
    expect(await background.ask('unlock', { pin: PIN })).toEqual({ ok: true, value: { filled: false } });
    expect(await background.ask('status')).toMatchObject({
      state: 'unlocked',
      waiting: { site: 'acme.example' },
    });
    expect(fills()).toHaveLength(0);
  });

  it('counts a HOTP account on', async () => {
    const id = await addAccount(
      background,
      'otpauth://hotp/Acme:ann?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
      'acme.example',
    );
    await background.ask('fill', { id, link: null });
    const list = await background.ask('accounts');
    expect(list.ok && list.value.accounts[0]?.code?.code).toBe('287082');
  });
});
