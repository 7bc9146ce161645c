import { pinWeakness } from '../core/pin.ts';
import { err, ok, type Result } from '../core/result.ts';
import type { OwnPageHandlers } from '../messages/serve.ts';
import { advanceCounter, deleteAccount, editAccount, listAccounts, undoDelete } from './accounts.ts';
import { announceOfferChange } from './announce.ts';
import { currentDraft, discardDraft, draftByHand, draftFromUri, saveDraft } from './drafts.ts';
import { fillFromPopup } from './fill.ts';
import { goOnFilling } from './go-on.ts';
import { pagePictures } from './page-pictures.ts';
import { cancelPending, confirmPending, makePending } from './pending-vault.ts';
import { changeSettings, offerAgain, settingsView } from './settings-view.ts';
import { restoreCopy, startOver } from './start-over.ts';
import { vaultStatus } from './status.ts';
import { changePin, recoverWithCode, unlockWithPin } from './unlock.ts';
import { loadMeta, sentinel } from './vault-meta.ts';
import { lock, type OpenVault, openVault } from './vault-session.ts';
import { dropWaiting } from './waiting-fill.ts';

/** What changes key material or the count of tries runs one at a time. */
function alone<T>(work: () => Promise<T>): Promise<T> {
  return navigator.locks.request('keys', work) as Promise<T>;
}

type Act<T, E> = (vault: OpenVault, now: number) => Promise<Result<T, E>>;

/** For what needs the open vault. */
async function opened<T, E>(act: Act<T, E>, byUser: boolean): Promise<Result<T, E | 'locked'>> {
  const now = Date.now();
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

  setupBegin: ({ pin }) =>
    alone(async () => {
      const weakness = pinWeakness(pin);
      if (weakness) return err(weakness);
      if ((await loadMeta()) || (await sentinel.get())) return err('vault-exists');
      return ok(await makePending(pin, Date.now(), null));
    }),
  setupConfirm: ({ groups }) => alone(() => confirmPending(groups, Date.now())),
  setupCancel: () => alone(() => done(cancelPending())),

  unlock: async ({ pin }) => {
    const unlocked = await alone(() => unlockWithPin(pin, Date.now()));
    if (!unlocked.ok) return unlocked;
    // After the keys are free again: a page may take its time.
    const vault = await openVault(Date.now(), true);
    return ok({ filled: vault !== null && (await goOnFilling(vault, Date.now())) });
  },
  changePin: ({ pin, next }) => alone(() => changePin(pin, next, Date.now())),
  recover: ({ recoveryCode, pin }) => alone(() => recoverWithCode(recoveryCode, pin, Date.now())),
  lock: () => done(lock()),

  accounts: () => looking(async (vault, now) => ok(await listAccounts(vault, now))),
  editAccount: (data) => changing((vault) => editAccount(vault, data)),
  deleteAccount: ({ id }) => changing((vault) => deleteAccount(vault, id)),
  undoDelete: () => changing((vault) => undoDelete(vault)),
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

  settings: () => settingsView(),
  changeSettings: (data) => changeSettings(data),
  offerAgain: ({ site }) => changing((vault) => offerAgain(vault, site)),
  restoreCopy: () => alone(() => restoreCopy()),
  startOver: ({ word }) => alone(() => startOver(word)),
};
