/** Words that stand beside a name to make it look official. They only help names that are too short to tell by themselves. */
const WORDS = new Set(
  (
    '2fa aanmelden access account accounts activate admin alert alerts api app apps auth bank banking ' +
    'betalen betaling beveiliging billing bonus business card cards care cdn center centre check claim ' +
    'claims click client clients cloud code codes com confirm confirmation connect controle customer ' +
    'customers dashboard delivery desk direct download email enroll find fraud free gift group help ' +
    'helpdesk home http https id identity info inloggen install internet invoice klant klanten link live ' +
    'login logon mail manage member members mijn mobile my net notice official online org otp pakket ' +
    'parcel pay payment payments portal promo protect recover recovery refund register renew reset return ' +
    'reward rewards safe safety secure secured security service services settings shop sign signin signon ' +
    'signup site ssl sso store summary support sync team terms token track tracking unlock update updates ' +
    'upgrade user users validate validation veilig verificatie verification verified verify view wallet ' +
    'web webmail website ww www'
  ).split(' '),
);

/** A name of this length stands out between any letters. */
const TELLS_ANYWHERE = 8;
/** At one end of a label, or of a piece between hyphens. */
const TELLS_AT_AN_END = 5;
/** In front, under the same suffix: where a name is read first. */
const TELLS_IN_FRONT = 4;
/** With hyphens around it, or between usual words and numbers. */
const TELLS_AS_A_PIECE = 3;

/** A name that was found in another label, and the suffix of its domain. */
export interface FoundName {
  name: string;
  suffix: string;
}

/** True for what is in the names of many sites and tells nothing: "login", "mail", "shop". */
export function isUsualWord(text: string): boolean {
  return WORDS.has(text);
}

/**
 * True where the longer label `seen`, of a domain below `seenSuffix`, has the name at `at` as a name: `name-anything`,
 * `my-name-login`, `nameanything`, `loginname`.
 *
 * The shorter the name, the more must show that it is meant: hyphens around it, or nothing but usual words and numbers.
 */
export function holdsName(
  seen: string,
  at: number,
  { name, suffix }: FoundName,
  seenSuffix: string,
): boolean {
  if (seen === name) return false;
  const before = seen.slice(0, at);
  const after = seen.slice(at + name.length);
  const openBefore = before === '' || before.endsWith('-');
  const openAfter = after === '' || after.startsWith('-');
  const isUsual = (piece: string) =>
    piece === '' || isUsualWord(piece) || /^\d+$/.test(piece) || piece === suffix.replaceAll('.', '');
  const allUsual = [...before.split('-'), ...after.split('-')].every(isUsual);
  if (isUsualWord(name)) return allUsual && suffix === seenSuffix;
  const isPiece = openBefore && openAfter;
  if (allUsual && (isPiece || name.length >= TELLS_AS_A_PIECE)) return true;
  if (isPiece && name.length >= TELLS_AS_A_PIECE) return true;
  if (openBefore && suffix === seenSuffix && name.length >= TELLS_IN_FRONT) return true;
  return name.length >= (openBefore || openAfter ? TELLS_AT_AN_END : TELLS_ANYWHERE);
}
