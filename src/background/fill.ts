import { type Account, type AccountId, MAX_SITES, type Site } from '../core/account.ts';
import { AppError } from '../core/app-error.ts';
import { codeAt } from '../core/code.ts';
import { err, ok, type Result } from '../core/result.ts';
import type { FillError, TryRefused } from '../messages/protocol.ts';
import { order } from '../messages/send.ts';
import { countedOn } from './accounts.ts';
import { activePage } from './active-page.ts';
import { trustedFrame, trustedFrames } from './frames.ts';
import { withKeys } from './one-at-a-time.ts';
import { pinForCodes } from './settings.ts';
import { provePin } from './unlock.ts';
import type { OpenVault } from './vault-session.ts';
import { changeNotes, editAccount, loadContent } from './vault-store.ts';
import { dropWaiting, peekWaiting, type WaitingTarget } from './waiting-fill.ts';

/** Null when the frame went away, has no script of ours, or failed: other frames may do better. */
async function unlessGone<T>(answer: Promise<T>): Promise<T | null> {
  return answer.catch((error) => {
    if (error instanceof AppError) return null;
    throw error;
  });
}

/** Sends one code to one document, if it still stands where the grant was given. Uses up the grant. */
export async function fillFrame(
  vault: OpenVault,
  account: Account,
  target: WaitingTarget,
): Promise<Result<{ site: Site }, FillError>> {
  await dropWaiting();
  const frame = await trustedFrame(target.tabId, target.frameId);
  if (!frame) return err('frame-refused');
  if (frame.site !== target.site || !account.sites.includes(frame.site)) return err('wrong-site');
  // Counted on before the code leaves: a code that may have been used must not come again.
  if (account.settings.type === 'hotp') await editAccount(vault, account.id, countedOn);
  const { code } = codeAt(account.secret, account.settings, Date.now());
  const { document, pointed } = target;
  const outcome = await unlessGone(order(frame, 'fill', { document, code, pointed }));
  if (!outcome) return err('page-gone');
  if (!outcome.done) return err(outcome.why === 'other-document' ? 'page-gone' : outcome.why);
  await changeNotes(vault, (notes) =>
    notes.filledSites.includes(frame.site)
      ? notes
      : { ...notes, filledSites: [...notes.filledSites, frame.site] },
  );
  return ok({ site: frame.site });
}

/** Where a fill from the popup, a command or the menu goes: the accepted offer, else the code field of the page. */
export async function findTarget(now: number, pointed: boolean): Promise<Result<WaitingTarget, FillError>> {
  const waiting = await peekWaiting(now);
  if (waiting) return ok(waiting);
  const page = await activePage();
  if (!page) return err('no-page');
  const frames = await trustedFrames(page.tabId);
  const found = await Promise.all(
    frames.map(async (frame) => ({ frame, here: await unlessGone(order(frame, 'fieldHere', { pointed })) })),
  );
  const wanted = pointed ? 'pointed' : 'code';
  const fields = found.filter(({ here }) => here?.field === wanted || here?.field === 'code');
  const best = fields.find(({ here }) => here?.focused) ?? fields[0];
  if (!best?.here) return err('no-field');
  const { frame, here } = best;
  return ok({
    tabId: page.tabId,
    frameId: frame.frameId,
    document: here.document,
    site: frame.site,
    host: new URL(frame.url).host,
    pointed: here.field === 'pointed',
    at: now,
  });
}

/** A fill that the user asked for in the popup. Links the account to the site first, when told which site that is. */
export async function fillFromPopup(
  vault: OpenVault,
  { id, link: linkTo, pin }: { id: AccountId; link: Site | null; pin?: string | undefined },
  now: number,
): Promise<Result<{ site: Site }, FillError | TryRefused | 'needs-pin'>> {
  const account = (await loadContent(vault)).accounts.get(id);
  if (!account) return err('no-account');
  const target = await findTarget(now, false);
  if (!target.ok) return target;
  const { site } = target.value;
  const belongs = account.sites.includes(site);
  if (!belongs && linkTo !== site) return err(account.sites.length === 0 ? 'needs-link' : 'wrong-site');
  if (await pinForCodes.get()) {
    if (!pin) return err('needs-pin');
    const proved = await withKeys(() => provePin(pin, now));
    if (!proved.ok) return proved;
  }
  if (belongs) return fillFrame(vault, account, target.value);
  const link = (known: Account): Account => ({
    ...known,
    sites: [...new Set([...known.sites, site])].slice(-MAX_SITES),
  });
  if (!(await editAccount(vault, id, link))) return err('no-account');
  return fillFrame(vault, link(account), target.value);
}
