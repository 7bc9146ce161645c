/**
 * `npm run vault -- PROFILE [--json] [--extension ID]`: what the vault in a browser profile is made of, read by
 * docs/vault-format.md alone. The browser must be closed, or the profile a copy. Prints no secret.
 *
 * TWEESTAP_PIN, TWEESTAP_PASSPHRASE, TWEESTAP_RECOVERY_CODE, TWEESTAP_CONTACT (the text) and TWEESTAP_PASSKEY (the PRF's
 * output in base 64) try the slots. They are not arguments, which every process of the computer can read.
 */
import { parseArgs } from 'node:util';
import { printed } from './vault/print.mjs';
import { readProfile } from './vault/profile.mjs';
import { shownIn } from './vault/shown.mjs';
import { summarise } from './vault/summary.mjs';
import { Unreadable } from './vault/unreadable.mjs';

const USAGE = 'Usage: npm run vault -- PROFILE [--json] [--extension ID]';

/** @returns {{ profile: string, json: boolean, extension: string | undefined } | null} */
function options() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { json: { type: 'boolean', default: false }, extension: { type: 'string' } },
    });
    const [profile] = positionals;
    if (!profile || positionals.length > 1) return null;
    return { profile, json: values.json, extension: values.extension };
  } catch {
    return null;
  }
}

/** @param {NonNullable<ReturnType<typeof options>>} asked */
async function main({ profile, json, extension }) {
  const shown = shownIn(process.env);
  const summary = await summarise(readProfile(profile, extension), shown);
  console.log(json ? JSON.stringify(summary, null, 2) : printed(summary));
  return summary.problems.length === 0 ? 0 : 1;
}

const asked = options();
if (!asked) {
  console.error(USAGE);
  process.exitCode = 2;
} else {
  try {
    process.exitCode = await main(asked);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
