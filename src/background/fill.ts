import { type Account, type AccountId, MAX_SITES, type Site } from '../core/account.ts';
import { AppError } from '../core/app-error.ts';
import { codeAt, type TimedCode } from '../core/code.ts';
import { err, ok, type Result } from '../core/result.ts';
import { order } from '../messages/send.ts';
import type { Resemblance } from '../messages/site-views.ts';
import type { FillError, FillGesture, TryRefused } from '../messages/views.ts';
import { mayWriteClipboard, writeClipboard } from '../platform/clipboard.ts';
import { countedOn } from './accounts.ts';
import { activePage } from './active-page.ts';
import { wasFilled, withFill, withoutFill } from './fill-log.ts';
import { trustedFrame, trustedFrames } from './frames.ts';
import { isTyped, resemblance } from './lookalikes.ts';
import { withFills, withKeys } from './one-at-a-time.ts';
import { withMainScript } from './page-scripts.ts';
import { grantRefill } from './refill-grants.ts';
import { nextOnClipboard, pinForCodes } from './settings.ts';
import { showFilled } from './toolbar.ts';
import { provePin } from './unlock.ts';
import { type OpenVault, openVault, whileOpen } from './vault-session.ts';
import { changeNotes, editAccount, loadContent } from './vault-store.ts';
import { dropWaiting, peekWaiting, type WaitingTarget } from './waiting-fill.ts';

/** Null when the frame went away, has no script of ours, or failed: other frames may do better. */
async function unlessGone<T>(answer: Promise<T>): Promise<T | null> {
  return answer.catch((error) => {
    if (error instanceof AppError) return null;
    throw error;
  });
}

/** Less than this before its end, a code would expire between the page and its server. */
const ARRIVAL_MS = 1_500;

/** The code that will still be valid when the page has sent it: at the very end of one, the next one at its turn. */
async function codeOnArrival({ secret, settings }: Account): Promise<TimedCode> {
  const now = Date.now();
  const code = codeAt(secret, settings, now);
  const left = code.validUntil === null ? Number.POSITIVE_INFINITY : code.validUntil - now;
  const period = settings.type === 'totp' ? settings.periodSeconds * 1000 : left;
  // Of a very short period the end would be the whole of it.
  if (left > ARRIVAL_MS || period <= 4 * ARRIVAL_MS) return code;
  await new Promise((resolve) => setTimeout(resolve, left));
  return codeAt(secret, settings, Date.now());
}

interface FillLimits {
  /** ms epoch: the grant holds before that. */
  until?: number;
  /** The account belongs elsewhere, and the user typed out the site's domain. */
  once?: boolean;
}

/** Sends one code to one document, if it still stands where the grant was given. Uses up the grant. */
export async function fillFrame(
  vault: OpenVault,
  id: AccountId,
  target: WaitingTarget,
  by: FillGesture,
  limits: FillLimits = {},
): Promise<Result<{ site: Site }, FillError>> {
  // A refill has a grant of its own; the one that waits is for another gesture.
  if (by !== 'refill') await dropWaiting();
  return withFills(() => sendCode(vault, id, target, by, limits));
}

async function sendCode(
  vault: OpenVault,
  id: AccountId,
  target: WaitingTarget,
  by: FillGesture,
  { until = Number.POSITIVE_INFINITY, once = false }: FillLimits,
): Promise<Result<{ site: Site }, FillError>> {
  const frame = await trustedFrame(target.tabId, target.frameId);
  if (!frame) return err('frame-refused');
  // As it is now, after whatever was filled before: the counter went on, or the site was taken away.
  const account = (await loadContent(vault)).accounts.get(id);
  if (!account) return err('no-account');
  const belongs = account.sites.includes(frame.site);
  if (frame.site !== target.site || !(belongs || once)) return err('wrong-site');
  // Counted on before the code leaves: a code that may have been used must not come again.
  if (account.settings.type === 'hotp') await editAccount(vault, id, countedOn);
  const { code, validFrom, validUntil } = await codeOnArrival(account);
  const step = { account: id, site: frame.site, validFrom, validUntil };
  const { notes } = await loadContent(vault);
  if (wasFilled(notes, step)) return err('code-used');
  // Time has passed: the tab may show another page by now, or the vault be locked.
  if (Date.now() >= until) return err('page-gone');
  if (!(await openVault(Date.now())) || (await trustedFrame(target.tabId, target.frameId))?.url !== frame.url)
    return err('page-gone');
  const { document, pointed } = target;
  const lasts = validUntil === null ? null : validUntil - Date.now();
  const again = by === 'refill';
  const submit = notes.submitSites.includes(frame.site) && !target.enrols;
  // Noted before it leaves: a page may take it and never answer. A full disk keeps nobody from signing in.
  const note = { ...step, at: Date.now(), by };
  await changeNotes(vault, (before) => withFill(before, note, belongs)).catch(() => undefined);
  const outcome = await unlessGone(order(frame, 'fill', { document, code, pointed, lasts, again, submit }));
  if (!outcome) return err('page-gone');
  if (!outcome.done) {
    const confirmed = notes.filledSites.includes(frame.site);
    await changeNotes(vault, (now) => withoutFill(now, note, confirmed)).catch(() => undefined);
    return err(outcome.why === 'other-document' ? 'page-gone' : outcome.why);
  }
  if (!again && belongs && validFrom !== null && validUntil !== null) {
    const grant = { target, account: id, from: validUntil, until: 2 * validUntil - validFrom };
    await whileOpen(() => grantRefill(grant)).catch(() => undefined);
  }
  void showFilled(target.tabId);
  if (!again) void copyNext(account, validUntil);
  return ok({ site: frame.site });
}

/** Some sites ask twice. Nobody waits for it, and nobody is told where the browser does not take it. */
async function copyNext({ secret, settings }: Account, validUntil: number | null): Promise<void> {
  try {
    if (validUntil === null || !(await nextOnClipboard.get()) || (await pinForCodes.get())) return;
    if (await mayWriteClipboard()) await writeClipboard(codeAt(secret, settings, validUntil).code);
  } catch {
    // The fill itself is done.
  }
}

/** Where a fill from the popup, a command or the menu goes: the accepted offer, else the code field of the page. */
export async function findTarget(now: number, pointed: boolean): Promise<Result<WaitingTarget, FillError>> {
  const waiting = await peekWaiting(now);
  if (waiting) return ok(waiting);
  const page = await activePage();
  if (!page) return err('no-page');
  const frames = await trustedFrames(page.tabId);
  const found = await Promise.all(
    frames.map(async (frame) => ({
      frame,
      here: await unlessGone(withMainScript(frame, () => order(frame, 'fieldHere', { pointed }))),
    })),
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
    enrols: false,
    at: now,
  });
}

interface FillAsked {
  id: AccountId;
  link: Site | null;
  typed?: string | undefined;
  pin?: string | undefined;
}

/** What the page of this fill calls itself: the frame that takes the code, and what the address bar shows. */
async function hostsOf({ host }: WaitingTarget): Promise<string[]> {
  const page = await activePage();
  return [`https://${host}`, page?.url ?? ''].flatMap((url) => (url ? new URL(url).hostname : []));
}

/** A fill that the user asked for in the popup. Links the account to the site first, when told which site that is. */
export async function fillFromPopup(
  vault: OpenVault,
  { id, link: linkTo, typed, pin }: FillAsked,
  now: number,
): Promise<Result<{ site: Site }, FillError | TryRefused | 'needs-pin' | Resemblance>> {
  const content = await loadContent(vault);
  const account = content.accounts.get(id);
  if (!account) return err('no-account');
  const target = await findTarget(now, false);
  if (!target.ok) return target;
  const { site } = target.value;
  const belongs = account.sites.includes(site);
  const alike = belongs ? null : await resemblance(content, site, await hostsOf(target.value));
  if (alike && !isTyped(typed, site)) return err(alike);
  if (!belongs && !alike && linkTo !== site)
    return err(account.sites.length === 0 ? 'needs-link' : 'wrong-site');
  if (await pinForCodes.get()) {
    if (!pin) return err('needs-pin');
    const proved = await withKeys(() => provePin(pin, now));
    if (!proved.ok) return proved;
  }
  if (belongs || alike) return fillFrame(vault, id, target.value, 'popup', { once: alike !== null });
  const link = (known: Account): Account => ({
    ...known,
    sites: [...new Set([...known.sites, site])].slice(-MAX_SITES),
  });
  if (!(await editAccount(vault, id, link))) return err('no-account');
  return fillFrame(vault, id, target.value, 'popup');
}
