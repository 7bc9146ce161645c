import { describe, expect, it } from 'vitest';
import { qrPath } from '../../src/ui/qr-path.ts';

describe('qrPath', () => {
  it('draws the finder pattern inside a quiet zone of four modules', () => {
    const { size, path } = qrPath('7K3QMV9RTA2XWPCHD48JN6YBER5GTZ');
    expect(path.startsWith('M4 4h1v1h-1z')).toBe(true);
    expect(path).not.toMatch(/M[0-3] /);
    expect(path).not.toContain(`M${size - 1} `);
  });
});
