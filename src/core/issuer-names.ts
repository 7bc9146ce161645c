/** Words at the end of an issuer that do not belong to the name: "Microsoft account", "GitHub Enterprise", "Acme B.V." */
const QUALIFIERS = new Set(
  (
    '2fa account accounts admin app authenticator authentication business cloud co com console corp corporation developer ' +
    'developers enterprise gmbh id inc ios limited llc login ltd mfa mobile online org otp plc portal pro production sandbox ' +
    'security services site sso staging support team teams test tfa totp user users verification web website workspace ' +
    'ag bv nv sa'
  ).split(' '),
);

/** Second levels below which registrable domains stand: amazon.co.jp. */
const SECOND_LEVELS = new Set([
  'ac',
  'co',
  'com',
  'edu',
  'gob',
  'gov',
  'go',
  'gouv',
  'govt',
  'ne',
  'net',
  'or',
  'org',
]);

const MAX_ISSUER = 128;

/** Letters and digits of any script, small, without accents: "Länsförsäkringar" and "1Password" as lansforsakringar, 1password. */
function keyOf(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function wordsOf(text: string): string[] {
  return text.split(/[^\p{L}\p{N}\p{M}]+/u).filter((word) => word !== '');
}

/** The text, shorter by one word at the end each time that is none of the name; at least one word stays. */
function shorterAndShorter(text: string, isExtra: (word: string) => boolean): string[] {
  const words = wordsOf(text);
  const keys = [keyOf(text)];
  while (words.length > 1 && isExtra((words.at(-1) ?? '').toLowerCase())) {
    words.pop();
    keys.push(keyOf(words.join('')));
  }
  return keys;
}

/** The name and its parts: "X (Twitter)" as both, "Blizzard/Battle.net" as both, "HSBC [UK]" without the country. */
function partsOf(text: string): string[] {
  const outside = text.replace(/\([^()]*\)|\[[^[\]]*\]/g, ' ').trim();
  const inside = Array.from(text.matchAll(/\(([^()]*)\)/g), ([, part = '']) => part);
  return [text, outside, ...outside.split(/[/|]/), ...inside].filter((part) => keyOf(part) !== '');
}

/** The keys that a service is found by. */
export function namesOfService(name: string): Set<string> {
  return new Set(partsOf(name).flatMap((part) => shorterAndShorter(part, (word) => QUALIFIERS.has(word))));
}

/** The labels that domains are known by: google.com and accounts.google.com as google, amazon.co.jp as amazon. */
export function labelsOfDomains(domains: string[]): Set<string> {
  return new Set(
    domains.map((domain) => {
      const labels = domain.split('.').slice(0, -1);
      if (labels.length > 1 && SECOND_LEVELS.has(labels.at(-1) ?? '')) labels.pop();
      return keyOf(labels.at(-1) ?? '');
    }),
  );
}

/** "AWS" for Amazon Web Services; null for names of fewer than three words. */
export function acronymOf(name: string): string | null {
  const words = wordsOf(name.replace(/\(.*|\[.*/, ''));
  return words.length >= 3 ? words.map((word) => word.charAt(0).toUpperCase()).join('') : null;
}

/** What an issuer may name: a host, keys of services from the whole to the part, or an acronym. */
export function keysOfIssuer(issuer: string): {
  host: string | null;
  keys: string[];
  acronym: string | null;
} {
  const text = issuer.slice(0, MAX_ISSUER).trim();
  const host = /^(?:https?:\/\/)?(?:www\.)?([a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63})+)\/?$/i.exec(text)?.[1];
  // Two letters are a country or a plan: "Rabobank NL", "Backblaze B2".
  const isExtra = (word: string) => word.length <= 2 || QUALIFIERS.has(word);
  // An e-mail address says who, not where.
  const keys = text.includes('@') ? [] : partsOf(text).flatMap((part) => shorterAndShorter(part, isExtra));
  return {
    host: host?.toLowerCase() ?? null,
    keys: [...new Set(keys)].filter((key) => key !== ''),
    acronym: /^[A-Z]{3,6}$/.test(text) ? text : null,
  };
}
