import { describe, expect, it } from 'vitest';
import { uriLabel } from '../../src/ui/uri-label.ts';

describe('uriLabel', () => {
  it.each([
    ['otpauth://totp/GitHub:sam?secret=JBSWY3DPEHPK3PXP', 'GitHub · sam'],
    ['otpauth://totp/sam%40x.example?secret=A&issuer=Bol', 'Bol · sam@x.example'],
    ['otpauth://totp/A:b?secret=A&issuer=C', 'C · b'],
    ['otpauth://totp/?secret=A', ''],
    ['otpauth://totp/100%?secret=A', '100%'],
  ])('names %s', (uri, text) => {
    expect(uriLabel(uri)).toEqual({ kind: 'one', text });
  });

  it('never holds the key', () => {
    const label = uriLabel('otpauth://totp/x?secret=JBSWY3DPEHPK3PXP&issuer=y');
    expect(JSON.stringify(label)).not.toContain('JBSWY');
  });

  it('knows an export of several accounts', () => {
    expect(uriLabel('otpauth-migration://offline?data=abc')).toEqual({ kind: 'several' });
  });
});
