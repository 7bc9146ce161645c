/**
 * Accounts that were read but not saved yet, in `storage.session` until saved, discarded or locked: a popup that closes
 * in between loses nothing.
 */
import {
  type Account,
  type AccountId,
  type AddedFrom,
  type Enrolment,
  encodeAccount,
  isWeakSecret,
  MAX_DIGITS,
  MIN_OFFERED_DIGITS,
  makesSameCodes,
  newAccountId,
  parseAccount,
  type Site,
} from '../core/account.ts';
import { decodeBase32 } from '../core/base32.ts';
import { cleanText } from '../core/clean-text.ts';
import { parseMigrationUri } from '../core/otpauth-migration.ts';
import { type OtpauthError, parseOtpauthUri } from '../core/otpauth-uri.ts';
import { err, ok, type Result } from '../core/result.ts';
import type { Resemblance } from '../messages/site-views.ts';
import type { Drafts, DraftView, HandEntry } from '../messages/views.ts';
import { StorageItem } from '../platform/storage-item.ts';
import { randomBytes } from '../vault/cipher.ts';
import { codeView } from './account-views.ts';
import { activePage } from './active-page.ts';
import { isTyped, resemblance } from './lookalikes.ts';
import { hostFromText, siteFromText } from './site.ts';
import { type OpenVault, whileOpen } from './vault-session.ts';
import { loadContent, putAccount, type VaultContent } from './vault-store.ts';

interface Draft {
  account: Account;
  labelIssuer: string;
  transfer: DraftView['transfer'];
}

/** A save or a refusal is for one draft by its id, and they do not overlap: a second press must not hit the next one. */
function alone<T>(work: () => Promise<T>): Promise<T> {
  return navigator.locks.request('drafts', work) as Promise<T>;
}

function parseDrafts(value: unknown): Draft[] | null {
  if (!Array.isArray(value)) return null;
  return value.flatMap((entry: Partial<Record<keyof Draft, unknown>> | null) => {
    const account = parseAccount(entry?.account);
    const transfer = (entry?.transfer ?? null) as Draft['transfer'];
    return account ? [{ account, labelIssuer: String(entry?.labelIssuer ?? ''), transfer }] : [];
  });
}

const stored = new StorageItem<Draft[]>('drafts', { area: 'session', fallback: [], parse: parseDrafts });

async function keep(drafts: Draft[]): Promise<void> {
  const encoded = drafts.map((draft) => ({ ...draft, account: encodeAccount(draft.account) }));
  // What is stored is the encoded form; reading parses it back.
  await whileOpen(() => stored.set(encoded as unknown as Draft[]));
}

function duplicateOf(content: VaultContent, account: Account): Account | null {
  return [...content.accounts.values()].find((known) => makesSameCodes(known, account)) ?? null;
}

/** The first draft as the popup shows it. */
export async function currentDraft(vault: OpenVault, now: number): Promise<Drafts | null> {
  const [first, ...rest] = await stored.get();
  if (!first) return null;
  const { account, labelIssuer, transfer } = first;
  const same = duplicateOf(await loadContent(vault), account);
  const draft: DraftView = {
    id: account.id,
    transfer,
    issuer: account.issuer,
    labelIssuer,
    name: account.name,
    settings: account.settings,
    weak: isWeakSecret(account.secret),
    site: account.sites[0] ?? null,
    from: account.addedFrom,
    duplicateOf: same && { issuer: same.issuer, name: same.name },
    ...codeView(account, now),
  };
  return { draft, more: rest.length };
}

async function begin(
  vault: OpenVault,
  enrolments: Enrolment[],
  from: AddedFrom,
  now: number,
  transfer: Draft['transfer'] = null,
) {
  // Only a code that was read off a page says where it belongs; the user sees and confirms it.
  const site: Site | null = from === 'page' ? ((await activePage())?.site ?? null) : null;
  await keep(
    enrolments.map(({ labelIssuer, ...enrolment }) => ({
      labelIssuer,
      transfer,
      account: {
        id: newAccountId(randomBytes(16)),
        ...enrolment,
        sites: site ? [site] : [],
        addedAt: now,
        addedFrom: from,
      },
    })),
  );
  const draft = await currentDraft(vault, now);
  return draft ? ok(draft) : err('nothing-readable' as const);
}

type Drafted = Result<Drafts, OtpauthError | 'nothing-readable'>;

/** Reads an `otpauth://` or `otpauth-migration://` address. */
export async function draftFromUri(
  vault: OpenVault,
  uri: string,
  from: AddedFrom,
  now: number,
): Promise<Drafted> {
  if (/^\s*otpauth-migration:/i.test(uri)) {
    const migration = parseMigrationUri(uri);
    if (!migration.ok) return err('nothing-readable');
    const { enrolments, unreadable, batch } = migration.value;
    return begin(vault, enrolments, from, now, {
      unreadable,
      picture: batch.index + 1,
      pictures: batch.size,
    });
  }
  const enrolment = parseOtpauthUri(uri);
  return enrolment.ok ? begin(vault, [enrolment.value], from, now) : enrolment;
}

/** Checks what a person typed by the same rules as an address. */
export async function draftByHand(
  vault: OpenVault,
  entry: HandEntry,
  now: number,
): Promise<Drafted | Result<never, 'no-name'>> {
  const { type, algorithm, digits, periodSeconds, counter } = entry;
  const secret = decodeBase32(entry.secret);
  if (!secret.ok) return secret;
  const issuer = cleanText(entry.issuer);
  const name = cleanText(entry.name);
  if (!issuer && !name) return err('no-name');
  const settings =
    type === 'steam'
      ? { type }
      : type === 'hotp'
        ? { type, algorithm, digits, counter }
        : { type, algorithm, digits, periodSeconds };
  // The stored form's own validation holds the ranges; here it only says which field is out of range.
  if (type !== 'steam' && !(Number.isInteger(digits) && digits >= MIN_OFFERED_DIGITS && digits <= MAX_DIGITS))
    return err('bad-digits');
  if (type === 'totp' && !(Number.isInteger(periodSeconds) && periodSeconds >= 1 && periodSeconds <= 86_400))
    return err('bad-period');
  if (type === 'hotp' && !(Number.isSafeInteger(counter) && counter >= 0)) return err('bad-counter');
  return begin(vault, [{ issuer, labelIssuer: '', name, secret: secret.value, settings }], 'hand', now);
}

type SaveError = 'no-draft' | 'bad-site' | 'no-name' | 'duplicate' | Resemblance;

interface Confirmed {
  id: AccountId;
  issuer: string;
  name: string;
  site: string | null;
  typed?: string | undefined;
}

/** The page that the draft was read from may be below its site: `paypal.com.example.net`. */
async function hostsOf(text: string, site: Site): Promise<string[]> {
  const page = await activePage();
  return [hostFromText(text) ?? site, ...(page?.site === site ? [new URL(page.url).hostname] : [])];
}

/** Saves the first draft under the names and site that the user confirmed; the next one, if any, comes up. */
export async function saveDraft(
  vault: OpenVault,
  data: Confirmed,
): Promise<Result<{ id: AccountId; more: number }, SaveError>> {
  return alone(() => saveFirst(vault, data));
}

async function saveFirst(
  vault: OpenVault,
  { id, issuer, name, site, typed }: Confirmed,
): Promise<Result<{ id: AccountId; more: number }, SaveError>> {
  const [first, ...rest] = await stored.get();
  if (first?.account.id !== id) return err('no-draft');
  const chosen = site ? siteFromText(site) : null;
  if (site && !chosen) return err('bad-site');
  const named = { issuer: cleanText(issuer), name: cleanText(name) };
  if (!named.issuer && !named.name) return err('no-name');
  const content = await loadContent(vault);
  if (duplicateOf(content, first.account)) return err('duplicate');
  const alike = site && chosen && (await resemblance(content, chosen, await hostsOf(site, chosen)));
  if (alike && !isTyped(typed, chosen)) return err(alike);
  const account: Account = { ...first.account, ...named, sites: chosen ? [chosen] : [] };
  await putAccount(vault, account);
  await keep(rest);
  return ok({ id: account.id, more: rest.length });
}

export async function discardDraft(id: AccountId): Promise<void> {
  await alone(async () => {
    const drafts = await stored.get();
    await keep(drafts.filter(({ account }) => account.id !== id));
  });
}
