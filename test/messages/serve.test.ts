import { afterEach, expect, it, vi } from 'vitest';
import type { Handlers, OwnPageHandlers } from '../../src/messages/serve.ts';
import { makeFakeBrowser, OWN_ORIGIN } from '../fakes/browser.ts';

afterEach(() => vi.restoreAllMocks());

it('a failed handler answers with a code, and its log has no word of what it was about', async () => {
  const fake = makeFakeBrowser();
  vi.doMock('../../src/platform/browser.ts', () => ({ browser: fake.browser }));
  vi.resetModules();
  const { dispatch } = await import('../../src/messages/serve.ts');
  const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const own = {
    status: () => {
      throw new TypeError('GEZDGNBV for ann@example.com\n    and more of ann@example.com');
    },
  } as unknown as OwnPageHandlers;
  const handlers = { own, content: {}, offer: {} } as unknown as Handlers;
  const sender = { id: fake.browser.runtime.id, url: `${OWN_ORIGIN}/src/popup/index.html` };
  const message = { tweestap: 'own-page', name: 'status' };
  expect(await dispatch(message, sender as never, handlers)).toEqual({
    failed: 'internal',
  });
  expect(log).toHaveBeenCalledTimes(1);
  const said = JSON.stringify(log.mock.calls);
  expect(said).toContain('TypeError');
  expect(said).toContain('serve.test.ts');
  expect(said).not.toMatch(/GEZDGNBV|ann|example/);
});

it('a failure that asks to wait says how long, to whoever asked', async () => {
  const fake = makeFakeBrowser();
  vi.doMock('../../src/platform/browser.ts', () => ({ browser: fake.browser }));
  vi.resetModules();
  const { AppError } = await import('../../src/core/app-error.ts');
  const { dispatch } = await import('../../src/messages/serve.ts');
  const { ask } = await import('../../src/messages/send.ts');
  const own = {
    status: () => {
      throw new AppError('account-throttled', { seconds: 30 });
    },
  } as unknown as OwnPageHandlers;
  const handlers = { own, content: {}, offer: {} } as unknown as Handlers;
  const sender = { id: fake.browser.runtime.id, url: `${OWN_ORIGIN}/src/popup/index.html` };
  const message = { tweestap: 'own-page', name: 'status' };
  const reply = await dispatch(message, sender as never, handlers);
  Object.assign(fake.browser.runtime, { sendMessage: async () => reply });
  await expect(ask('status')).rejects.toMatchObject({ code: 'account-throttled', seconds: 30 });
});
