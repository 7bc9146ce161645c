/** One code more for a gesture whose first one ended in the field: within one period, and while the user looks at it. */
import { err, ok, type Result } from '../core/result.ts';
import type { DocumentToken } from '../messages/protocol.ts';
import type { PageSender } from '../messages/serve.ts';
import type { FillError } from '../messages/views.ts';
import { browser } from '../platform/browser.ts';
import { fillFrame } from './fill.ts';
import { takeRefill } from './refill-grants.ts';
import { pinForCodes } from './settings.ts';
import { openVault } from './vault-session.ts';

async function isLookedAt(tabId: number): Promise<boolean> {
  const { active, windowId } = await browser.tabs.get(tabId);
  return active && windowId !== undefined && (await browser.windows.get(windowId)).focused;
}

export async function refill(
  sender: PageSender,
  document: DocumentToken,
  now: number,
): Promise<Result<'filled', FillError | 'no-grant'>> {
  const grant = await takeRefill(document);
  if (!grant) return err('no-grant');
  const { target, account: id, from, until } = grant;
  if (target.tabId !== sender.tabId || target.frameId !== sender.frameId) return err('no-grant');
  const vault = await openVault(now);
  // The PIN was given for one code.
  if (!vault || (await pinForCodes.get())) return err('locked');
  if (now < from || now >= until || !(await isLookedAt(target.tabId))) return err('no-grant');
  const filled = await fillFrame(vault, id, target, 'refill', { until });
  return filled.ok ? ok('filled') : filled;
}
