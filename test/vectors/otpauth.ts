import type { Enrolment } from '../../src/core/account.ts';
import type { OtpauthError } from '../../src/core/otpauth-uri.ts';

/** ASCII of SECRET in the URIs below. */
export const SECRET_TEXT = 'river stone lamp';
const SECRET = 'OJUXMZLSEBZXI33OMUQGYYLNOA';

const TOTP = { type: 'totp', algorithm: 'SHA1', digits: 6, periodSeconds: 30 } as const;
const HOTP = { type: 'hotp', algorithm: 'SHA1', digits: 6, counter: 0 } as const;
const STEAM = { type: 'steam' } as const;

/** URIs that are read, and what is read beside the secret. The first are the format, the rest is what issuers make of it. */
export const READ: { rule: string; uri: string; says: Partial<Omit<Enrolment, 'secret'>> }[] = [
  {
    rule: 'issuer in label and query (Key URI Format)',
    uri: `otpauth://totp/Harbour:mia@harbour.test?secret=${SECRET}&issuer=Harbour&algorithm=SHA256&digits=8&period=60`,
    says: {
      issuer: 'Harbour',
      labelIssuer: 'Harbour',
      name: 'mia@harbour.test',
      settings: { type: 'totp', algorithm: 'SHA256', digits: 8, periodSeconds: 60 },
    },
  },
  {
    rule: 'escaped colon and a space after it (Key URI Format)',
    uri: `otpauth://totp/North%20Star%3A%20mia%40star.test?secret=${SECRET}`,
    says: { issuer: 'North Star', labelIssuer: 'North Star', name: 'mia@star.test', settings: TOTP },
  },
  {
    rule: 'issuer in the query alone',
    uri: `otpauth://totp/mia?secret=${SECRET}&issuer=North%20Star`,
    says: { issuer: 'North Star', labelIssuer: '', name: 'mia' },
  },
  {
    rule: 'no issuer at all',
    uri: `otpauth://totp/mia?secret=${SECRET}`,
    says: { issuer: '', labelIssuer: '', name: 'mia' },
  },
  {
    rule: 'two issuers: the query rules',
    uri: `otpauth://totp/Old%20Name:mia?secret=${SECRET}&issuer=New%20Name`,
    says: { issuer: 'New Name', labelIssuer: 'Old Name', name: 'mia' },
  },
  {
    rule: 'empty issuer: the label rules',
    uri: `otpauth://totp/Harbour:mia?secret=${SECRET}&issuer=`,
    says: { issuer: 'Harbour', labelIssuer: 'Harbour', name: 'mia' },
  },
  { rule: 'empty label', uri: `otpauth://totp/?secret=${SECRET}`, says: { issuer: '', name: '' } },
  { rule: 'no label and no slash', uri: `otpauth://totp?secret=${SECRET}`, says: { issuer: '', name: '' } },
  {
    rule: 'unescaped unicode',
    uri: `otpauth://totp/寿司屋:美亜?secret=${SECRET}`,
    says: { issuer: '寿司屋', name: '美亜' },
  },
  {
    rule: 'escaped emoji',
    uri: `otpauth://totp/%F0%9F%9A%B2%3Amia?secret=${SECRET}`,
    says: { issuer: '🚲', name: 'mia' },
  },
  {
    rule: 'more colons in the label',
    uri: `otpauth://totp/Chat:@mia:chat.test?secret=${SECRET}`,
    says: { issuer: 'Chat', name: '@mia:chat.test' },
  },
  {
    rule: 'a colon in the issuer, given by the query',
    uri: `otpauth://totp/Lab%3A%20West:mia?secret=${SECRET}&issuer=Lab:%20West`,
    says: { issuer: 'Lab: West', labelIssuer: 'Lab: West', name: 'mia' },
  },
  {
    rule: 'unescaped # in the label (Microsoft guest accounts)',
    uri: `otpauth://totp/Tenant:mia_home.test#EXT#@tenant.test?secret=${SECRET}&issuer=Microsoft`,
    says: { issuer: 'Microsoft', labelIssuer: 'Tenant', name: 'mia_home.test#EXT#@tenant.test' },
  },
  {
    rule: 'unescaped # in the query',
    uri: `otpauth://totp/mia?secret=${SECRET}&issuer=Club #1`,
    says: { issuer: 'Club #1' },
  },
  {
    rule: 'plus is a space in the query and a plus in the label',
    uri: `otpauth://totp/mia+shop@star.test?secret=${SECRET}&issuer=North+Star`,
    says: { issuer: 'North Star', name: 'mia+shop@star.test' },
  },
  {
    rule: 'an escape that is no UTF-8 stays as written',
    uri: `otpauth://totp/caf%E9%20%:m%C3%AFa?secret=${SECRET}`,
    says: { issuer: 'caf%E9 %', name: 'mïa' },
  },
  {
    rule: 'invisible characters are dropped',
    uri: `otpauth://totp/Git%E2%80%8BHub%00:%E2%80%AEmia?secret=${SECRET}`,
    says: { issuer: 'GitHub', name: 'mia' },
  },
  {
    rule: 'capitals and space around',
    uri: `  OTPAUTH://TOTP/mia?SECRET=${SECRET.toLowerCase()}&Digits=7\n`,
    says: { name: 'mia', settings: { ...TOTP, digits: 7 } },
  },
  {
    rule: 'secret with spaces, dashes and escaped padding',
    uri: 'otpauth://totp/mia?secret=ojux+mzls-ebzx%20i33o_muqgyylnoa%3D%3D%3D%3D%3D%3D',
    says: { settings: TOTP },
  },
  {
    rule: 'padding as it is',
    uri: `otpauth://totp/mia?secret=${SECRET}======&digits=8`,
    says: { settings: { ...TOTP, digits: 8 } },
  },
  {
    rule: 'sha512 in lower case',
    uri: `otpauth://totp/a?secret=${SECRET}&algorithm=sha512`,
    says: { settings: { ...TOTP, algorithm: 'SHA512' } },
  },
  {
    rule: 'SHA-256',
    uri: `otpauth://totp/a?secret=${SECRET}&algorithm=SHA-256`,
    says: { settings: { ...TOTP, algorithm: 'SHA256' } },
  },
  {
    rule: 'HmacSHA256',
    uri: `otpauth://totp/a?secret=${SECRET}&algorithm=HmacSHA256`,
    says: { settings: { ...TOTP, algorithm: 'SHA256' } },
  },
  {
    rule: 'empty parameters mean the defaults',
    uri: `otpauth://totp/a?secret=${SECRET}&algorithm=&digits=&period=`,
    says: { settings: TOTP },
  },
  {
    rule: 'one digit',
    uri: `otpauth://totp/a?secret=${SECRET}&digits=1`,
    says: { settings: { ...TOTP, digits: 1 } },
  },
  {
    rule: 'ten digits',
    uri: `otpauth://totp/a?secret=${SECRET}&digits=10`,
    says: { settings: { ...TOTP, digits: 10 } },
  },
  {
    rule: 'a day',
    uri: `otpauth://totp/a?secret=${SECRET}&period=86400`,
    says: { settings: { ...TOTP, periodSeconds: 86_400 } },
  },
  {
    rule: 'more than a day is a day',
    uri: `otpauth://totp/a?secret=${SECRET}&period=86401`,
    says: { settings: { ...TOTP, periodSeconds: 86_400 } },
  },
  { rule: 'HOTP without a counter', uri: `otpauth://hotp/a?secret=${SECRET}`, says: { settings: HOTP } },
  {
    rule: 'HOTP, last counter',
    uri: `otpauth://hotp/a?secret=${SECRET}&counter=9007199254740991`,
    says: { settings: { ...HOTP, counter: 2 ** 53 - 1 } },
  },
  {
    rule: 'a counter means nothing to TOTP',
    uri: `otpauth://totp/a?secret=${SECRET}&counter=x`,
    says: { settings: TOTP },
  },
  {
    rule: 'unknown parameters, even twice',
    uri: `otpauth://totp/a?secret=${SECRET}&image=1&image=2&`,
    says: { settings: TOTP },
  },
  {
    rule: 'steam flag',
    uri: `otpauth://totp/Games:a?secret=${SECRET}&steam`,
    says: { issuer: 'Games', settings: STEAM },
  },
  {
    rule: 'steam encoder',
    uri: `otpauth://totp/Games:a?secret=${SECRET}&encoder=steam&digits=5`,
    says: { settings: STEAM },
  },
  { rule: 'steam type', uri: `otpauth://steam/Games:a?secret=${SECRET}`, says: { settings: STEAM } },
  {
    rule: 'issuer Steam',
    uri: `otpauth://totp/STEAM:a?secret=${SECRET}`,
    says: { issuer: 'STEAM', settings: STEAM },
  },
  {
    rule: 'issuer that begins with Steam',
    uri: `otpauth://totp/Steamboat:a?secret=${SECRET}`,
    says: { settings: TOTP },
  },
  {
    rule: 'steam flag off',
    uri: `otpauth://totp/Steam:a?secret=${SECRET}&steam=false`,
    says: { settings: TOTP },
  },
  {
    rule: 'another encoder',
    uri: `otpauth://totp/Steam:a?secret=${SECRET}&encoder=decimal`,
    says: { settings: TOTP },
  },
];

/** What is refused, and the reason given. */
export const REFUSED: { error: OtpauthError; uri: string }[] = [
  { error: 'not-otpauth', uri: '' },
  { error: 'not-otpauth', uri: `https://totp/a?secret=${SECRET}` },
  { error: 'not-otpauth', uri: `otpauth-migration://offline?data=${SECRET}` },
  { error: 'not-otpauth', uri: `motp://Harbour:mia?secret=00ff00ff00ff00ff` },
  { error: 'too-long', uri: `otpauth://totp/${'a'.repeat(4096)}?secret=${SECRET}` },
  { error: 'bad-type', uri: `otpauth://yaotp/a?secret=${SECRET}` },
  { error: 'bad-type', uri: 'otpauth://' },
  { error: 'no-secret', uri: 'otpauth://totp' },
  { error: 'no-secret', uri: 'otpauth://totp/Harbour:mia?issuer=Harbour' },
  { error: 'no-secret', uri: 'otpauth://totp/Harbour:mia?secret=&issuer=Harbour' },
  { error: 'bad-secret', uri: 'otpauth://totp/a?secret=a' },
  { error: 'bad-secret', uri: 'otpauth://totp/a?secret=OJUXMZLSEBZXI331' },
  { error: 'bad-secret', uri: `otpauth://totp/a?secret=${'A'.repeat(1640)}` },
  { error: 'bad-algorithm', uri: `otpauth://totp/a?secret=${SECRET}&algorithm=MD5` },
  { error: 'bad-digits', uri: `otpauth://totp/a?secret=${SECRET}&digits=six` },
  { error: 'bad-digits', uri: `otpauth://totp/a?secret=${SECRET}&digits=0` },
  { error: 'bad-digits', uri: `otpauth://totp/a?secret=${SECRET}&digits=11` },
  { error: 'bad-digits', uri: `otpauth://totp/a?secret=${SECRET}&digits=-6` },
  { error: 'bad-period', uri: `otpauth://totp/a?secret=${SECRET}&period=half` },
  { error: 'bad-period', uri: `otpauth://totp/a?secret=${SECRET}&period=0` },
  { error: 'bad-period', uri: `otpauth://totp/a?secret=${SECRET}&period=29.5` },
  { error: 'bad-counter', uri: `otpauth://hotp/a?secret=${SECRET}&counter=next` },
  { error: 'bad-counter', uri: `otpauth://hotp/a?secret=${SECRET}&counter=9007199254740992` },
  { error: 'duplicate-parameter', uri: `otpauth://totp/a?secret=${SECRET}&secret=OR3WKZLTORQXALLE` },
  { error: 'duplicate-parameter', uri: `otpauth://totp/a?secret=${SECRET}&issuer=One&Issuer=Two` },
];
