import { fromBase64 } from './shape.mjs';
import { Unreadable } from './unreadable.mjs';
import { secretOf } from './written-code.mjs';

/**
 * What the environment has to try the slots with; null when it has nothing.
 *
 * @param {Record<string, string | undefined>} environment
 * @returns {import('./types.mjs').Shown | null}
 */
export function shownIn(environment) {
  const { TWEESTAP_PIN, TWEESTAP_PASSPHRASE, TWEESTAP_RECOVERY_CODE, TWEESTAP_CONTACT, TWEESTAP_PASSKEY } =
    environment;
  if (TWEESTAP_RECOVERY_CODE && !secretOf(TWEESTAP_RECOVERY_CODE, 1))
    throw new Unreadable('TWEESTAP_RECOVERY_CODE is no recovery code.');
  if (TWEESTAP_CONTACT && !secretOf(TWEESTAP_CONTACT, 2))
    throw new Unreadable('TWEESTAP_CONTACT is no text to a recovery contact.');
  const passkey = TWEESTAP_PASSKEY ? fromBase64(TWEESTAP_PASSKEY, 32) : undefined;
  if (TWEESTAP_PASSKEY && !passkey) throw new Unreadable('TWEESTAP_PASSKEY is not base 64 of 32 bytes.');
  const shown = {
    ...(TWEESTAP_PIN && { pin: TWEESTAP_PIN }),
    ...(TWEESTAP_PASSPHRASE && { passphrase: TWEESTAP_PASSPHRASE }),
    ...(TWEESTAP_RECOVERY_CODE && { recoveryCode: TWEESTAP_RECOVERY_CODE }),
    ...(TWEESTAP_CONTACT && { contact: TWEESTAP_CONTACT }),
    ...(passkey && { passkey }),
  };
  return Object.keys(shown).length > 0 ? shown : null;
}
