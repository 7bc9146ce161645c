import { normalisePassphrase, passphraseWeakness } from '../core/passphrase.ts';
import type { Code } from '../ui/sentences.ts';

/** What is wrong with a new passphrase, typed twice; null when nothing is. */
export function newPassphraseProblem(passphrase: string, again: string): Code | null {
  const same = normalisePassphrase(passphrase) === normalisePassphrase(again);
  return passphraseWeakness(passphrase) ?? (same ? null : 'passphrases-differ');
}
