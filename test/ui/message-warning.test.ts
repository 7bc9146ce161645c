import { describe, expect, it, vi } from 'vitest';
import dutch from '../../public/_locales/nl/messages.json';
import type { MessageWarning } from '../../src/core/message-warnings.ts';
import { messageFrom } from '../../src/ui/message-file.ts';

vi.mock('../../src/platform/browser.ts', () => ({
  browser: { i18n: { getMessage: (key: string, values: string[]) => messageFrom(dutch, key, values) } },
}));
const { messageWarning } = await import('../../src/ui/message-warning.ts');

const WARNINGS: MessageWarning[] = [
  { code: 'sent-back' },
  { code: 'lookalike-link', host: 'paypa1.example', resembles: 'paypal.com' },
  { code: 'other-domain', domain: 'bank.example' },
];

describe('the sentences for tricks in messages', () => {
  it.each(WARNINGS)('$code says what is wrong and names the hosts', (warning) => {
    const text = messageWarning(warning);
    const { code, ...hosts } = warning;
    expect(code).not.toBe('');
    for (const host of Object.values(hosts)) expect(text).toContain(host);
    expect(text).toMatch(/^[A-Z].+\.$/);
    expect(text).not.toContain('$');
  });

  it('are all different', () => {
    expect(new Set(WARNINGS.map(messageWarning)).size).toBe(WARNINGS.length);
  });
});
