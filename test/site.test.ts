import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DemoSite, startSite } from './site/index.mjs';
import { hotp, type Settings, totp } from './site/totp.mjs';
import { variants } from './site/variants/index.mjs';

/** The site's clock, moved on by hand: a code is good once, and nobody wants to wait for the next. */
let time = Date.UTC(2026, 0, 1);
let site: DemoSite;

beforeAll(async () => {
  site = await startSite({ now: () => time });
});
afterAll(() => site.close());

/** A browser reduced to its cookie. */
class Visitor {
  #cookie = '';

  async ask(path: string, fields?: Record<string, string>, headers: Record<string, string> = {}) {
    const response = await fetch(new URL(path, site.url), {
      redirect: 'manual',
      headers: { cookie: this.#cookie, ...headers },
      ...(fields && { method: 'POST', body: new URLSearchParams(fields) }),
    });
    const set = response.headers.get('set-cookie');
    if (set) this.#cookie = set.split(';')[0] ?? '';
    return response;
  }

  /** The page a request leads to in the end. */
  async page(path: string, fields?: Record<string, string>): Promise<{ path: string; html: string }> {
    const response = await this.ask(path, fields);
    const location = response.headers.get('location');
    if (location) return this.page(location);
    return { path, html: await response.text() };
  }

  /** What a page's script gets when it posts. */
  async json(path: string, fields: Record<string, string>) {
    const response = await this.ask(path, fields, { accept: 'application/json' });
    return (await response.json()) as { ok: boolean; error?: string; next?: string; html?: string };
  }
}

/** The text of an element by its id; '' when it is hidden or missing. */
function textOf(html: string, id: string): string {
  const match = new RegExp(`<(\\w+) id="${id}"([^>]*)>(.*?)</\\1>`, 's').exec(html);
  return !match || / hidden/.test(match[2] ?? '') ? '' : (match[3] ?? '');
}

function fromBase32(text: string): Uint8Array {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const digits = [...text.replace(/\s/g, '')].map((letter) => alphabet.indexOf(letter));
  const bits = digits.map((digit) => digit.toString(2).padStart(5, '0')).join('');
  return Uint8Array.from(bits.match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2));
}

function codeFor(secret: string, settings: Partial<Settings> = {}, at = time): string {
  return totp(fromBase32(secret), at, settings);
}

function wrongFor(secret: string): string {
  const right = [-30_000, 0, 30_000].map((shift) => codeFor(secret, {}, time + shift));
  return ['000000', '111111', '222222', '333333'].find((code) => !right.includes(code)) ?? '';
}

async function signInWithPassword(user: string, variant = 'one'): Promise<Visitor> {
  const visitor = new Visitor();
  await visitor.page('/login', { user, password: 'tweestap', variant });
  return visitor;
}

describe('totp.mjs', () => {
  // RFC 6238, appendix B: the seed is the digits repeated to the length of the hash.
  const seed = (length: number) => Buffer.from('1234567890'.repeat(7).slice(0, length));
  it.each([
    ['SHA1', 20, 59, '94287082'],
    ['SHA256', 32, 59, '46119246'],
    ['SHA512', 64, 59, '90693936'],
    ['SHA1', 20, 1111111109, '07081804'],
    ['SHA256', 32, 1234567890, '91819424'],
    ['SHA512', 64, 20000000000, '47863826'],
  ] as const)('gives the vector of RFC 6238 for %s (%i bytes) at %i', (algorithm, length, seconds, code) => {
    expect(totp(seed(length), seconds * 1000, { algorithm, digits: 8 })).toBe(code);
  });

  it('gives the first vectors of RFC 4226', () => {
    expect([0, 1, 2].map((counter) => hotp(seed(20), counter))).toEqual(['755224', '287082', '359152']);
  });
});

describe('two-step verification', () => {
  it('is turned on with a code, asked for at the next sign-in, and turned off', async () => {
    const visitor = new Visitor();
    const account = await visitor.page('/register', { user: 'anna', password: 'secret words' });
    expect(textOf(account.html, 'signed-in')).toBe('Signed in as anna');

    const { html } = await visitor.page('/security');
    const secret = textOf(html, 'secret');
    expect(secret).toMatch(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/);
    expect(textOf((await visitor.page('/security')).html, 'secret')).toBe(secret);

    const refused = await visitor.page('/security/confirm', { code: wrongFor(secret) });
    expect(textOf(refused.html, 'error')).toContain('not right');
    const on = await visitor.page('/security/confirm', { code: codeFor(secret) });
    expect(textOf(on.html, 'two-step-on')).toBe('Two-step verification is on');
    await visitor.page('/logout');
    expect((await visitor.page('/account')).path).toBe('/login');

    const step = await visitor.page('/login', { user: 'anna', password: 'secret words', variant: 'one' });
    expect(step.path).toBe('/challenge?variant=one');
    expect((await visitor.page('/account')).path).toBe('/challenge');

    // The code that confirmed the enrolment is used up, like any other.
    const replayed = await visitor.page('/verify', { code: codeFor(secret) });
    expect(textOf(replayed.html, 'error')).toContain('This code was used already');
    time += 30_000;
    const wrong = await visitor.page('/verify', { code: wrongFor(secret) });
    expect(textOf(wrong.html, 'error')).toContain('not right');
    const inside = await visitor.page('/verify', { code: codeFor(secret) });
    expect(inside.path).toBe('/account');
    expect(textOf(inside.html, 'signed-in')).toBe('Signed in as anna');
    expect(inside.html).toContain('data-variant="one" data-sent="form"');
    expect(site.stats().users.anna).toEqual({ accepted: 2, refused: 2, replays: 1, limited: 0 });

    await visitor.page('/security/off', {});
    await visitor.page('/logout');
    const open = await visitor.page('/login', { user: 'anna', password: 'secret words' });
    expect(open.path).toBe('/account');
  });

  it.each([
    ['SHA256', 8, 60],
    ['SHA512', 7, 30],
  ] as const)('enrols with %s, %i digits and %i seconds', async (algorithm, digits, period) => {
    const visitor = new Visitor();
    const user = `with-${algorithm}`;
    await visitor.page('/register', { user });
    const query = `algorithm=${algorithm}&digits=${digits}&period=${period}`;
    const { html } = await visitor.page(`/security?${query}`);
    expect(textOf(html, 'settings')).toContain(algorithm);
    const code = codeFor(textOf(html, 'secret'), { algorithm, digits, period });
    expect(code).toHaveLength(digits);
    const on = await visitor.page(`/security/confirm?${query}`, { code });
    expect(textOf(on.html, 'two-step-on')).not.toBe('');
    expect((await visitor.page('/challenge')).html).toContain(`maxlength="${digits}"`);
  });

  it('shows the QR in each way', async () => {
    const visitor = new Visitor();
    await visitor.page('/register', { user: 'painter' });
    const qr = async (kind: string) => (await visitor.page(`/security?qr=${kind}`)).html;
    expect(await qr('svg')).toMatch(/<svg id="qr"/);
    expect(await qr('img')).toMatch(/<img id="qr"[^>]* src="data:image\/png;base64,iVBOR/);
    expect(await qr('img-svg')).toMatch(/<img id="qr"[^>]* src="data:image\/svg\+xml;base64,/);
    expect(await qr('canvas')).toMatch(/<canvas id="qr".*getContext/s);
  });

  it('takes codes one step early or late, and no more', async () => {
    const { secret } = site.addUser('clock');
    const visitor = await signInWithPassword('clock');
    const post = (shift: number) => visitor.json('/verify', { code: codeFor(secret, {}, time + shift) });
    expect((await post(-60_000)).ok).toBe(false);
    expect((await post(60_000)).ok).toBe(false);
    expect((await post(-30_000)).ok).toBe(true);
    expect((await post(30_000)).ok).toBe(true);
    // A step before the last accepted one is over, even one never used.
    expect((await post(0)).error).toContain('used already');
  });

  it('stops looking at codes after ten wrong ones, for a minute', async () => {
    const { secret } = site.addUser('guesser');
    const visitor = await signInWithPassword('guesser');
    for (let count = 0; count < 10; count += 1) await visitor.json('/verify', { code: wrongFor(secret) });
    expect((await visitor.json('/verify', { code: codeFor(secret) })).error).toContain('Too many');
    time += 60_000;
    expect((await visitor.json('/verify', { code: codeFor(secret) })).ok).toBe(true);
    expect(site.stats().users.guesser).toEqual({ accepted: 1, refused: 10, replays: 0, limited: 1 });
  });
});

describe('signing in', () => {
  it('refuses a wrong password, a name taken and a code without a session', async () => {
    const visitor = new Visitor();
    expect((await visitor.page('/login')).html).toContain('<b>tweestap</b>');
    const wrong = await visitor.page('/login', { user: 'demo', password: 'no' });
    expect(textOf(wrong.html, 'error')).not.toBe('');
    const taken = await visitor.page('/register', { user: 'demo', password: 'x' });
    expect(textOf(taken.html, 'error')).toContain('has that name');
    expect((await visitor.page('/verify', { code: '000000' })).path).toBe('/login');
  });

  it('gives a cookie that scripts and other sites do not get', async () => {
    const response = await new Visitor().ask('/login', { user: 'demo', password: 'tweestap' });
    expect(response.headers.get('set-cookie')).toMatch(/^sid=[\w-]{24}; Path=\/; HttpOnly; SameSite=Lax$/);
  });

  it('answers the single-page sign-in with the code step', async () => {
    const { secret } = site.addUser('single');
    const visitor = new Visitor();
    const fields = { user: 'single', password: 'tweestap', variant: 'spa' };
    expect((await visitor.json('/login', fields)).html).toContain('id="code"');
    expect(await visitor.json('/verify', { code: codeFor(secret) })).toEqual({ ok: true, next: '/account' });
    expect((await visitor.page('/account')).html).toContain('data-variant="spa" data-sent="fetch"');
  });
});

describe('the designs of the code step', () => {
  it.each(variants.map(({ id, title }) => [id, title] as const))('%s (%s)', async (id) => {
    const { name, secret } = site.addUser(`on-${id}`);
    const visitor = await signInWithPassword(name, id);
    const page = await visitor.page('/challenge');
    expect(page.html).toContain('id="error"');
    expect(page.html).not.toMatch(/<[^>]+\son[a-z]+="/);
    // In a script's literal the quotes of the HTML are escaped.
    const target = /action=\\?"([^"\\]+)|fetch\('([^']+)'/.exec(page.html);
    const frame = /<iframe[^>]* src="([^"]+)"/.exec(page.html)?.[1]?.replaceAll('&amp;', '&');

    if (id === 'not-codes') {
      expect(page.html).not.toContain('one-time-code');
      expect((await visitor.page('/order', { coupon: 'SPRING', cvv: '123' })).html).toContain('id="ordered"');
      return;
    }
    if (id === 'cross-iframe' || id === 'sandboxed') {
      const base = id === 'sandboxed' ? site.url : site.crossUrl;
      expect(frame).toMatch(new RegExp(`^${base}/frame\\?user=on-${id}&frame=`));
      expect(page.html.includes('sandbox=')).toBe(id === 'sandboxed');
      const inner = await fetch(frame ?? '').then((response) => response.text());
      expect(inner).toContain(`${site.crossUrl}/collect`);
      const body = new URLSearchParams({ user: name, frame: 'test', value: '123456' });
      expect((await fetch(`${site.crossUrl}/collect`, { method: 'POST', body })).status).toBe(204);
      expect(site.stats().crossReceived).toContainEqual({ user: name, frame: 'test', value: '123456' });
      return;
    }
    if (id === 'same-iframe') {
      expect((await visitor.page(frame ?? '')).html).toContain('action="/verify" target="_top"');
    } else {
      expect(target?.[1] ?? target?.[2]).toBe(id === 'spa' ? '/login' : '/verify');
    }
    const inside = await visitor.page('/verify', { code: codeFor(secret) });
    expect(textOf(inside.html, 'signed-in')).toBe(`Signed in as ${name}`);
    expect(textOf(inside.html, 'how')).not.toBe('');
    expect(inside.html).toContain(`data-variant="${id}"`);
  });

  it('keeps the other site to its frame', async () => {
    expect((await fetch(`${site.crossUrl}/login`)).status).toBe(404);
    expect(new URL(site.crossUrl).hostname).toBe('localhost');
    expect(new URL(site.url).hostname).toBe('127.0.0.1');
  });
});
