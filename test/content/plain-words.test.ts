import { describe, expect, it } from 'vitest';
import { identifierWords, phrasePattern, plainText } from '../../src/content/plain-words.ts';

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

describe('phrasePattern', () => {
  it('matches whole words, with any separator or none', () => {
    const pattern = phrasePattern('one time code|pin|kod*|# digit code');
    for (const text of ['one-time code', 'onetimecode', 'one_time_code', 'pin', 'kodunuz', '6 digit code']) {
      expect(pattern.test(text), text).toBe(true);
    }
    for (const text of ['shipping', 'spin', 'pine', 'one time encoder'])
      expect(pattern.test(text), text).toBe(false);
  });

  it('finds words inside running text of scripts without spaces', () => {
    expect(phrasePattern('验证码').test('请输入验证码。')).toBe(true);
    expect(phrasePattern('رمز التحقق').test(plainText('أدخل ورمز التحقق هنا'))).toBe(true);
  });
});
