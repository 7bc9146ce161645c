/** Why a passphrase is refused when it is chosen. */
export type PassphraseWeakness = 'passphrase-short' | 'passphrase-simple';

export const MIN_PASSPHRASE = 15;
/** Fewer different characters than this is a pattern, not a passphrase. */
const MIN_DIFFERENT = 6;

/** One spelling of what looks the same on every keyboard (NFKC, as NIST SP 800-63B-4 §3.1.1.2 has it); ends trimmed. */
export function normalisePassphrase(text: string): string {
  return text.normalize('NFKC').trim();
}

/** Says why `text` may not be chosen, or null when it may. Length counts in code points. */
export function passphraseWeakness(text: string): PassphraseWeakness | null {
  const characters = [...normalisePassphrase(text)];
  if (characters.length < MIN_PASSPHRASE) return 'passphrase-short';
  return new Set(characters.map((char) => char.toLowerCase())).size < MIN_DIFFERENT
    ? 'passphrase-simple'
    : null;
}
