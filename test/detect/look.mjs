/** Shows pages to the built content script in a real Chromium, and asks it what it makes of their fields. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { ensureBrowser } from '../../scripts/browsers.mjs';

const ORIGIN = 'https://page.test/';

/**
 * @typedef {{ selectors: string[], kind: 'totp' | 'enrolment' | 'sent' | 'recovery' | 'none', rule: string }} Found
 * @typedef {object} Look
 * @property {Found[]} fields every field that was judged
 * @property {number[][]} boxes for each of them, the numbers of its elements
 * @property {(number | null)[]} labelled the number of each labelled selector's element; null where it names none
 * @property {number} took milliseconds
 */

/** Runs before the script: as much of a browser's extension API as it asks for in a page. */
function standIn() {
  const runtime = {
    id: 'tweestap',
    sendMessage: async () => ({ reply: null }),
    onMessage: {
      addListener: (listener) => {
        globalThis.orders = listener;
      },
    },
    getURL: (file) => file,
  };
  const i18n = { getMessage: (key) => key, getUILanguage: () => 'en' };
  globalThis.chrome = { runtime, i18n };
}

/** Runs in the page. @param {string[]} selectors @returns {Promise<Look>} */
async function askInPage(selectors) {
  const known = new Map();
  const numberOf = (element) => {
    if (!known.has(element)) known.set(element, known.size);
    return known.get(element);
  };
  const find = (selector) =>
    selector
      .split(' >>> ')
      .reduce((root, step) => (root?.shadowRoot ?? root)?.querySelector?.(step) ?? null, document);
  const from = performance.now();
  const order = { tweestap: 'to-content', name: 'explain' };
  const answer = await new Promise((resolve) => {
    const given = globalThis.orders(order, { id: 'tweestap' }, resolve);
    if (typeof given?.then === 'function') given.then(resolve);
  });
  const took = performance.now() - from;
  const fields = answer.reply;
  return {
    fields,
    boxes: fields.map((field) => field.selectors.map((selector) => numberOf(find(selector)))),
    labelled: selectors.map((selector) => {
      const element = find(selector);
      return element && numberOf(element);
    }),
    took,
  };
}

/**
 * @param {{ html: string, selectors: string[] }[]} pages
 * @param {{ build: string }} options
 * @returns {Promise<Look[]>}
 */
export async function lookAt(pages, { build }) {
  const scripts = ['first', 'main'].map((name) =>
    readFileSync(path.join(build, `src/content/${name}.iife.js`), 'utf8'),
  );
  const browser = await chromium.launch({
    executablePath: ensureBrowser('chrome'),
    args: ['--no-sandbox', '--disable-quic', '--disable-background-networking'],
  });
  try {
    const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
    let html = '';
    // Pages stand at a neutral address, without their own scripts and files: only what is stored is measured.
    await page.route('**/*', (route) =>
      route.request().url() === ORIGIN
        ? route.fulfill({ contentType: 'text/html; charset=utf-8', body: html })
        : route.abort(),
    );
    page.on('dialog', (dialog) => void dialog.dismiss());
    const looks = [];
    for (const { html: shown, selectors } of pages) {
      html = shown;
      await page.goto(ORIGIN, { waitUntil: 'domcontentloaded', timeout: 10_000 });
      await page.evaluate(standIn);
      for (const script of scripts) await page.evaluate(script);
      looks.push(await page.evaluate(askInPage, selectors));
    }
    return looks;
  } finally {
    await browser.close();
  }
}
