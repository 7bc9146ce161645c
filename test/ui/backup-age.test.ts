import { expect, it, vi } from 'vitest';
import { isBackupDue } from '../../src/popup/backup-age.ts';

vi.mock('../../src/platform/browser.ts', () => ({ browser: {} }));

it.each([
  [null, true],
  [0, false],
  [29, false],
  [30, true],
  [400, true],
])('a backup of %s days is due: %s', (days, due) => {
  expect(isBackupDue(days)).toBe(due);
});
