/** Registers every listener synchronously, so that any event wakes a worker that answers it. No logic here. */
import { serve } from '../messages/serve.ts';
import { browser } from '../platform/browser.ts';
import { announceOfferChange } from './announce.ts';
import { contentHandlers, offerHandlers } from './content-handlers.ts';
import { listenForGestures, makeMenus } from './gestures.ts';
import { ownPageHandlers } from './own-page-handlers.ts';
import { injectIntoOpenTabs, registerFirstScript } from './page-scripts.ts';
import { recoveryQuestion } from './pending-vault.ts';
import { RENEWAL_ALARM, renewal } from './renewal.ts';
import { OPENED_BACKUP_ALARM, restorePreview } from './restore.ts';
import { lockWithScreen } from './settings.ts';
import { showLockState } from './toolbar.ts';
import {
  closeStorageToContentScripts,
  LOCK_ALARM,
  lock,
  openVault,
  WATCH_ALARM,
  whenLockChanges,
} from './vault-session.ts';

serve({ own: ownPageHandlers, content: contentHandlers, offer: offerHandlers });
listenForGestures();

whenLockChanges(() => {
  void showLockState();
  void announceOfferChange();
});

browser.alarms.onAlarm.addListener(({ name }) => {
  // Looking is enough: a vault whose time is up locks when it is looked at.
  if (name === LOCK_ALARM || name === WATCH_ALARM) void openVault(Date.now());
  if (name === RENEWAL_ALARM) {
    void renewal(Date.now());
    void recoveryQuestion(Date.now());
  }
  if (name === OPENED_BACKUP_ALARM) void restorePreview(Date.now());
});

browser.idle.onStateChanged.addListener((state) => {
  if (state === 'locked') void lockWithScreen.get().then((on) => (on ? lock() : undefined));
});

browser.runtime.onInstalled.addListener(() => {
  void makeMenus();
  void registerFirstScript().then(injectIntoOpenTabs);
});

browser.runtime.onStartup.addListener(() => {
  void makeMenus();
  void showLockState();
});

void closeStorageToContentScripts();
