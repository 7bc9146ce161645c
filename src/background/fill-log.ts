/** What was filled where, for the user to look through; sealed with the vault, and forgotten after 30 days. */
import type { AccountId, Site } from '../core/account.ts';
import type { FillEntry } from '../messages/views.ts';
import type { FillNote, Notes } from './notes.ts';
import type { OpenVault } from './vault-session.ts';
import { changeNotes, loadContent } from './vault-store.ts';

const KEPT_MS = 30 * 86_400_000;
/** A record is written whole at each fill: no more than it can be small. */
const MAX_FILLS = 1_000;

/** The notes with one fill more. `confirms`: from now on a fill on its site is no first one. */
export function withFill(notes: Notes, fill: FillNote, confirms: boolean): Notes {
  const { filledSites, fills } = notes;
  return {
    ...notes,
    filledSites: !confirms || filledSites.includes(fill.site) ? filledSites : [...filledSites, fill.site],
    fills: [fill, ...recent(fills, fill.at)].slice(0, MAX_FILLS),
  };
}

/** The notes as if that fill had not been; `confirmed`: the site was, before it. */
export function withoutFill(notes: Notes, { at, account, site }: FillNote, confirmed: boolean): Notes {
  const filledSites = confirmed ? notes.filledSites : notes.filledSites.filter((each) => each !== site);
  const fills = notes.fills.filter(
    (fill) => fill.at !== at || fill.account !== account || fill.site !== site,
  );
  return { ...notes, filledSites, fills };
}

/** From a clock that was ahead come times that are still to be; they go, too, once they are that far off. */
function recent(fills: readonly FillNote[], now: number): FillNote[] {
  return fills.filter(({ at }) => Math.abs(now - at) < KEPT_MS);
}

/** A site takes each code once (RFC 6238 §5.2): the same one again would be a wrong try. */
export function wasFilled(
  notes: Notes,
  { account, site, validFrom }: Pick<FillNote, 'account' | 'site' | 'validFrom'>,
): boolean {
  return (
    validFrom !== null &&
    notes.fills.some((fill) => fill.account === account && fill.site === site && fill.validFrom === validFrom)
  );
}

/** When an account was filled last on this site; null for never. */
export function lastFilled(notes: Notes, account: AccountId, site: Site | null): number | null {
  const last = notes.fills.find((fill) => fill.account === account && fill.site === site);
  return last?.at ?? null;
}

export async function fillEntries(vault: OpenVault, now: number): Promise<FillEntry[]> {
  const { notes, accounts } = await loadContent(vault);
  const shown = recent(notes.fills, now).filter(({ cleared }) => !cleared);
  return shown.map(({ at, account, site, by }) => {
    const known = accounts.get(account);
    return { at, site, by, account: known ? { issuer: known.issuer, name: known.name } : null };
  });
}

/** A code that still runs stays known, and is shown no more: cleared or not, its site has taken it. */
export function clearFills(vault: OpenVault, now: number): Promise<void> {
  return changeNotes(vault, (notes) => {
    const running = notes.fills.filter(({ validUntil }) => validUntil !== null && validUntil > now);
    return { ...notes, fills: running.map((fill) => ({ ...fill, cleared: true })) };
  });
}
