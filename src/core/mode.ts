/** `basic`: the PIN. `strong`: a second secret once for each start of the browser, then the PIN. `two-step`: both. */
export type Mode = 'basic' | 'strong' | 'two-step';
/** The second secret: an authenticator, or a text that is too long to guess. */
export type SecondKind = 'passkey' | 'passphrase';

const MODES: ReadonlySet<unknown> = new Set<Mode>(['basic', 'strong', 'two-step']);

export function isMode(value: unknown): value is Mode {
  return MODES.has(value);
}
