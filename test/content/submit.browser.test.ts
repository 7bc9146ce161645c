import { type Browser, chromium, type Page } from 'playwright-core';
import { build, type Rolldown } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureBrowser } from '../../scripts/browsers.mjs';

const CODE = '482913';
/** Notes what is pressed and sent, and stays. */
const NOTE = `<script>
  window.pressed = []; window.sent = 0;
  addEventListener('click', (e) => { const b = e.target.closest('button, input:not([name=c]), [role=button], div[id]'); if (b) pressed.push(b.id) });
  addEventListener('submit', (e) => { e.preventDefault(); sent += 1 });
</script>`;
const CODE_INPUT = '<input name="c">';

const PAGES: Record<string, { body: string; pressed: string[]; sent?: number }> = {
  'its form’s button': {
    body: `<form>${CODE_INPUT}<button id="go">Verify</button></form>`,
    pressed: ['go'],
    sent: 1,
  },
  'a button without words that are known': {
    body: `<form>${CODE_INPUT}<button id="go">Abrakadabra</button></form>`,
    pressed: ['go'],
    sent: 1,
  },
  'not the one for a new code': {
    body: `<form>${CODE_INPUT}<button id="new">Send me a code</button><button id="go">Sign in</button></form>`,
    pressed: ['go'],
    sent: 1,
  },
  'not one of two that could be it': {
    body: `<form>${CODE_INPUT}<button id="a">Verify</button><button id="b">Continue</button></form>`,
    pressed: [],
  },
  'not what empties the form or shows something': {
    body: `<form>${CODE_INPUT}<button type="reset" id="a">Clear</button><button type="button" id="b">Show</button><div id="go">Verify</div></form>`,
    pressed: [],
  },
  'one outside of its form that belongs to it': {
    body: `<form id="f">${CODE_INPUT}</form><button form="f" id="go">Next</button>`,
    pressed: ['go'],
    sent: 1,
  },
  'not one inside of its form that belongs to another': {
    body: `<form id="other"></form><form>${CODE_INPUT}<button form="other" id="a">Sign in</button></form>`,
    pressed: [],
  },
  'without a form, the one beside it': {
    body: `<div><div>${CODE_INPUT}</div><button id="go">Bevestigen</button></div><footer><button id="a">Accept all</button></footer>`,
    pressed: ['go'],
  },
  'without a form, not what is elsewhere on the page': {
    body: `<main><div>${CODE_INPUT}</div></main><aside><button id="a">OK</button></aside><form><button id="b">Continue</button></form>`,
    pressed: [],
  },
  'one that comes alive by the code': {
    body: `<form>${CODE_INPUT}<button id="go" disabled>Verify</button></form><script>
      document.querySelector('input').addEventListener('input', (e) => setTimeout(() => { go.disabled = e.target.value.length < 6 }, 200));
    </script>`,
    pressed: ['go'],
    sent: 1,
  },
  'none where the page sends itself': {
    body: `<form>${CODE_INPUT}<button id="go">Verify</button></form><script>
      document.querySelector('input').addEventListener('input', (e) => e.target.value.length === 6 && e.target.form.requestSubmit());
    </script>`,
    pressed: [],
    sent: 1,
  },
  'none where the page is busy with it': {
    body: `<form>${CODE_INPUT}<button id="go">Verify</button></form><script>
      document.querySelector('input').addEventListener('input', () => { go.disabled = true; setTimeout(() => { go.disabled = false }, 400) });
    </script>`,
    pressed: [],
  },
  'none where the page shut its field meanwhile': {
    body: `<form>${CODE_INPUT}<button id="go" disabled>Verify</button></form><script>
      const box = document.querySelector('input');
      box.addEventListener('input', () => { if (box.value.length < 6) return; setTimeout(() => { box.readOnly = true }, 30);
        setTimeout(() => { box.readOnly = false; go.disabled = false }, 300) });
    </script>`,
    pressed: [],
  },
};

describe('the press after a fill, in a real page', () => {
  let browser: Browser;
  let page: Page;
  let script = '';
  let body = '';

  beforeAll(async () => {
    const [bundle] = (await build({
      configFile: false,
      logLevel: 'silent',
      build: {
        write: false,
        lib: { entry: 'test/content/fill-and-submit.ts', formats: ['iife'], name: 'tweestap' },
      },
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

  it.each(Object.entries(PAGES))('is on %s', async (_, { body: content, pressed, sent = 0 }) => {
    body = `<!doctype html><body>${NOTE}${content}</body>`;
    await page.goto('https://page.test/');
    await page.addScriptTag({ content: script });
    await page.evaluate(`tweestap.fillAndSubmit(document.querySelector('[name=c]'), '${CODE}')`);
    // Longer than a page is busy above.
    await page.waitForTimeout(600);
    expect(await page.evaluate('[pressed.filter(Boolean), sent]')).toEqual([pressed, sent]);
  });
});
