/** Rules that are no words: what decides, and why. */
export const SHAPE = {
  autocomplete: 'The page itself says "one-time-code".',
  'code-to-verify': 'The bare word "code", alone on a page that verifies something.',
  'code-that-was-sent': 'The bare word "code", a short field, and words that a code was sent.',
  'captcha-picture': 'Characters to copy stand in a picture beside it.',
  'captcha-beside-password': '验证码 beside a password, and nothing was sent: characters of a picture.',
  destination: '`otp_email` is where a code goes.',
  'password-type': 'Typed unseen, and nothing names a code.',
  'nothing-said': 'No word and no shape speaks for a code.',
  'small-number': 'A number that cannot grow to a code: a setting or a quantity.',
  prefilled: 'It came with words in it: a value to copy or to change.',
  document: 'The code of a certificate, an exam, a survey.',
  'bare-boxes': 'Six boxes for a digit each, and not a word that says anything else.',
  'many-groups': 'Several rows of boxes: a grid, a game, a card number.',
  game: 'Boxes for letters.',
  boxes: 'Boxes of which nothing says that they take a code.',
  pin: 'Boxes for a PIN that stays.',
  card: 'The "security code" of a card.',
} as const satisfies Record<string, string>;

export type ShapeRule = keyof typeof SHAPE;
