import { fillFrame } from './fill.ts';
import { accountsOf } from './offers.ts';
import { pinForCodes } from './settings.ts';
import type { OpenVault } from './vault-session.ts';
import { loadContent } from './vault-store.ts';
import { peekWaiting, putWaiting } from './waiting-fill.ts';

/**
 * After the PIN, an accepted offer goes on by itself where nothing is left to ask: one account, on a site where a fill
 * was confirmed before. The unlock screen named the site, and the PIN was typed under it.
 */
export async function goOnFilling(vault: OpenVault, now: number): Promise<boolean> {
  const waiting = await peekWaiting(now);
  // Where every code asks for the PIN, the popup asks once more, beside the site.
  if (!waiting || (await pinForCodes.get())) return false;
  const content = await loadContent(vault);
  const [account, ...others] = accountsOf(content, waiting.site);
  if (!account || others.length > 0 || !content.notes.filledSites.includes(waiting.site)) return false;
  const filled = await fillFrame(vault, account.id, waiting, 'popup');
  // The popup goes on with it, and shows when the next code comes.
  if (!filled.ok && filled.error === 'code-used') await putWaiting(waiting);
  return filled.ok;
}
