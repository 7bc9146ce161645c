import { expect, it } from 'vitest';
import { failureOf, retryAfter } from '../../src/account/http.ts';

const NOW = Date.parse('2026-11-26T10:00:00Z');
const after = (value: string) => retryAfter(new Headers({ 'retry-after': value }), NOW);

it.each([
  ['0', 0],
  [' 30 ', 30],
  ['999999999', 86_400],
  ['Thu, 26 Nov 2026 10:01:30 GMT', 90],
  ['Thu, 26 Nov 2026 09:00:00 GMT', 0],
  ['Wed, 26 Nov 2036 09:00:00 GMT', 86_400],
  ['soon', null],
  ['', null],
  ['1e400', null],
])('Retry-After %o is %o seconds', (value, seconds) => {
  expect(after(value)).toBe(seconds);
});

it('every status that is no success is a failure of the account', () => {
  for (let status = 300; status < 600; status++) {
    const { code } = failureOf({ status, headers: new Headers(), body: new Uint8Array() });
    expect(code, String(status)).toMatch(/^account-/);
    if (status >= 500 && status !== 507 && status !== 509) expect(code).toBe('account-down');
  }
});
