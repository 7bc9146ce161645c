import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type DemoSite, startSite } from '../site/index.mjs';
import { type Driver, launch } from './driver/index.mjs';
import { sleep } from './driver/wait.mjs';

const PIN = '493817';
/** Short, where a test needs the next code. */
const PERIOD_SECONDS = 5;
/** How each design is filled and sent: where its field is, and what sends it (null: it sends itself). */
const DESIGNS: Record<string, { field: string; frame?: string; send: string | null; sendFrame?: string }> = {
  one: { field: '#code', send: '#verify' },
  six: { field: '#digit-1', send: '#verify' },
  'six-plain': { field: '.boxes input', send: '#verify' },
  editable: { field: '#digit-1', send: '#verify' },
  spa: { field: '#code', send: '#verify' },
  delayed: { field: '#code', send: '#verify' },
  'same-iframe': { field: '#code', frame: '#code-frame', send: '#verify', sendFrame: '#code-frame' },
  shadow: { field: 'code-step', send: null },
  bare: { field: 'main input', send: 'main button' },
  'change-only': { field: '#code', send: '#verify' },
  'input-only': { field: '#code', send: '#verify' },
  'self-submit': { field: '#code', send: null },
  controlled: { field: '#code', send: '#verify' },
};
/** Inside the open shadow root the page's own script presses the button, as a user's click would. */
const SHADOW_SEND = "document.querySelector('code-step').shadowRoot.querySelector('#verify').click()";

/** Every design of the code step: found, offered at, filled, and accepted by the server; or refused where it must be. */
export function fieldVariants(browser: 'chrome' | 'firefox'): void {
  describe(`code fields in ${browser}`, () => {
    let site: DemoSite;
    let driver: Driver;
    const here = () => new URL(site.url).host;

    beforeAll(async () => {
      site = await startSite();
      driver = await launch({ browser });
      await driver.createVault(PIN);
    });
    afterAll(async () => {
      await driver?.close();
      await site?.close();
    });

    /** A user with two-step verification on, whose account is the only one in the vault for this site. */
    async function enrolled(name: string, settings = {}) {
      const { uri } = site.addUser(name, settings);
      const account = await driver.addUri(uri, { site: here() });
      await driver.closePopup();
      return account;
    }

    async function passwordStep(name: string, variant: string): Promise<void> {
      await driver.goto(`${site.url}/logout`);
      await driver.goto(`${site.url}/login?variant=${variant}`);
      await driver.page.type('#user', name, { replace: true });
      await driver.page.type('#password', 'tweestap', { replace: true });
      await driver.page.click('#sign-in');
      if (variant !== 'spa') await expect.poll(() => driver.url()).toContain('/challenge');
    }

    /** The popup with its list, past a page that waits to be filled. */
    async function openList() {
      await driver.openPopup();
      if ((await driver.waitForScreen(['accounts', 'fill'])) === 'fill')
        await driver.popup.click('[data-act=dismiss]');
      await driver.waitForScreen('accounts');
    }

    afterEach(async () => {
      for (const { id } of await driver.codes()) {
        await openList();
        await driver.popup.click(`[data-account="${id}"] [data-act=more]`);
        await driver.popup.click(`[data-account="${id}"] [data-act=edit]`);
        await driver.waitForScreen('edit');
        await driver.popup.click('#delete');
        await driver.waitForScreen('accounts');
      }
      await driver.closePopup();
    });

    /** Digits in the fields of a document, its open shadow roots and its boxes together. */
    const digitsIn = (where: { frame?: string }): Promise<number> =>
      driver.page
        .eval(
          `(function count(root) {
            return [...root.querySelectorAll('*')].reduce((sum, element) =>
              sum + (element.matches('input:not([type=hidden])') ? element.value.length
                : element.isContentEditable ? element.textContent.length : 0) +
              (element.shadowRoot ? count(element.shadowRoot) : 0), 0);
          })(document)`,
          where,
        )
        // It sent itself: the document is gone.
        .catch(() => 6);

    /** Accepts the offer; where it leads to the popup, the click is there. Filled, or gone on, when this resolves. */
    async function fillByOffer(id: string, where: { frame?: string }): Promise<void> {
      await driver.acceptOffer();
      await expect
        .poll(
          async () =>
            (await driver.screen()) === 'fill' || (await signedIn()) || (await digitsIn(where)) >= 6,
          { timeout: 5000 },
        )
        .toBe(true);
      if ((await driver.screen()) === 'fill') await driver.fillFromPopup({ id });
    }

    const signedIn = async () => (await driver.page.count('#signed-in').catch(() => 0)) > 0;

    it.each(Object.entries(DESIGNS))(
      '%s: found, filled and accepted',
      async (variant, { field, frame, send, sendFrame }) => {
        const account = await enrolled(variant);
        await passwordStep(variant, variant);
        const where = frame ? { frame } : {};
        await driver.page.waitFor(field, where);
        await driver.page.click(field, where);
        await fillByOffer(account.id, where);
        if (variant === 'shadow') {
          await driver.page.eval(SHADOW_SEND);
        } else if (send) {
          await driver.page.click(send, sendFrame ? { frame: sendFrame } : {});
        }
        await driver.page.waitFor('#signed-in');
        expect(site.stats().users[variant]).toMatchObject({ accepted: 1, refused: 0 });
      },
    );

    it.each(['cross-iframe', 'sandboxed'])(
      '%s: nothing is offered and nothing is filled',
      async (variant) => {
        const account = await enrolled(variant);
        await passwordStep(variant, variant);
        await driver.page.waitFor('#code', { frame: '#code-frame' });
        await driver.page.click('#code', { frame: '#code-frame' });
        expect(await driver.offer({ timeout: 1500 })).toBeNull();
        expect(await driver.fillFromPopup({ id: account.id })).toMatchObject({ closed: false });
        await driver.closePopup();
        expect(site.stats().crossReceived).toEqual([]);
      },
    );

    it('a page without a code field shows no trace of us', async () => {
      await enrolled('not-codes');
      await passwordStep('not-codes', 'not-codes');
      await driver.page.waitFor('#coupon');
      for (const field of ['#coupon', '#postal', '#phone', '#cvv', '#captcha', '#search']) {
        await driver.page.click(field);
        expect(await driver.offer({ timeout: 400 }), field).toBeNull();
      }
      expect(await driver.page.eval("document.querySelectorAll('[popover]').length")).toBe(0);
    });

    it('while locked the offer names nobody, leads to the popup, and the fill goes on after the PIN', async () => {
      const account = await enrolled('locked');
      await driver.lock();
      await driver.closePopup();
      await passwordStep('locked', 'one');
      await driver.field('#code');
      expect(await driver.acceptOffer()).toMatchObject({ kind: 'locked' });
      expect(await driver.popupOpened()).toBe('locked');
      const { unlocked, closed } = await driver.unlock(PIN);
      expect(unlocked).toBe(true);
      if (!closed) await driver.fillFromPopup({ id: account.id });
      await driver.page.click('#verify');
      await driver.page.waitFor('#signed-in');
    });

    it('the command and the menu on a field fill it too', async () => {
      const account = await enrolled('asked', { period: PERIOD_SECONDS });
      await passwordStep('asked', 'one');
      await driver.field('#code');
      await driver.runCommand('fill');
      // The first fill on a site is confirmed in the popup, whatever asked for it.
      await driver.popupOpened();
      await driver.fillFromPopup({ id: account.id });
      await expect
        .poll(() => driver.page.eval("document.querySelector('#code').value.length"), { timeout: 5000 })
        .toBe(6);
      await driver.goto(`${site.url}/challenge?variant=bare`);
      await sleep(PERIOD_SECONDS * 1000);
      await driver.contextMenu('main input', 'fill');
      await expect
        .poll(() => driver.page.eval("document.querySelector('main input').value.length"), { timeout: 5000 })
        .toBe(6);
    });

    it('a code that ends in its field is followed by the next one, once; then the offer is there again', async () => {
      const { id } = await enrolled('waits', { period: PERIOD_SECONDS });
      await passwordStep('waits', 'one');
      await driver.field('#code');
      await fillByOffer(id, {});
      const value = () => driver.page.eval("document.querySelector('#code').value");
      await expect.poll(value).toMatch(/^\d{6}$/);
      const first = await value();
      await expect.poll(value, { timeout: 8000 }).not.toBe(first);
      const second = await value();
      expect(second).toMatch(/^\d{6}$/);
      await expect.poll(() => driver.offer({ timeout: 100 }), { timeout: 8000 }).not.toBeNull();
      expect(await value()).toBe(second);
      await driver.acceptOffer();
      await expect
        .poll(async () => (await driver.screen()) === 'fill' || (await value()) !== second, { timeout: 5000 })
        .toBe(true);
      if ((await driver.screen()) === 'fill') await driver.fillFromPopup({ id });
      await expect.poll(value, { timeout: 5000 }).not.toBe(second);
      await driver.page.click('#verify');
      await driver.page.waitFor('#signed-in');
      expect(site.stats().users.waits).toMatchObject({ accepted: 1, refused: 0, replays: 0 });
    });

    it('a code that was typed over, or sent, is not replaced', async () => {
      const { id } = await enrolled('typed-over', { period: PERIOD_SECONDS });
      await passwordStep('typed-over', 'one');
      await driver.field('#code');
      await fillByOffer(id, {});
      await driver.page.type('#code', '123', { replace: true });
      await sleep(PERIOD_SECONDS * 1000 + 500);
      expect(await driver.page.eval("document.querySelector('#code').value")).toBe('123');
    });

    it('the offer makes way for who types the code, and comes back to an empty field', async () => {
      await enrolled('typed');
      await passwordStep('typed', 'one');
      await driver.field('#code');
      expect(await driver.offer()).not.toBeNull();
      await driver.page.type('#code', '12');
      await expect.poll(() => driver.offer({ timeout: 100 }), { timeout: 3000 }).toBeNull();
      await driver.page.type('#code', '', { replace: true });
      expect(await driver.offer()).not.toBeNull();
    });

    it('nothing is offered on a site once the user wants none there, until that is undone in settings', async () => {
      await enrolled('never');
      await passwordStep('never', 'one');
      await driver.field('#code');
      expect(await driver.offer()).not.toBeNull();
      await driver.contextMenu('#code', 'never');
      await expect.poll(() => driver.offer({ timeout: 200 }), { timeout: 5000 }).toBeNull();
      await driver.openPopup();
      await driver.popup.click('#settings');
      await driver.waitForScreen('settings');
      await driver.popup.click('[data-act=remove-site]');
      await driver.closePopup();
      await driver.goto(`${site.url}/challenge?variant=one`);
      await driver.field('#code');
      expect(await driver.offer()).not.toBeNull();
    });

    it('the page’s button is pressed where the user wants that, and never the one for a new code', async () => {
      const { id } = await enrolled('submits');
      await passwordStep('submits', 'one');
      await driver.page.eval(`(() => {
        const other = document.querySelector('#verify').cloneNode(true);
        other.id = 'resend';
        other.textContent = 'Send a new code';
        other.addEventListener('click', (event) => { event.preventDefault(); document.title = 'resent'; });
        document.querySelector('#verify').before(other);
      })()`);
      await driver.field('#code');
      await driver.openPopup();
      await driver.waitForScreen('accounts');
      await driver.popup.click(`[data-account="${id}"] [data-act=more]`);
      await driver.popup.click(`[data-account="${id}"] [data-act=edit]`);
      await driver.waitForScreen('edit');
      await driver.popup.click('.switch');
      await expect
        .poll(() => driver.popup.eval("document.querySelector('.switch').ariaChecked"))
        .toBe('true');
      await driver.closePopup();
      await driver.field('#code');
      await fillByOffer(id, {});
      await driver.page.waitFor('#signed-in');
      expect(site.stats().users.submits).toMatchObject({ accepted: 1, refused: 0 });
    });

    /** Undoes in settings what the user said of the fields of this site. */
    async function forgetLessons() {
      await openList();
      await driver.popup.click('#settings');
      await driver.waitForScreen('settings');
      await driver.popup.click('[data-taught] [data-act=remove-site]');
      await driver.closePopup();
    }

    it('what the user says is the code field is one from then on, until that is undone', async () => {
      const { id } = await enrolled('taught');
      await passwordStep('taught', 'not-codes');
      await driver.page.waitFor('#coupon');
      await driver.page.click('#coupon');
      expect(await driver.offer({ timeout: 600 })).toBeNull();
      await driver.contextMenu('#coupon', 'teach-code');
      await expect.poll(() => driver.offer({ timeout: 200 }), { timeout: 5000 }).not.toBeNull();
      await driver.goto(`${site.url}/challenge?variant=not-codes`);
      await driver.page.click('#coupon');
      expect(await driver.offer()).not.toBeNull();
      await fillByOffer(id, {});
      expect(await driver.page.eval("document.querySelector('#coupon').value.length")).toBe(6);
      await forgetLessons();
      await driver.goto(`${site.url}/challenge?variant=not-codes`);
      await driver.page.click('#coupon');
      expect(await driver.offer({ timeout: 600 })).toBeNull();
    });

    it.each(['one', 'six', 'same-iframe', 'shadow'])(
      '%s: what the user says is none has no offer, until that is undone',
      async (variant) => {
        await enrolled(`untaught-${variant}`);
        await passwordStep(`untaught-${variant}`, variant);
        const { field, frame } = DESIGNS[variant] ?? { field: '#code' };
        const where = frame ? { frame } : {};
        await driver.page.waitFor(field, where);
        await driver.page.click(field, where);
        expect(await driver.offer()).not.toBeNull();
        await driver.contextMenu(field, 'teach-none', where);
        await expect.poll(() => driver.offer({ timeout: 200 }), { timeout: 5000 }).toBeNull();
        await forgetLessons();
        await driver.page.click(field, where);
        expect(await driver.offer()).not.toBeNull();
      },
    );

    /** A new user's page that shows a QR code in this way. */
    async function enrolmentPage(name: string, qr: string): Promise<void> {
      site.addUser(name, { twoStep: false });
      await driver.goto(`${site.url}/logout`);
      await driver.goto(`${site.url}/login`);
      await driver.page.type('#user', name, { replace: true });
      await driver.page.type('#password', 'tweestap', { replace: true });
      await driver.page.click('#sign-in');
      await driver.page.waitFor('#signed-in');
      await driver.goto(`${site.url}/security?qr=${qr}`);
      await driver.page.waitFor('#qr');
    }

    it.each(['svg', 'img', 'img-svg', 'canvas'])(
      'an enrolment whose QR code is drawn as %s is offered to be saved, and confirmed with the first code',
      async (qr) => {
        const name = `enrol-${qr}`;
        await enrolmentPage(name, qr);
        await driver.field('#code');
        expect(await driver.acceptOffer()).toMatchObject({ kind: 'save' });
        await driver.popupOpened();
        await driver.waitForScreen('preview');
        await driver.popup.click('#save');
        await driver.waitForScreen('fill');
        await driver.popup.click('[data-act=fill]');
        await driver.waitForScreen('enrolled');
        await driver.popup.click('[data-act=done]');
        await driver.popupClosed();
        await driver.page.click('#confirm');
        await expect.poll(() => site.stats().users[name]?.accepted, { timeout: 5000 }).toBe(1);
      },
    );

    it.each(['svg', 'img', 'img-svg', 'canvas'])(
      'a QR code drawn as %s is found among the page’s own pictures',
      async (qr) => {
        const name = `qr-${qr}`;
        await enrolmentPage(name, qr);
        const pictures = await driver.workerEval(async () => {
          const api =
            (globalThis as { browser?: unknown }).browser ?? (globalThis as { chrome?: unknown }).chrome;
          const { tabs, scripting } = api as {
            tabs: Record<'query' | 'sendMessage', (...data: unknown[]) => Promise<never>>;
            scripting: { executeScript: (data: unknown) => Promise<unknown> };
          };
          const [tab] = (await tabs.query({ active: true })) as { id: number }[];
          // A page without a field has no reason to load what answers.
          const files = ['src/content/first.iife.js', 'src/content/main.iife.js'];
          await scripting.executeScript({ target: { tabId: tab?.id, frameIds: [0] }, files });
          return tabs.sendMessage(tab?.id, { tweestap: 'to-content', name: 'pictures' }, { frameId: 0 });
        });
        expect(pictures).toMatchObject({ reply: [expect.stringMatching(/^data:image\//)] });
        await driver.openPopup();
        await driver.popup.click('#add');
        await driver.waitForScreen('add');
        await driver.popup.click('#scan');
        await driver.waitForScreen('preview');
        expect(await driver.popup.eval("document.querySelector('#draft-site').value")).toBe(here());
        await driver.popup.click('#save');
        expect(await driver.codes()).toMatchObject([{ account: name, sites: [here()] }]);
      },
    );

    it('an account without this site is linked only once its domain was typed', async () => {
      const { uri } = site.addUser('linked');
      const account = await driver.addUri(uri, { site: '' });
      await driver.closePopup();
      await passwordStep('linked', 'one');
      await driver.field('#code');
      expect(await driver.offer({ timeout: 800 })).toBeNull();
      await driver.openPopup();
      await driver.popup.click(`[data-account="${account.id}"] [data-act=more]`);
      expect(await driver.fillFromPopup({ id: account.id })).toMatchObject({ asked: true });
      await driver.popup.type('#link-domain', 'elsewhere.example', { replace: true });
      await driver.popup.click('#link-confirm');
      expect(await digitsIn({})).toBe(0);
      await driver.popup.type('#link-domain', here(), { replace: true });
      await driver.popup.click('#link-confirm');
      await expect.poll(() => digitsIn({}), { timeout: 5000 }).toBe(6);
      await driver.page.click('#verify');
      await driver.page.waitFor('#signed-in');
      expect(await driver.codes()).toMatchObject([{ sites: [here()] }]);
    });

    it('refuses messages from the wrong place', async () => {
      await driver.openPopup();
      // The same message from the right place is answered: a refusal below is one.
      const asked = await driver.sendAs('popup', { tweestap: 'own-page', name: 'status' });
      expect(asked).toMatchObject({ reply: { reply: { state: 'unlocked' } } });
      await driver.closePopup();
      await driver.goto(`${site.url}/login`);
      for (const name of ['status', 'accounts', 'lock', 'unlock']) {
        const message = { tweestap: 'own-page', name, data: { pin: PIN } };
        expect(await driver.sendAs('content', message), name).not.toMatchObject({
          reply: { reply: expect.anything() },
        });
        expect(await driver.sendAs('page', message), name).not.toMatchObject({
          reply: { reply: expect.anything() },
        });
      }
      expect(await driver.codes()).toEqual([]);
    });
  });
}
