import { describe, expect, it } from 'vitest';
import { identifierWords, plainText } from '../../src/content/plain-words.ts';

describe('plainText', () => {
  it('folds case, accents, widths and Arabic letter variants', () => {
    expect(plainText('  CÓDIGO\u00a0de\nVerificación ')).toBe('codigo de verificacion');
    expect(plainText('Doğrulama Kodu — İki')).toBe('dogrulama kodu — iki');
    expect(plainText('Mã đăng nhập')).toBe('ma dang nhap');
    expect(plainText('６桁')).toBe('6桁');
    expect(plainText('كد تاييد')).toBe(plainText('کد تایید'));
  });
});

describe('identifierWords', () => {
  it.each([
    ['otpCode_1', 'otp code 1'],
    ['verificationCode', 'verification code'],
    ['user[otp][3]', 'user otp 3'],
    ['2fa-code', '2fa code'],
    ['HTMLCode', 'html code'],
    ['digit4', 'digit 4'],
  ])('splits %s', (identifier, words) => {
    expect(identifierWords(identifier)).toBe(words);
  });
});
