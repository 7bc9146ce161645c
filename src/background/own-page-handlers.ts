import { err, ok, type Result } from '../core/result.ts';
import type { OwnPageHandlers } from '../messages/serve.ts';
import {
  advanceCounter,
  deleteAccount,
  editAccount,
  listAccounts,
  revealCode,
  showSecret,
  undoDelete,
} from './accounts.ts';
import { announceOfferChange } from './announce.ts';
import { checkBackup, makeBackup, sealedCopy } from './backup.ts';
import { checkUp, mergeDuplicates } from './check-up.ts';
import { makeContact, removeContact } from './contact.ts';
import { currentDraft, discardDraft, draftByHand, draftFromUri, saveDraft } from './drafts.ts';
import { fillFromPopup } from './fill.ts';
import { clearFills, fillEntries } from './fill-log.ts';
import { goOnFilling } from './go-on.ts';
import { proposedSites } from './known-sites.ts';
import { forgetTaught } from './lessons.ts';
import { withKeys } from './one-at-a-time.ts';
import { openedBackup } from './opened-backup.ts';
import { pagePictures } from './page-pictures.ts';
import { cancelPending, confirmPending } from './pending-vault.ts';
import { beginRenewal, cancelRenewal, chooseRenewal } from './renewal.ts';
import { mergeBackup, openBackup, restoreHead, restorePreview } from './restore.ts';
import { beginSetUp } from './set-up.ts';
import { changeSettings, offerAgain, setSubmits, settingsView } from './settings-view.ts';
import { siteFacts } from './site-facts.ts';
import { restoreCopy, startOver } from './start-over.ts';
import { healOnce, onceMore, vaultStatus } from './status.ts';
import { changePin, unlock } from './unlock.ts';
import { lock, type OpenVault, openVault } from './vault-session.ts';
import { dropWaiting } from './waiting-fill.ts';

type Act<T, E> = (vault: OpenVault, now: number) => Promise<Result<T, E>>;

/** For what needs the open vault. */
async function opened<T, E>(act: Act<T, E>, byUser: boolean): Promise<Result<T, E | 'locked'>> {
  const now = Date.now();
  // Before anything is read: what was lost while the vault is open comes back first.
  await healOnce();
  const vault = await openVault(now, byUser);
  return vault ? act(vault, now) : err('locked' as const);
}

/** The user did something, which puts off the auto-lock. */
const acting = <T, E>(act: Act<T, E>) => opened(act, true);

/** What changes the accounts changes what may be offered: pages are told once it is done. */
async function changing<T, E>(act: Act<T, E>) {
  const changed = await acting(act);
  if (changed.ok) void announceOfferChange();
  return changed;
}

/** The popup asks by itself, when codes roll over: an open popup must not keep the vault open. */
const looking = <T, E>(act: Act<T, E>) => opened(act, false);

/** JSON has no `undefined`: what answers nothing answers null. */
function done(work: Promise<void>): Promise<null> {
  return work.then(() => null);
}

/** FromOwnPage → calls; nothing else. */
export const ownPageHandlers: OwnPageHandlers = {
  status: () => vaultStatus(Date.now()),
  opened: async () => {
    await openVault(Date.now(), true);
    return null;
  },

  setupBegin: (data) => withKeys(() => beginSetUp(data, Date.now())),
  setupConfirm: ({ groups }) => withKeys(() => onceMore(() => confirmPending(groups, Date.now()))),
  setupCancel: () =>
    withKeys(async () => {
      await cancelPending();
      await cancelRenewal();
      return null;
    }),

  unlock: async (shown) => {
    await healOnce();
    const unlocked = await withKeys(() => onceMore(() => unlock(shown, Date.now())));
    if (!unlocked.ok) return unlocked;
    // After the keys are free again: a page may take its time.
    const vault = await openVault(Date.now(), true);
    return ok({ filled: vault !== null && (await goOnFilling(vault, Date.now())) });
  },
  changePin: (data) => acting((_, now) => withKeys(() => changePin(data, now))),
  renewalBegin: async ({ purpose, proofs }) => {
    const begin = () => withKeys(() => onceMore(() => beginRenewal(purpose, proofs, Date.now())));
    if (purpose === 'mode') return acting(begin);
    await healOnce();
    return begin();
  },
  renewalChoose: (data) => withKeys(() => chooseRenewal(data, Date.now())),
  lock: () => done(lock()),

  accounts: () => looking(async (vault, now) => ok(await listAccounts(vault, now))),
  editAccount: (data) => changing((vault) => editAccount(vault, data)),
  deleteAccount: ({ id }) => changing((vault) => deleteAccount(vault, id)),
  undoDelete: () => changing((vault) => undoDelete(vault)),
  revealCode: (data) => acting((vault, now) => withKeys(() => revealCode(vault, data, now))),
  showSecret: (data) => acting((vault, now) => withKeys(() => showSecret(vault, data, now))),
  advanceCounter: ({ id }) => acting((vault) => advanceCounter(vault, id)),

  pagePictures: () => pagePictures(),
  draftFromUri: ({ uri, from }) => acting((vault, now) => draftFromUri(vault, uri, from, now)),
  draftByHand: (entry) => acting((vault, now) => draftByHand(vault, entry, now)),
  draft: async () => {
    const vault = await openVault(Date.now());
    return vault && currentDraft(vault, Date.now());
  },
  saveDraft: (data) => changing((vault) => saveDraft(vault, data)),
  discardDraft: ({ id }) => done(discardDraft(id)),

  fill: (data) => changing((vault, now) => fillFromPopup(vault, data, now)),
  dismissWaiting: () => done(dropWaiting()),
  setSubmits: ({ site, on }) => acting(async (vault) => ok(await done(setSubmits(vault, site, on)))),
  fills: () => looking(async (vault, now) => ok(await fillEntries(vault, now))),
  clearFills: () => acting(async (vault, now) => ok(await done(clearFills(vault, now)))),

  settings: () => settingsView(Date.now()),
  changeSettings: async (data) => {
    // What a broken-off rewriting has to put back must not go under what is chosen now. Themes change over damage too.
    await healOnce().catch(() => undefined);
    return withKeys(() => changeSettings(data, Date.now()));
  },
  offerAgain: ({ site }) => changing((vault) => offerAgain(vault, site)),
  forgetTaught: ({ origin }) => changing(async (vault) => ok(await done(forgetTaught(vault, origin)))),

  contactMake: (data) => acting((_, now) => withKeys(() => makeContact(data, now))),
  contactRemove: ({ pin }) => acting((_, now) => withKeys(() => removeContact(pin, now))),

  backupMake: (data) => acting((vault, now) => withKeys(() => makeBackup(vault, data, now))),
  backupCheck: ({ file }) => acting((vault, now) => checkBackup(vault, file, now)),
  restoreHead: ({ file }) => restoreHead(file),
  restoreOpen: (data) => openBackup(data, Date.now()),
  restorePreview: () => restorePreview(Date.now()),
  restoreMerge: () => changing((vault, now) => withKeys(() => mergeBackup(vault, now))),
  restoreCancel: () => done(openedBackup.remove()),

  sealedCopy: () => sealedCopy(Date.now()),
  restoreCopy: () => withKeys(() => restoreCopy()),
  startOver: ({ word }) => withKeys(() => startOver(word)),

  siteFacts: () => looking(async (vault) => ok(await siteFacts(vault))),
  proposedSites: ({ issuer }) => proposedSites(issuer),
  checkUp: () => looking(async (vault, now) => ok(await checkUp(vault, now))),
  mergeDuplicates: ({ id }) => changing((vault) => mergeDuplicates(vault, id)),
};
