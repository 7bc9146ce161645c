import { useEffect, useState } from 'preact/hooks';
import { ok, type Result } from '../core/result.ts';
import type { PasskeyRequest, SecondProof } from '../messages/views.ts';
import { type PasskeyError, usePasskey } from '../ui/passkey.ts';
import { isTab } from './own-tab.ts';

/** Firefox closes a popup under its passkey window. */
const TAB_ONLY = __TARGET__ === 'firefox';

/** Whether a passkey has to be shown in a tab, from where this page stands; null until that is known. */
export function useNeedsTab(asked: boolean): boolean | null {
  const [tab, setTab] = useState<boolean | null>(null);
  const needed = TAB_ONLY && asked;
  useEffect(() => {
    if (needed) void isTab().then(setTab);
  }, [needed]);
  if (!needed) return false;
  return tab === null ? null : !tab;
}

export type AskedSecond = Result<SecondProof, PasskeyError>;

/** The second secret as a proof: the passphrase as it was typed, or the passkey, which asks the user for it now. */
export async function askSecond(passkey: PasskeyRequest | null, passphrase: string): Promise<AskedSecond> {
  if (!passkey) return ok({ kind: 'passphrase', passphrase });
  const shown = await usePasskey(passkey);
  return shown.ok ? ok({ kind: 'passkey', output: shown.value }) : shown;
}
