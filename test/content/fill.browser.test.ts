import { type Browser, chromium, type Page } from 'playwright-core';
import { build, type Rolldown } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureBrowser } from '../../scripts/browsers.mjs';
import type { FillOutcome } from '../../src/messages/protocol.ts';
import { PAGES } from './fill-pages.ts';

const CODE = '482913';

describe('fill, in a real page', () => {
  let browser: Browser;
  let page: Page;
  let script = '';
  let body = '';

  async function open(content: string) {
    body = `<!doctype html><body>${content}</body>`;
    await page.goto('https://page.test/');
    await page.addScriptTag({ content: script });
  }

  beforeAll(async () => {
    const [bundle] = (await build({
      configFile: false,
      logLevel: 'silent',
      build: { write: false, lib: { entry: 'src/content/fill.ts', formats: ['iife'], name: 'tweestapFill' } },
    })) as Rolldown.RolldownOutput[];
    script = bundle?.output[0].code ?? '';
    browser = await chromium.launch({
      executablePath: await ensureBrowser('chrome'),
      args: ['--no-sandbox', '--disable-quic', '--disable-background-networking'],
    });
    page = await browser.newPage();
    await page.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body }));
  });

  afterAll(() => browser?.close());

  async function fillIn(name: keyof typeof PAGES, { value = '', mayReplace = true } = {}) {
    await open(PAGES[name]);
    return page.evaluate(
      async ([code, before, replace]) => {
        const boxes = [...document.querySelectorAll<HTMLElement>('input, textarea, [contenteditable]')];
        const textIn = (box: HTMLElement) => ('value' in box ? String(box.value) : (box.textContent ?? ''));
        if (before !== '' && boxes[0]) Object.assign(boxes[0], { value: before });
        const { fill } = (
          globalThis as unknown as { tweestapFill: { fill: (...data: unknown[]) => Promise<FillOutcome> } }
        ).tweestapFill;
        const outcome = await fill(boxes, code, replace);
        const values = boxes.map(textIn).join('');
        return {
          outcome,
          values,
          sent: (globalThis as { sent?: number }).sent,
          disabled: document.querySelectorAll('button:disabled').length,
        };
      },
      [CODE, value, mayReplace] as const,
    );
  }

  it.each([
    ['plain', 'value'],
    ['controlled', 'value'],
    ['keysOnly', 'keys'],
    ['boxes', 'boxes'],
    ['editableBoxes', 'boxes'],
    ['editable', 'value'],
    ['textarea', 'value'],
    ['pasteLater', 'paste'],
    ['enabledOneByOne', 'boxes'],
    ['spreads', 'value'],
  ] as const)('fills %s by %s', async (name, how) => {
    expect(await fillIn(name)).toMatchObject({ outcome: { done: true, how }, values: CODE });
  });

  it.each(['sendsForm', 'sendsBoxes', 'goesAway'] as const)(
    'writes once where the page sends itself: %s',
    async (name) => {
      expect(await fillIn(name)).toMatchObject({ outcome: { done: true }, sent: 1 });
    },
  );

  it('enables buttons that wait for input, keyup or change alone', async () => {
    expect(await fillIn('buttons')).toMatchObject({ disabled: 0 });
  });

  it('says so when the page takes nothing, and leaves nothing half done', async () => {
    expect(await fillIn('refuses')).toMatchObject({
      outcome: { done: false, why: 'not-accepted' },
      values: '',
    });
  });

  it('replaces what stands in the field only when the user named it', async () => {
    expect(await fillIn('plain', { value: 'mine', mayReplace: false })).toMatchObject({
      outcome: { done: false },
      values: 'mine',
    });
    expect(await fillIn('plain', { value: 'mine' })).toMatchObject({ outcome: { done: true }, values: CODE });
  });

  it('does not put six digits in four boxes', async () => {
    await open('<input maxlength="1">'.repeat(4));
    const outcome = await page.evaluate((code) => {
      const { fill } = (
        globalThis as unknown as { tweestapFill: { fill: (...data: unknown[]) => Promise<FillOutcome> } }
      ).tweestapFill;
      return fill([...document.querySelectorAll('input')], code, true);
    }, CODE);
    expect(outcome).toEqual({ done: false, why: 'not-accepted' });
  });
});
