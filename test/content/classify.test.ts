import { describe, expect, it } from 'vitest';
import { classify } from '../../src/content/classify.ts';
import type { FieldFacts } from '../../src/content/field-facts.ts';
import { fieldFacts } from './facts.ts';

type Case = [why: string, said: Partial<FieldFacts>];

const APP_CODES: Case[] = [
  ['autocomplete alone', { autocomplete: 'section-a one-time-code', name: 'x' }],
  ['a name', { name: 'totpCode' }],
  ['a name grown together', { id: 'verificationcode' }],
  ['a label over a neutral name', { name: 'f1', label: 'Authentication code' }],
  ['a label over a misleading name', { name: 'captcha', before: 'Enter the 2FA code' }],
  ['a bare code under a telling heading', { name: 'code', heading: 'Two-factor authentication' }],
  ['a bare code to verify', { name: 'codigo', label: 'Código:', heading: 'Verificar código' }],
  ['a widget with type password', { type: 'password', name: 'credentials.passcode', label: 'Enter code' }],
  ['boxes that the heading names', { boxes: 6, grouping: 'likely', heading: 'Enter verification code' }],
  ['boxes whose shape tells', { boxes: 6, grouping: 'sure', heading: 'Enter the code' }],
  ['Dutch', { label: 'Verificatiecode' }],
  ['German', { label: 'Bestätigungscode' }],
  ['French', { label: "Code d'authentification" }],
  ['Spanish', { placeholder: 'Código de verificación' }],
  ['Portuguese', { label: 'Código de segurança' }],
  ['Italian', { label: 'Codice di verifica' }],
  ['Polish', { label: 'Hasło jednorazowe' }],
  ['Turkish', { name: 'dogrulamaKodu', label: 'Doğrulama Kodu' }],
  ['Russian', { label: 'Код подтверждения' }],
  ['Ukrainian', { label: 'Код підтвердження' }],
  ['Arabic', { label: 'أدخل رمز التحقق' }],
  ['Persian with Arabic letters', { label: 'كد تاييد' }],
  ['Hindi', { label: 'सत्यापन कोड' }],
  ['Indonesian', { label: 'Kode verifikasi' }],
  ['Vietnamese', { label: 'Mã xác thực' }],
  ['Chinese', { placeholder: '请输入验证码' }],
  ['Japanese', { label: '認証コード' }],
  ['Korean', { label: '인증번호' }],
];

const SENT: Case[] = [
  ['by SMS', { name: 'otp', before: 'We sent a code to your phone. Code' }],
  ['by e-mail', { label: 'Verification code', heading: 'Check your email' }],
  ['in Spanish', { label: 'Código de verificación', near: 'Te hemos enviado un código por SMS' }],
];

const OTHERS: Case[] = [
  ['a card check code', { label: 'Security code', near: 'Card number Expiry date Security code' }],
  ['a card check code by name', { name: 'cvv', label: 'Card verification code' }],
  ['a post code', { name: 'pincode', label: 'Pin code' }],
  ['a coupon', { name: 'code', label: 'Gutscheincode' }],
  [
    'a captcha',
    { name: 'captcha', placeholder: 'Verification code', label: 'Characters shown in the picture captcha' },
  ],
  ['a phone number on a page about codes', { name: 'mobile', type: 'tel', heading: 'Sign in with OTP' }],
  ['an invitation', { name: 'code', placeholder: 'Invite code', heading: 'Verify your invitation' }],
  ['a country code', { name: 'countryCode', near: 'We will send a verification code' }],
  ['a setting about codes', { name: 'otp_length', label: 'Length', heading: 'One-time passwords' }],
  ['a password', { type: 'password', name: 'password', heading: 'Two-factor authentication' }],
  ['a search', { name: 'q', placeholder: 'Search', near: 'verification code' }],
  ['a user code', { name: 'codeUtilisateur', label: 'Code utilisateur', heading: 'Vérification' }],
  ['an order number', { name: 'order_code', label: 'Order number', heading: 'Verify your order' }],
  ['a colour', { name: 'colour_code' }],
  ['nothing at all', { name: 'field_3' }],
  ['Zamfara', { name: 'zamfara_lga', placeholder: 'Zamfara' }],
  ['Shipping', { name: 'shipping_line', heading: 'Shipping' }],
  ['a decoder', { name: 'decoder' }],
  ['several rows of boxes', { boxes: 5, grouping: 'sure', otherGroups: 5, heading: 'Guess the word code' }],
  [
    'boxes for a birth date',
    { boxes: 8, grouping: 'sure', maxlength: 1, before: 'Date of birth', near: 'verification code' },
  ],
  [
    'boxes for a PIN that stays',
    { boxes: 4, grouping: 'sure', type: 'password', heading: 'Enter your card PIN' },
  ],
  [
    'a password field that only borrows the keyword',
    { type: 'password', autocomplete: 'one-time-code', label: 'Password' },
  ],
];

describe('classify', () => {
  it.each(APP_CODES)('finds a code by %s', (_, said) => {
    expect(classify(fieldFacts(said))).toMatchObject({ kind: 'totp' });
  });

  it.each(SENT)('tells a code that was sent: %s', (_, said) => {
    expect(classify(fieldFacts(said))).toMatchObject({ kind: 'sent' });
  });

  it.each(OTHERS)('leaves alone %s', (_, said) => {
    expect(classify(fieldFacts(said))).toMatchObject({ kind: 'none' });
  });

  it('takes a code from an app when SMS is only the other way', () => {
    const said = { label: 'Verification code', near: 'From your authenticator app, or we send you an SMS' };
    expect(classify(fieldFacts(said)).kind).toBe('totp');
  });

  it('knows recovery codes as their own kind, not as codes of an app', () => {
    expect(classify(fieldFacts({ autocomplete: 'one-time-code', label: 'Recovery code' })).kind).toBe(
      'recovery',
    );
    expect(classify(fieldFacts({ name: 'otp', label: 'OTP or recovery code' })).kind).toBe('totp');
  });

  it.each([
    'Scan the QR code with your authenticator app, then type the code',
    'Scan de QR-code met uw authenticator-app en vul de code in',
    'Scannez le code avec votre application, ou saisissez la clé secrète',
    'Отсканируйте QR-код в приложении и введите код',
    '使用验证器扫描二维码，然后输入验证码',
  ])('knows the first code of a new account: %s', (near) => {
    expect(classify(fieldFacts({ label: 'Code', name: 'otp', near })).kind).toBe('enrolment');
    expect(
      classify(fieldFacts({ label: 'Code', name: 'otp', near: 'We sent a code to your e-mail' })).kind,
    ).toBe('sent');
  });

  it('names the rule that decided', () => {
    expect(classify(fieldFacts({ name: 'postcode' })).rule).toBe('not:postal');
    expect(classify(fieldFacts({ name: 'otp' })).rule).toBe('name:otp');
  });
});
